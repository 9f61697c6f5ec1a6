import { readYuan, yuanDecimal, yuanWords } from '../../kernel/money'
import type { ShareRule } from '../../kernel/projects'
import {
  areaProblem,
  headingOf,
  isEmptyRow,
  letterOf,
  plainNumber,
  problemsMax,
  shown,
  wordsOf,
  type Cell,
  type CellProblem,
  type Rows,
} from '../../kernel/table-cells'
import { neutralised } from '../issues/export-columns'
import { dueOf, withSums, type BuildingShares, type Share } from './funding'
import { hundredthsOf } from './shares'

const columnNames = ['楼栋', '户', '建筑面积', '分摊金额', '免缴原因'] as const
type Column = (typeof columnNames)[number]
const reasonMax = 60

/** The heads of the table of shares, which is read back with the same ones. */
export const shareHeads = [...columnNames, '应缴', '已缴', '已退']

const areaText = (hundredths: number): string => yuanDecimal(hundredths)

/** The shares as rows of a table, in the order of houses and doors. */
export const shareRows = (buildings: readonly BuildingShares[]): string[][] =>
  buildings.flatMap(({ name, shares }) =>
    shares.map((one) =>
      [
        name,
        one.label,
        areaText(one.areaHundredths),
        yuanDecimal(one.plannedFen),
        one.exemptFor ?? '',
        yuanDecimal(dueOf(one)),
        yuanDecimal(one.paidFen),
        yuanDecimal(one.refundedFen),
      ].map(neutralised),
    ),
  )

interface Read {
  areaHundredths: number
  isAreaTyped: boolean
  plannedFen: number
  exemptFor: string | null
}

/** What stands in a row after its household, or what is wrong with it; a table without reasons leaves those there are. */
const readRow = (
  cells: readonly Cell[],
  columns: Record<Column, number>,
  { rule, known }: { rule: ShareRule; known: Share },
  wrong: (column: Column, sentence: string) => void,
): Read => {
  const of = (column: Column) => (columns[column] < 0 ? '' : wordsOf(cells[columns[column]]))
  const typedArea = plainNumber(of('建筑面积'))
  const area = areaProblem(typedArea)
  if (area) wrong('建筑面积', area)
  const reason = columns.免缴原因 < 0 ? (known.exemptFor ?? '') : of('免缴原因')
  if (reason.length > reasonMax) wrong('免缴原因', `免缴原因不能超过 ${reasonMax} 个字`)
  const amount = rule === 'manual' && reason === '' ? readYuan(plainNumber(of('分摊金额'))) : 0
  if (amount === null)
    wrong('分摊金额', `金额“${shown(of('分摊金额'))}”不对，请写成 1234.56 这样，最多两位小数，不能是负数`)
  const areaHundredths = area ? 0 : hundredthsOf(Number(typedArea))
  return {
    areaHundredths,
    isAreaTyped: known.isAreaTyped || areaHundredths !== known.areaHundredths,
    plannedFen: amount ?? 0,
    exemptFor: reason === '' ? null : reason,
  }
}

/**
 * The buildings of a draft as a table changes them, or everything that is wrong with it, cell by cell: with one wrong cell nothing
 * counts. Every household stands in it once; by hand the amounts come to the sum.
 */
export const readShareTable = (
  rows: Rows,
  buildings: readonly BuildingShares[],
  { rule, totalFen }: { rule: ShareRule; totalFen: number },
): { buildings: BuildingShares[]; problems: CellProblem[]; count: number; readFen: number } => {
  const heading = headingOf(rows, columnNames, ['楼栋', '户', '建筑面积'])
  const nothing = { buildings: [], count: 0, readFen: 0 }
  if (!heading || (rule === 'manual' && heading.columns.分摊金额 < 0)) {
    const heads = rule === 'manual' ? '楼栋、户、建筑面积、分摊金额' : '楼栋、户、建筑面积'
    return { ...nothing, problems: [{ cell: 'A1', sentence: `没有找到表头，前几行里要有“${heads}”这几列` }] }
  }
  const { columns } = heading
  const known = new Map(
    buildings.flatMap(({ name, shares }) => shares.map((one) => [`${name} ${one.label}`, one] as const)),
  )
  const names = new Set(buildings.map(({ name }) => name))
  const [read, rowOf, problems] = [new Map<string, Read>(), new Map<string, number>(), [] as CellProblem[]]
  rows.forEach((cells, at) => {
    if (at <= heading.row || isEmptyRow(cells)) return
    const wrong = (column: Column, sentence: string) => {
      if (problems.length < problemsMax) problems.push({ cell: `${letterOf(columns[column])}${at + 1}`, sentence })
    }
    const [building, door] = [wordsOf(cells[columns.楼栋]), wordsOf(cells[columns.户])]
    const one = known.get(`${building} ${door}`)
    if (!names.has(building)) return wrong('楼栋', `“${shown(building)}”不在这次自筹的楼里`)
    if (!one) return wrong('户', `${building}没有“${shown(door)}”这一户`)
    const earlier = rowOf.get(one.householdId)
    if (earlier !== undefined) return wrong('户', `${building}${door} 和第 ${earlier} 行重复了`)
    rowOf.set(one.householdId, at + 1)
    read.set(one.householdId, readRow(cells, columns, { rule, known: one }, wrong))
  })
  const missing = [...known].filter(([, { householdId }]) => !rowOf.has(householdId))
  if (missing.length > 0 && problems.length < problemsMax)
    problems.push({
      cell: `A${rows.length + 1}`,
      sentence: `少了 ${missing.length} 户，例如 ${missing[0]![0]}；每户都要写在表里`,
    })
  const readFen = [...read.values()].reduce((sum, { plannedFen }) => sum + plannedFen, 0)
  if (rule === 'manual' && problems.length === 0 && readFen !== totalFen)
    problems.push({
      cell: `${letterOf(columns.分摊金额)}${heading.row + 1}`,
      sentence: `各户合计 ${yuanWords(readFen)}，比总额 ${yuanWords(totalFen)} ${readFen > totalFen ? '多' : '少'} ${yuanWords(Math.abs(readFen - totalFen))}`,
    })
  const changed = (one: Share): Share => ({ ...one, ...read.get(one.householdId) })
  return {
    problems,
    count: read.size,
    readFen,
    buildings: buildings.map((building) => withSums({ ...building, shares: building.shares.map(changed) })),
  }
}
