import type { residents } from '@/shared/contracts/residents'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Ends the caller's membership of a household. What they reported from there keeps its place, which is why it was reported. */
export const leaveHousehold: Handler<typeof residents.leaveHousehold> = (_input, { actor, transact }) =>
  transact(async (tx) => {
    const found = await tx.persons.get(actor.personId)
    if (!found?.householdId) return refuse('HOUSEHOLD_NOT_BOUND')
    const { householdId: _left, ...person } = found
    await tx.persons.put(person)
    return { householdId: null }
  })
