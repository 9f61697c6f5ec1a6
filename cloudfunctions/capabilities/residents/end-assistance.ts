import type { residents } from '@/shared/contracts/residents'
import { ended } from '@/shared/domain/residents/assistance'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { shownAssistance } from './assistance-view'

/** Ends one's own assistance; one that is over already stays as it ended. */
export const endAssistance: Handler<typeof residents.endAssistance> = ({ id }, { actor, now, transact }) =>
  transact(async (tx) => {
    const assistance = await tx.assistances.get(id)
    if (assistance?.by.personId !== actor.personId) return refuse('NOT_FOUND')
    const over = ended(assistance, now)
    if (over !== assistance) await tx.assistances.put(over)
    return shownAssistance(over, now)
  })
