import type { TestCloud } from '../../support/cloud'

export const desk = 'community-worker-1'

/** The register of 陶埙苑 as it is exported, changed, and put into a file again. */
export const registerOf = async (
  world: TestCloud,
  change: (rows: string[][]) => string[][] = (rows) => rows,
): Promise<{ fileName: string; content: string }> => {
  const { text } = await world.ask(desk, 'organization.exportHouseholds', { estateId: 'estate-12' })
  const rows = text
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))
  const csv = change(rows)
    .map((row) => row.join(','))
    .join('\r\n')
  return { fileName: '户册.csv', content: Buffer.from(csv).toString('base64') }
}

/** The rows with one cell said differently; row 1 is the first household, as row 0 are the heads. */
export const withCell = (row: number, column: number, value: string) => (rows: string[][]) =>
  rows.map((cells, at) => (at === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells))
