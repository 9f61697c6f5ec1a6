import { refuse, type Refusal } from '@/shared/kernel/decision'

/** One cell as it was typed: words, a number, a day (YYYY-MM-DD) where the file says that the number is a date, or nothing. */
export type Cell = string | number | null
export type Sheet = readonly (readonly Cell[])[]

export type SheetRefusal = 'SHEET_TOO_LARGE' | 'SHEET_OLD_FORMAT' | 'SHEET_UNREADABLE' | 'SHEET_TOO_LONG'

/** The most a file may weigh, and the most it may unpack to: beyond it somebody is playing tricks. */
export const sheetBytesMax = 1_048_576
const unpackedBytesMax = 8 * 1_048_576
const partsMax = 200
export const sheetRowsMax = 2000
const sheetColumnsMax = 50
/** How much of a file is unpacked between two looks at how large it has become. */
const sliceBytes = 4096

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/** The parts of a workbook its first sheet is read from; pictures, macros and the rest are never unpacked. */
const neededParts =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/.*|xl\/worksheets\/[^/]+\.xml)$/

/** Unpacks slice by slice and stops as soon as it is too much, whatever the file claims about its sizes. */
const unpack = async (bytes: Uint8Array): Promise<Map<string, Uint8Array> | null> => {
  const { Unzip, UnzipInflate } = await import('fflate')
  const chunks = new Map<string, Uint8Array[]>()
  let [size, parts, isBroken] = [0, 0, false]
  const unzip = new Unzip((file) => {
    parts += 1
    if (!neededParts.test(file.name) || parts > partsMax) return
    chunks.set(file.name, [])
    file.ondata = (error, chunk) => {
      if (error) isBroken = true
      else {
        size += chunk.length
        chunks.get(file.name)?.push(chunk)
      }
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    unzip.push(bytes.subarray(at, at + sliceBytes), at + sliceBytes >= bytes.length)
    if (isBroken || size > unpackedBytesMax || parts > partsMax) return null
  }
  return new Map([...chunks].map(([name, some]) => [name, new Uint8Array(Buffer.concat(some))]))
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** Whether a sheet names cells further out than any table reaches: a reader would lay out everything in between. */
const reachesTooFar = (xml: string): boolean => {
  for (const [, letters = '', row = ''] of xml.matchAll(/\br="([A-Z]*)(\d+)"/g))
    if (Number(row) > sheetRowsMax || columnOf(letters) > sheetColumnsMax) return true
  return (xml.match(/<(\w+:)?row\b/g)?.length ?? 0) > sheetRowsMax
}

const readWorkbook = async (bytes: Uint8Array): Promise<Sheet | Refusal<SheetRefusal>> => {
  const parts = await unpack(bytes)
  if (!parts?.has('xl/workbook.xml')) return refuse('SHEET_UNREADABLE')
  const plain: Record<string, Uint8Array> = {}
  for (const [name, part] of parts) {
    if (!name.startsWith('xl/worksheets/')) plain[name] = part
    else {
      const xml = Buffer.from(part).toString('utf8')
      if (reachesTooFar(xml)) return refuse('SHEET_TOO_LONG')
      plain[name] = Buffer.from(xml.replace(/<(\w+:)?dimension\b[^>]*>/g, ''))
    }
  }
  const [{ zipSync }, { readSheet }] = await Promise.all([import('fflate'), import('read-excel-file/universal')])
  const packed = zipSync(plain, { level: 0 })
  const rows = await readSheet(packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length) as ArrayBuffer)
  return rows.map((row) =>
    row.map((cell: unknown) => {
      if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
      if (typeof cell === 'number' || cell === null || cell === undefined) return cell ?? null
      return String(cell)
    }),
  )
}

/** Text as Windows in China and everybody else save it: UTF-8, UTF-16 with its mark, else GB 18030. */
const decode = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Rows of comma, semicolon or tab separated text (RFC 4180), whichever its first line has most of. */
export const readSeparated = (text: string): string[][] => {
  const [firstLine = ''] = text.split(/\r?\n/, 1)
  const separator = [',', '\t', ';', '，'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  )
  const rows: string[][] = [[]]
  let [cell, isQuoted] = ['', false]
  const endCell = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at]!
      else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === separator) endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  return rows
}

/**
 * The rows of the first sheet of an .xlsx, or of a .csv: judged by content, not by name. Formulas bring the value they were
 * saved with. Never more memory than a table needs, and every other file is refused by a code. The readers are loaded when they
 * are first needed, so that a cold instance does not wait for them.
 */
export const readSpreadsheet = async (bytes: Uint8Array): Promise<Sheet | Refusal<SheetRefusal>> => {
  if (bytes.length > sheetBytesMax) return refuse('SHEET_TOO_LARGE')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse('SHEET_OLD_FORMAT')
  if (startsWith(bytes, 0x50, 0x4b)) {
    try {
      return await readWorkbook(bytes)
    } catch {
      return refuse('SHEET_UNREADABLE')
    }
  }
  const text = decode(bytes)
  if (text.trim() === '' || /[\u0000-\u0008]/.test(text)) return refuse('SHEET_UNREADABLE')
  const rows = readSeparated(text.replace(/^\uFEFF/, ''))
  return rows.length > sheetRowsMax ? refuse('SHEET_TOO_LONG') : rows.map((row) => row.map((cell) => cell || null))
}
