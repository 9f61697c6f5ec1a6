import type { organization } from '@/shared/contracts/organization'
import type { RegisterRow } from '@/shared/domain/organization/household-table'
import type { Household } from '@/shared/domain/organization/records'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler, QueryContext } from '../../runtime/handler'
import { digest } from '../../runtime/hash'
import { partsOf } from '../../store/whole'
import { readRegister } from './register-of'

/** So many new doors a call, which has seconds. */
const addedMax = 500
/** CloudBase takes a hundred operations in a transaction. */
const writtenAtOnce = 90

/** Doors of one size and one vacancy are set together, some hundred a request: a community has thousands of doors, and some dozen sizes. */
const setChanged = async (changed: readonly Household[], { store, actor }: QueryContext): Promise<void> => {
  const alike = new Map<string, Household[]>()
  for (const one of changed) {
    const key = `${one.areaSquareMeters} ${one.isVacant}`
    alike.set(key, [...(alike.get(key) ?? []), one])
  }
  for (const some of alike.values()) {
    const { areaSquareMeters, isVacant } = some[0]!
    for (const ids of partsOf(some.map(({ _id }) => _id))) {
      const where = { communityId: actor.communityId, _id: { in: ids } }
      await store.households.updateWhere(where, { areaSquareMeters, isVacant })
    }
  }
}

/** New doors stand behind those of their building that are there; their ids say which door they are, so twice is once. */
const doorsOf = (added: readonly RegisterRow[], known: readonly Household[], communityId: string): Household[] => {
  const last = new Map<string, number>()
  for (const { buildingId, order } of known) last.set(buildingId, Math.max(last.get(buildingId) ?? 0, order))
  return added.map(({ stair: { estateId, buildingId, unitId }, name, areaSquareMeters, isVacant }) => {
    const order = (last.get(buildingId) ?? 0) + 1
    last.set(buildingId, order)
    const _id = `household-${digest('household', unitId, name).slice(0, 24)}`
    const place = { _id, communityId, estateId, buildingId, unitId }
    return { ...place, name, order, isVacant: isVacant ?? false, areaSquareMeters }
  })
}

/**
 * Brings a household register (户册) from a table. All of it is checked before any of it is written; a call that breaks off is made whole by the same table
 * again, which writes what is missing and nothing else. Sets that a consent has frozen stay as they are.
 */
export const importHouseholds: Handler<typeof organization.importHouseholds> = async ({ content }, context) => {
  const read = await readRegister(content, context)
  if (isRefusal(read)) return read
  const { problems, count, added, changed, known } = read
  if (problems.length > 0)
    return refuse('HOUSEHOLD_ROWS_WRONG', Object.fromEntries(problems.map(({ cell, sentence }) => [cell, sentence])))
  if (added.length > addedMax) return refuse('HOUSEHOLDS_TOO_MANY')
  await setChanged(changed, context)
  const doors = doorsOf(added, known, context.actor.communityId)
  for (let at = 0; at < doors.length; at += writtenAtOnce)
    await context.note(async (tx) => {
      for (const door of doors.slice(at, at + writtenAtOnce)) await tx.households.put(door)
    })
  return { count, added: added.length, changed: changed.length }
}
