import { csvText } from '@/shared/kernel/csv'

export type SheetFormat = 'csv' | 'xlsx'

/** What a table is served as. */
export const sheetTypes: Record<SheetFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Words, or a number that a spreadsheet can go on reckoning with. */
export type SheetCell = string | number

const workbookCell = (value: SheetCell) => {
  if (typeof value === 'number') return { type: Number, value }
  return value === '' ? null : { type: String, value }
}

/**
 * A table as a file, its first row the heads; `name` is that of its sheet. Words are never more than text: whoever makes the rows has
 * taken the formulas out of them. The writer of workbooks is loaded when one is first written.
 */
export const writeSpreadsheet = async (
  format: SheetFormat,
  name: string,
  rows: readonly (readonly SheetCell[])[],
): Promise<Uint8Array> => {
  if (format === 'csv') return new TextEncoder().encode(csvText(rows))
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const [heads = [], ...body] = rows
  const sheet = [
    heads.map((value) => ({ type: String, value: String(value), fontWeight: 'bold' as const })),
    ...body.map((row) => row.map(workbookCell)),
  ]
  const width = (at: number) => Math.max(...rows.slice(0, 100).map((row) => String(row[at] ?? '').length * 2 + 2), 8)
  const columns = heads.map((_, at) => ({ width: Math.min(width(at), 40) }))
  return new Uint8Array(await writeXlsxFile(sheet, { columns, sheet: name }).toBuffer())
}
