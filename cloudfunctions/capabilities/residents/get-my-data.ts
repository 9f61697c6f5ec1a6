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

const consentsShown = 50

/**
 * Consents they have signed in and how many lines of the log name them, those signed last first. Papers are kept under a written name and are not found by a
 * person; they stand in the records of the household.
 */
const signedIn = async (store: ReadStore, personId: string) => {
  const rows = (await store.aggregate('consentNotes', { 'signer.personId': personId }, [
    { group: { _id: '$consentId', lines: { $sum: 1 }, lastAt: { $max: '$at' } } },
    { sort: { lastAt: -1, _id: 1 } },
    { limit: consentsShown },
  ])) as { _id: string; lines: number; lastAt: string }[]
  if (rows.length === 0) return []
  const found = await store.consents.list({ where: { _id: { in: rows.map(({ _id }) => _id) } }, limit: consentsShown })
  const titleOf = new Map(found.map(({ _id, title }) => [_id, title]))
  return rows.map(({ _id: id, lines, lastAt }) => ({ id, title: titleOf.get(id) ?? '', lines, lastAt }))
}

/** Everything the community keeps about the caller, in one answer; a newcomer nobody has entered reads that it is nothing. */
export const getMyData: Handler<typeof residents.getMyData> = async (_input, { actor, now, store, directory }) => {
  const [place, found, household, [bound], issues, bindings, notices, transfers, service, talks, choice, signed] =
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
      signedIn(store, actor.personId),
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
    signed,
    leavesAt: leavesAt ?? null,
  }
}
