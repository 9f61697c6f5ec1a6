const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

/** Rows as comma separated text with a byte order mark and CRLF, as Excel on a Chinese Windows takes it for UTF-8. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(String(cell))).join(',')}\r\n`).join('')}`
