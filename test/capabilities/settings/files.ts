import { sheetXml, workbook, type WrittenCell } from '../../support/sheets'

export const heading = ['日期', '类型', '名称']

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes as string).toString('base64')

/** A table of 2027 as its file reaches the server. */
export const tableOf = (rows: readonly (readonly WrittenCell[])[], year = 2027) => ({
  year,
  fileName: '节假日.xlsx',
  content: base64(workbook(sheetXml([heading, ...rows]))),
})

/** The same as comma separated text. */
export const csvOf = (rows: readonly (readonly string[])[], year = 2027) => ({
  year,
  fileName: '节假日.csv',
  content: base64([heading, ...rows].map((row) => row.join(',')).join('\n')),
})

export const rows2027: WrittenCell[][] = [
  [{ serial: 46388 }, '放假', '元旦'],
  ['2027-01-02', '放假', '元旦'],
  ['2027-01-09', '上班', '元旦调休'],
]
