import { beginningOf } from './beginning'

/** One cell of a spreadsheet as it was typed. */
export type Cell = string | number | null
export type Rows = readonly (readonly Cell[])[]

/** What is wrong with a cell, said to whoever has the table open, e.g. D7. */
export interface CellProblem {
  readonly cell: string
  readonly sentence: string
}

/** How far down the heading may stand, under a title. */
const headingRowsMax = 5
/** As many as somebody mends before they choose the file again. */
export const problemsMax = 100
const shownMax = 12

const invisible = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uD800-\uDFFF]/gu

/** The words of a cell without what nobody sees, and without what an exported table put before a word that looks like a formula. */
export const wordsOf = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .replace(invisible, '')
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/u, '')

/** A word as it is quoted back, cut where it is long. */
export const shown = (words: string): string => beginningOf(words, shownMax)

export const letterOf = (column: number): string => String.fromCharCode(65 + column)

/** Whether nothing stands in a row. */
export const isEmptyRow = (cells: readonly Cell[]): boolean => cells.every((cell) => wordsOf(cell) === '')

/** Where the columns of a table stand, -1 for one that is not there. */
export interface Heading<C extends string> {
  readonly row: number
  readonly columns: Readonly<Record<C, number>>
}

/** The row that names the columns, in any order and with or without their units: 建筑面积（㎡） is 建筑面积. Null when none names all that are needed. */
export const headingOf = <C extends string>(
  rows: Rows,
  names: readonly C[],
  needed: readonly C[],
): Heading<C> | null => {
  for (const [row, cells] of rows.slice(0, headingRowsMax).entries()) {
    const heads = cells.map((cell) => wordsOf(cell).replace(/[（(].*[)）]$/, ''))
    const columns = Object.fromEntries(names.map((name) => [name, heads.indexOf(name)])) as Record<C, number>
    if (needed.every((name) => columns[name] >= 0)) return { row, columns }
  }
  return null
}

const areaMax = 100_000

/** A number as people type it: full-width digits and thousands commas are digits; 0x1F and 1e3 are words. */
export const plainNumber = (words: string): string => words.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '')
const isNumber = (words: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(words)

/** What is wrong with an area in square metres; null when it is one, to the hundredth. */
export const areaProblem = (words: string): string | null => {
  if (words === '') return '面积没有填'
  const area = Number(words)
  if (!isNumber(words)) return `面积“${shown(words)}”不是数字`
  if (area <= 0) return `面积 ${shown(words)} 不对，面积必须大于 0`
  return Math.round(area * 100) === 0 || area > areaMax ? `面积“${shown(words)}”超出范围` : null
}
