import { awardedNotice, type Shortfall } from '@/shared/domain/activities/activity-notices'
import { weighed } from '@/shared/domain/activities/counted'
import type { Participation, Session, Volunteer } from '@/shared/domain/activities/records'
import { dueOf } from '@/shared/domain/activities/settlement'
import type { BankRules } from '@/shared/domain/lovebank/bank-rules'
import { award } from '@/shared/domain/lovebank/entries'
import { issuerAccount, movedOf } from '@/shared/domain/lovebank/transfer'
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
  /** The account of the guardian a family is paid for; two of one household may each bring children. */
  guardianAccountId?: string | undefined
}

interface Paid {
  given: number
  shortfall: Shortfall | null
  accountId?: string
}
const nothing: Paid = { given: 0, shortfall: null }

/** Awards one account, once. What a full or stopped account cannot take is not given, and the hours stand all the same. */
const pay = async (
  tx: Transaction,
  session: Session,
  participation: Participation,
  { kind, ownerId, halfPoints, guardianAccountId }: Owed,
  { newAccountId, newSecret, rules }: Means,
  now: number,
): Promise<Paid> => {
  if (halfPoints === 0) return nothing
  const { communityId, title } = session
  const fresh = { accountId: newAccountId(kind), salt: newSecret(), now }
  const member = await memberOf(tx, { kind, ownerId, communityId }, fresh)
  const accountId = member.account._id
  const id = awardIdOf(session._id, accountId, guardianAccountId)
  if (await tx.transfers.get(id)) return { ...nothing, accountId }
  const draft = award(member.account, { id, halfPoints, issuer: issuerAccount(communityId), at: toInstant(now) }, rules)
  if (isRefusal(draft)) {
    const why = draft.refused === 'ACCOUNT_SUSPENDED' ? 'ACCOUNT_SUSPENDED' : 'BALANCE_FULL'
    return { given: 0, shortfall: { halfPoints, why }, accountId }
  }
  const note = {
    actorId: participation.decision?.by ?? participation.personId,
    title,
    reason: null,
    subjectId: session._id,
  }
  const { transfer } = await postTransfer(tx, member, draft, note)
  const given = movedOf(transfer, 'available') - transfer.owedChange
  const shortfall = given < halfPoints ? { halfPoints: halfPoints - given, why: 'BALANCE_FULL' as const } : null
  return { given, shortfall, accountId }
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
  const payTo = (owed: Owed): Promise<Paid> => pay(tx, session, changed, owed, means, now)
  const own = due ? await payTo({ kind: 'person', ownerId: personId, halfPoints: due.person }) : nothing
  const guardianAccountId = own.accountId
  const home =
    due && householdId
      ? await payTo({ kind: 'family', ownerId: householdId, halfPoints: due.family, guardianAccountId })
      : nothing
  const awarded = due && { person: own.given, family: home.given }
  const after = awarded ? { ...worth.participation, awarded } : worth.participation
  await tx.participations.put(after)
  await tx.volunteers.put(worth.volunteer)
  const shortfall = own.shortfall ?? home.shortfall
  if (own.given + home.given > 0 || shortfall)
    await tx.notices.create(awardedNotice(after, shortfall, noticeIdOf('awarded', after._id), now))
  return after
}
