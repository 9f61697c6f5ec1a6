import type { Person } from '@/shared/domain/organization/records'
import { batchSize, type Job, type JobContext } from './job'

/** Gives what was reported in an entered name to the account it turned out to be; answers how much there was. */
const giveTo = async (entered: Person, account: Person, { store }: JobContext): Promise<number> => {
  const { _id: from } = entered
  const given = await Promise.all([
    store.issues.updateWhere({ reporterId: from }, { reporterId: account._id, reporterName: account.name }),
    store.assistances.updateWhere({ forId: from }, { forId: account._id, forName: account.name, hasSignedIn: true }),
    store.notices.updateWhere({ recipientId: from }, { recipientId: account._id }),
  ])
  return given.reduce((sum, count) => sum + count, 0)
}

/**
 * Joins people entered by name with the accounts they were approved to be. The entered person goes with the first run that finds nothing
 * more to give: what somebody wrote in that very moment is given by the run after. Twice is once.
 */
export const joinEntered: Job = async (context) => {
  const { store } = context
  const found = await store.persons.list({ where: { joinsInto: { after: '' } }, limit: batchSize })
  let done = 0
  for (const entered of found) {
    const account = entered.joinsInto ? await store.persons.get(entered.joinsInto) : null
    if (!account) continue
    if ((await giveTo(entered, account, context)) > 0) done++
    else await store.transact((tx) => tx.persons.remove(entered._id))
  }
  return { done }
}
