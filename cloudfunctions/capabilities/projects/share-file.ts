import { withShares, type BuildingShares, type Funding } from '@/shared/domain/projects/funding'
import { readShareTable } from '@/shared/domain/projects/share-table'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal, refuse, type Refusal } from '@/shared/kernel/decision'
import type { CellProblem } from '@/shared/kernel/table-cells'
import { readSpreadsheet, type SheetRefusal } from '../../runtime/spreadsheet'
import type { ReadStore } from '../../store/store'
import { fundingKeptBy, listBuildings } from './funding-of'

/** What a table would make of a draft. */
interface Table {
  funding: Funding
  buildings: BuildingShares[]
  /** Those of them that the table changes. */
  changedBuildings: BuildingShares[]
  changed: number
  problems: CellProblem[]
  count: number
  sumFen: number
}

/** Reads a table of shares against the draft it is for. */
export const readShareFile = async (
  { projectId, content }: { projectId: string; content: string },
  { actor, store }: { actor: Actor; store: ReadStore },
): Promise<Table | Refusal<SheetRefusal | 'FUNDING_ALREADY_OPEN' | 'NOT_FOUND'>> => {
  const funding = await fundingKeptBy(store, projectId, actor)
  if (!funding) return refuse('NOT_FOUND')
  if (funding.state === 'open') return refuse('FUNDING_ALREADY_OPEN')
  const sheet = await readSpreadsheet(new Uint8Array(Buffer.from(content, 'base64')))
  if (isRefusal(sheet)) return sheet
  const before = await listBuildings(store, funding._id)
  const read = readShareTable(sheet, before, funding)
  const { problems, count } = read
  if (problems.length > 0)
    return { funding, buildings: before, changedBuildings: [], changed: 0, problems, count, sumFen: read.readFen }
  const next = withShares(funding, read.buildings)
  const was = new Map(before.flatMap(({ shares }) => shares.map((one) => [one.householdId, JSON.stringify(one)])))
  const isChanged = (one: BuildingShares['shares'][number]) => was.get(one.householdId) !== JSON.stringify(one)
  return {
    funding: next.funding,
    buildings: next.buildings,
    changedBuildings: next.buildings.filter(({ shares }) => shares.some(isChanged)),
    changed: next.buildings.reduce((sum, { shares }) => sum + shares.filter(isChanged).length, 0),
    problems,
    count,
    sumFen: next.buildings.reduce((sum, { plannedFen }) => sum + plannedFen, 0),
  }
}
