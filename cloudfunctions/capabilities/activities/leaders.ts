import type { LeaderCandidate } from '@/shared/domain/activities/leader'
import { holderIdOf, type Account } from '@/shared/domain/lovebank/account'
import type { FoundPerson } from '../../store/reads'
import type { ReadStore } from '../../store/store'
import { volunteerIdOf } from './ids'

type Records = {
  volunteers: { personId: string; times: number }[]
  holders: { ownerId: string; accounts: Pick<Account, 'suspension'>[] }[]
}

/** People with the records that say whether they have served before and whether their account is stopped. One request. */
export const leadersAmong = async (
  store: ReadStore,
  communityId: string,
  found: readonly FoundPerson[],
): Promise<LeaderCandidate[]> => {
  const ids = found.map(({ person }) => person._id)
  const among = (of: readonly string[]) => ({ $match: { _id: { $in: of } } })
  const [records] = (await store.aggregate('communities', { _id: communityId }, [
    { limit: 1 },
    { lookup: { from: 'volunteers', pipeline: [among(ids.map(volunteerIdOf))], as: 'volunteers' } },
    {
      lookup: {
        from: 'holders',
        pipeline: [
          among(ids.map((id) => holderIdOf('person', id))),
          { $lookup: { from: 'accounts', localField: 'accountId', foreignField: '_id', as: 'accounts' } },
        ],
        as: 'holders',
      },
    },
  ])) as Records[]
  return found.map(({ person, postings }) => ({
    person,
    postings,
    volunteer: records?.volunteers.find(({ personId }) => personId === person._id) ?? null,
    account: records?.holders.find(({ ownerId }) => ownerId === person._id)?.accounts[0] ?? null,
  }))
}
