import { awardedNotice } from '@/shared/domain/activities/activity-notices'
import { weighed } from '@/shared/domain/activities/counted'
import type { Participation, Session, Volunteer } from '@/shared/domain/activities/records'
import { dueOf } from '@/shared/domain/activities/settlement'
import type { BankRules } from '@/shared/domain/lovebank/bank-rules'
import { award } from '@/shared/domain/lovebank/entries'
import { issuerAccount } from '@/shared/domain/lovebank/transfer'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { memberOf, postTransfer } from '../../runtime/ledger'
import type { Transaction } from '../../store/store'
import { awardIdOf, noticeIdOf } from './ids'

/** What a settlement needs from outside: what is drawn by chance, and the rules points are given by. A job brings them too. */
export interface Means {
  readonly newAccountId: (kind: 'person' | 'family') => string
  readonly newSecret: () => string
  readonly rules: BankRules
}

interface Owed {
  kind: 'person' | 'family'
  ownerId: string
  halfPoints: number
}

/** Awards one account, once. What a full or stopped account cannot take is not given, and the hours stand all the same. */
const pay = async (
  tx: Transaction,
  session: Session,
  participation: Participation,
  { kind, ownerId, halfPoints }: Owed,
  { newAccountId, newSecret, rules }: Means,
  now: number,
): Promise<number> => {
  if (halfPoints === 0) return 0
  const { communityId, title } = session
  const fresh = { accountId: newAccountId(kind), salt: newSecret(), now }
  const member = await memberOf(tx, { kind, ownerId, communityId }, fresh)
  const id = awardIdOf(session._id, member.account._id)
  if (await tx.transfers.get(id)) return 0
  const draft = award(member.account, { id, halfPoints, issuer: issuerAccount(communityId), at: toInstant(now) }, rules)
  if (isRefusal(draft)) return 0
  const note = {
    actorId: participation.decision?.by ?? participation.personId,
    title,
    reason: null,
    subjectId: session._id,
  }
  const { transfer } = await postTransfer(tx, member, draft, note)
  return (
    transfer.lines.reduce((sum, line) => sum + (line.account === 'available' ? line.halfPoints : 0), 0) -
    transfer.owedChange
  )
}

/**
 * Writes a participation that has changed with what it is worth now, its owner's hours, and, once it is out and agreed to, the award:
 * accounts, transfers, notes, and nothing of the session.
 */
export const settle = async (
  tx: Transaction,
  session: Session,
  volunteer: Volunteer,
  before: Participation,
  changed: Participation,
  means: Means,
  now: number,
): Promise<Participation> => {
  const worth = weighed(volunteer, before, changed, session)
  const due = dueOf(worth.participation, session)
  const { personId, householdId } = changed
  const awarded = due && {
    person: await pay(tx, session, changed, { kind: 'person', ownerId: personId, halfPoints: due.person }, means, now),
    family: householdId
      ? await pay(tx, session, changed, { kind: 'family', ownerId: householdId, halfPoints: due.family }, means, now)
      : 0,
  }
  const after = awarded ? { ...worth.participation, awarded } : worth.participation
  await tx.participations.put(after)
  await tx.volunteers.put(worth.volunteer)
  if (awarded && awarded.person + awarded.family > 0)
    await tx.notices.create(awardedNotice(after, noticeIdOf('awarded', after._id), now))
  return after
}
