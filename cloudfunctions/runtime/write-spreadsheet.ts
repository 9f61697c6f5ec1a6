export type SheetFormat = 'csv' | 'xlsx'

/** What a table is served as. */
export const sheetTypes: Record<SheetFormat, string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

/** UTF-8 with a byte order mark and CRLF, as Excel on a Chinese Windows takes it for UTF-8. */
const csvOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`)

/**
 * A table as a file, its first row the heads. Every cell is text: whoever makes the rows has taken the formulas out of them. The
 * writer of workbooks is loaded when one is first written.
 */
export const writeSpreadsheet = async (
  format: SheetFormat,
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> => {
  if (format === 'csv') return csvOf(rows)
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const [heads = [], ...body] = rows
  const sheet = [
    heads.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
    ...body.map((row) => row.map((value) => (value === '' ? null : { type: String, value }))),
  ]
  const width = (at: number) => Math.max(...rows.slice(0, 100).map((row) => (row[at]?.length ?? 0) * 2 + 2), 8)
  const columns = heads.map((_, at) => ({ width: Math.min(width(at), 40) }))
  return new Uint8Array(await writeXlsxFile(sheet, { columns, sheet: '事项' }).toBuffer())
}
