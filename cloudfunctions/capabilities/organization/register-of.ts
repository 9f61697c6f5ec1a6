import {
  readHouseholdTable,
  registerChanges,
  type RegisterRow,
  type Stair,
} from '@/shared/domain/organization/household-table'
import type { Household } from '@/shared/domain/organization/records'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import type { CellProblem } from '@/shared/kernel/table-cells'
import { readSpreadsheet, type SheetRefusal } from '../../runtime/spreadsheet'
import type { Directory } from '../../store/directory'
import type { ReadStore } from '../../store/store'
import { listWholeIn } from '../../store/whole'

/** Every stairwell of the community, in the order of estates and buildings. */
export const stairsOf = ({ buildings, estateById }: Directory): Stair[] =>
  buildings.flatMap(({ _id: buildingId, estateId, name: building, units }) =>
    units.map(({ id: unitId, name: unit }) => ({
      estate: estateById.get(estateId)?.name ?? '',
      building,
      unit,
      estateId,
      buildingId,
      unitId,
    })),
  )

/** The doors of these buildings, building by building and in their order there; asked for together, however many buildings they are. */
export const householdsIn = async (
  buildingIds: readonly string[],
  communityId: string,
  store: ReadStore,
): Promise<Household[]> => {
  const place = new Map(buildingIds.map((id, at) => [id, at]))
  const found = await listWholeIn(store.households, 'buildingId', buildingIds, { communityId })
  return found.sort((a, b) => place.get(a.buildingId)! - place.get(b.buildingId)! || a.order - b.order)
}

/** What a table of households would do. */
interface Register {
  problems: CellProblem[]
  count: number
  added: RegisterRow[]
  changed: Household[]
  /** What there is of the buildings it names. */
  known: Household[]
}

/** Reads a table of households against what is there. */
export const readRegister = async (
  content: string,
  { actor, store, directory }: { actor: Actor; store: ReadStore; directory: () => Promise<Directory> },
): Promise<Register | Refusal<SheetRefusal>> => {
  const sheet = await readSpreadsheet(new Uint8Array(Buffer.from(content, 'base64')))
  if (isRefusal(sheet)) return sheet
  const { households, problems } = readHouseholdTable(sheet, stairsOf(await directory()))
  const count = households.length
  if (problems.length > 0) return { problems, count, added: [], changed: [], known: [] }
  const buildingIds = [...new Set(households.map(({ stair }) => stair.buildingId))]
  const known = await householdsIn(buildingIds, actor.communityId, store)
  return { problems, count, known, ...registerChanges(households, known) }
}
