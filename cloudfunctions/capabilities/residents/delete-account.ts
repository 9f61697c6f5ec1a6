import type { residents } from '@/shared/contracts/residents'
import { askToLeave } from '@/shared/domain/residents/leaving'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { ownRecord } from './own-record'

/** Notes that the caller wants to leave; the job `endAccounts` carries it out on the day. */
export const deleteAccount: Handler<typeof residents.deleteAccount> = async (
  _input,
  { actor, now, store, transact },
) => {
  const postings = await store.postings.list({ where: { personId: actor.personId } })
  return transact(async (tx) => {
    const leaving = askToLeave(await ownRecord(tx, actor), postings, now)
    if (isRefusal(leaving)) return leaving
    await tx.persons.put(leaving)
    return { leavesAt: leaving.leavesAt }
  })
}
