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
import type { Household } from './records'

const columnNames = ['小区', '楼栋', '单元', '门牌', '建筑面积', '空置'] as const
type Column = (typeof columnNames)[number]
const neededColumns = ['小区', '楼栋', '单元', '门牌', '建筑面积'] as const
const nameMax = 20

/** The heads of a household register (户册), which is read back with the same ones. */
export const householdHeads: readonly string[] = columnNames

/** A stairwell as a table names it: 小区, 楼栋 and 单元. */
export interface Stair {
  readonly estate: string
  readonly building: string
  readonly unit: string
  readonly estateId: string
  readonly buildingId: string
  readonly unitId: string
}

/** A household as a row of the register. */
export const householdRow = (
  { name, areaSquareMeters, isVacant }: Household,
  { estate, building, unit }: Stair,
): string[] => [estate, building, unit, name, String(areaSquareMeters), isVacant ? '是' : '否'].map(neutralised)

/** A door with what the table says of it. */
export interface RegisterRow extends Pick<Household, 'name' | 'areaSquareMeters'> {
  readonly stair: Stair
  /** Null where the table does not say. */
  readonly isVacant: boolean | null
}

const vacancies: Readonly<Record<string, boolean | null>> = {
  '': null,
  是: true,
  空置: true,
  空: true,
  否: false,
  有人住: false,
}

const placeOf = ({ estate, building, unit }: Pick<Stair, 'estate' | 'building' | 'unit'>): string =>
  [estate, building, unit].join(' ')

/** How a door is told from others, within a community. */
export const doorOf = ({ unitId, name }: Pick<Household, 'unitId' | 'name'>): string => `${unitId} ${name}`

type Wrong = (column: Column, sentence: string) => void

/** Where a row is, or which of its cells names no place there is. */
const stairOf = (
  { estate, building, unit }: Pick<Stair, 'estate' | 'building' | 'unit'>,
  stairs: readonly Stair[],
  byPlace: ReadonlyMap<string, Stair>,
  wrong: Wrong,
): Stair | null => {
  const found = byPlace.get(placeOf({ estate, building, unit }))
  if (found) return found
  const inEstate = stairs.filter((one) => one.estate === estate)
  if (inEstate.length === 0) wrong('小区', `没有“${shown(estate)}”这个小区`)
  else if (!inEstate.some((one) => one.building === building)) wrong('楼栋', `${estate}没有“${shown(building)}”这栋楼`)
  else wrong('单元', `${estate}${building}没有“${shown(unit)}”这个单元`)
  return null
}

/**
 * The register a table brings, or everything that is wrong with it, cell by cell: with one wrong cell nothing counts. Doors may be new;
 * estates, buildings and units have to be there, since grids and posts hang on them. What a table leaves out stays as it is.
 */
export const readHouseholdTable = (
  rows: Rows,
  stairs: readonly Stair[],
): { households: RegisterRow[]; problems: CellProblem[] } => {
  const heading = headingOf(rows, columnNames, neededColumns)
  if (!heading) {
    const sentence = `没有找到表头，前几行里要有“${neededColumns.join('、')}”这几列`
    return { households: [], problems: [{ cell: 'A1', sentence }] }
  }
  const { columns } = heading
  const byPlace = new Map(stairs.map((stair) => [placeOf(stair), stair]))
  const [households, problems, rowOf] = [[] as RegisterRow[], [] as CellProblem[], new Map<string, number>()]
  const readRow = (cells: readonly Cell[], at: number) => {
    const of = (column: Column) => (columns[column] < 0 ? '' : wordsOf(cells[columns[column]]))
    const before = problems.length
    const wrong: Wrong = (column, sentence) => {
      if (problems.length < problemsMax) problems.push({ cell: `${letterOf(columns[column])}${at + 1}`, sentence })
    }
    const [name, area, vacancy] = [of('门牌'), plainNumber(of('建筑面积')), of('空置')]
    const stair = stairOf({ estate: of('小区'), building: of('楼栋'), unit: of('单元') }, stairs, byPlace, wrong)
    if (name === '') wrong('门牌', '门牌没有填')
    if ([...name].length > nameMax) wrong('门牌', `门牌不能超过 ${nameMax} 个字`)
    const problem = areaProblem(area)
    if (problem) wrong('建筑面积', problem)
    const isVacant = Object.hasOwn(vacancies, vacancy) ? vacancies[vacancy]! : undefined
    if (isVacant === undefined) wrong('空置', `“${shown(vacancy)}”看不懂，请写“是”或“否”`)
    if (!stair || isVacant === undefined || problems.length > before) return
    const earlier = rowOf.get(doorOf({ unitId: stair.unitId, name }))
    if (earlier !== undefined) return wrong('门牌', `${placeOf(stair)} ${name} 和第 ${earlier} 行重复了`)
    rowOf.set(doorOf({ unitId: stair.unitId, name }), at + 1)
    households.push({ stair, name, areaSquareMeters: Math.round(Number(area) * 100) / 100, isVacant })
  }
  rows.forEach((cells, at) => {
    if (at > heading.row && !isEmptyRow(cells)) readRow(cells, at)
  })
  if (households.length === 0 && problems.length === 0)
    problems.push({ cell: `A${heading.row + 2}`, sentence: '表里还没有住户' })
  return { households, problems }
}

/** What a table changes in a register: doors that come, and doors said differently. Nothing where it says what is there. */
export const registerChanges = (
  read: readonly RegisterRow[],
  known: readonly Household[],
): { added: RegisterRow[]; changed: Household[] } => {
  const byDoor = new Map(known.map((one) => [doorOf(one), one]))
  const changed = read.flatMap(({ stair, name, areaSquareMeters, isVacant }) => {
    const one = byDoor.get(doorOf({ unitId: stair.unitId, name }))
    if (!one) return []
    const next = { ...one, areaSquareMeters, isVacant: isVacant ?? one.isVacant }
    return next.areaSquareMeters === one.areaSquareMeters && next.isVacant === one.isVacant ? [] : [next]
  })
  return { added: read.filter(({ stair, name }) => !byDoor.has(doorOf({ unitId: stair.unitId, name }))), changed }
}
