import * as z from 'zod'
import { words } from '../kernel/shapes'

/** 1 MB of bytes in Base64. */
const contentMax = 1_398_104

/** A table somebody chose from their own device. */
export const sheetInput = {
  fileName: words(100, '文件名'),
  /** The file's bytes in Base64: an .xlsx or a .csv, at most 1 MB. */
  content: z
    .string({ error: '没有收到文件' })
    .min(1, '文件是空的')
    .max(contentMax, '文件不能超过 1 MB')
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, '文件没有传完整，请重新选择'),
}

/** Why a file is no table that can be read. */
export const sheetRefusals = {
  SHEET_TOO_LARGE: '文件不能超过 1 MB，请只保留需要的列',
  SHEET_OLD_FORMAT: '旧格式或加密的表格读不了，请另存为不加密的新格式表格（或逗号分隔文件）再上传',
  SHEET_UNREADABLE: '这个文件读不了，请用下载的表填好后再上传',
  SHEET_TOO_LONG: '表格太大了，请只保留有内容的行和列',
} as const

/** What is wrong, cell by cell; empty when a table can be imported. */
export const cellProblems = z.array(z.object({ cell: z.string(), sentence: z.string() }))
