import type { residents } from '@/shared/contracts/residents'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import { dutiesOf } from '@/shared/domain/residents/leaving'
import { roleNames } from '@/shared/kernel/roles'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { rankingChoiceIdOf } from '../../runtime/rank-rows'
import { nameOfHousehold } from '../../store/directory'
import { findPerson } from '../../store/reads'
import type { ReadStore } from '../../store/store'

/** How many times points of theirs have moved, or none; the account keeps count. */
const countTransfers = async (store: ReadStore, personId: string): Promise<number> => {
  const holder = await store.holders.get(holderIdOf('person', personId))
  return holder ? ((await store.accounts.get(holder.accountId))?.sequence ?? 0) : 0
}

/** What there is of somebody in the love bank, beside their points. */
const countService = async (store: ReadStore, personId: string) => {
  const [signups, checkIns, redemptions, certificates] = await Promise.all(
    (['signups', 'participations', 'redemptions', 'certificates'] as const).map((name) =>
      store[name].count({ personId }),
    ),
  )
  return { signups: signups!, checkIns: checkIns!, redemptions: redemptions!, certificates: certificates! }
}

/** What somebody said and did in consultations. */
const countTalks = async ({ consultations, partakers, comments, ballots }: ReadStore, personId: string) => {
  const [topics, supports, spoken, cast] = await Promise.all([
    consultations.count({ proposerId: personId }),
    partakers.count({ personId, isSupporter: true }),
    comments.count({ personId }),
    ballots.count({ personId }),
  ])
  return { topics, supports, comments: spoken, ballots: cast }
}

/** Everything the community keeps about the caller, in one answer; a newcomer nobody has entered reads that it is nothing. */
export const getMyData: Handler<typeof residents.getMyData> = async (_input, { actor, now, store, directory }) => {
  const [place, found, household, [bound], issues, bindings, notices, transfers, service, talks, choice] =
    await Promise.all([
      directory(),
      findPerson(store, actor.personId),
      actor.householdId ? store.households.get(actor.householdId) : null,
      store.bindings.list({
        where: { personId: actor.personId, state: 'approved' },
        orderBy: [['requestedAt', 'desc']],
        limit: 1,
      }),
      store.issues.count({ reporterId: actor.personId }),
      store.bindings.count({ personId: actor.personId }),
      store.notices.count({ recipientId: actor.personId }),
      countTransfers(store, actor.personId),
      countService(store, actor.personId),
      countTalks(store, actor.personId),
      store.rankingChoices.get(rankingChoiceIdOf(actor.personId)),
    ])
  const { phone, phoneConsent, leavesAt } = found?.person ?? {}
  return {
    now: toInstant(now),
    name: actor.name,
    isNewcomer: actor.isNewcomer,
    phone: phone ?? null,
    phoneConsent: phoneConsent ?? null,
    household: household && {
      id: household._id,
      label: nameOfHousehold(place, household),
      relation: bound?.householdId === household._id ? bound.relation : null,
    },
    dutyPosts: dutiesOf(found?.postings ?? [], now).map(({ role }) => roleNames[role]),
    counts: { issues, bindings, notices, transfers, ...service, ...talks },
    ranking: choice && { isListed: choice.isListed, at: choice.at },
    leavesAt: leavesAt ?? null,
  }
}
