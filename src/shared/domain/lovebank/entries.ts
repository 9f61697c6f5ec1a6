import { refuse, type Refusal } from '../../kernel/decision'
import { dayOf, daysBetween } from '../../kernel/time'
import { balanceOf, type Account } from './account'
import type { BankRules } from './bank-rules'
import { firstOf, isFresh, lotsOfHold, type LotPart } from './lots'
import { halfPointsMax, isMemberPart, movedOf, type Draft, type Line, type Transfer } from './transfer'

/**
 * Every way points move, deciding and not writing: from an account as it is to the entry that changes it, or to a refusal. No entry
 * touches a second member, and none lets anything fall below zero.
 */
type Entry<Code extends string> = Draft | Refusal<Code>

const isAmount = (halfPoints: number): boolean =>
  Number.isSafeInteger(halfPoints) && halfPoints > 0 && halfPoints <= halfPointsMax

const sumOf = (parts: readonly LotPart[]): number => parts.reduce((sum, { halfPoints }) => sum + halfPoints, 0)

const linesOf = (account: 'available' | 'held', sign: 1 | -1, parts: readonly LotPart[]): Line[] =>
  parts.map(({ expiresOn, halfPoints }) => ({ account, lot: expiresOn, halfPoints: sign * halfPoints }))

const against = (account: string, halfPoints: number): Line[] =>
  halfPoints === 0 ? [] : [{ account, lot: null, halfPoints }]

/** How many of the half points somebody earned they can be given: no more than the balance may hold, after what they owe. */
export const roomFor = (account: Account, halfPoints: number, rules: BankRules): number =>
  Math.max(0, Math.min(halfPoints, rules.balanceMax + account.owed - balanceOf(account)))

/**
 * Points for something done, from whoever gives them to the member, in a lot of their own day. What the member owes is taken off first:
 * that part never left the issuer. What the balance has no room for is not awarded at all (`BALANCE_FULL` where there is none).
 */
export const award = (
  account: Account,
  { id, halfPoints, issuer, at }: { id: string; halfPoints: number; issuer: string; at: string },
  rules: BankRules,
): Entry<'AMOUNT_INVALID' | 'ACCOUNT_SUSPENDED' | 'BALANCE_FULL'> => {
  if (!isAmount(halfPoints)) return refuse('AMOUNT_INVALID')
  if (account.suspension) return refuse('ACCOUNT_SUSPENDED')
  const given = roomFor(account, halfPoints, rules)
  if (given === 0) return refuse('BALANCE_FULL')
  const repaid = Math.min(account.owed, given)
  const kept = given - repaid
  const lot = { expiresOn: rules.expiryOf(dayOf(at)), halfPoints: kept }
  return {
    _id: id,
    kind: 'award',
    lines: kept === 0 ? [] : [...against(issuer, -kept), ...linesOf('available', 1, [lot])],
    owedChange: -repaid + 0,
    refers: null,
    at,
  }
}

/** Sets points aside for something that will be handed over, the oldest first. Only what is free, and still counts today, can be held. */
export const hold = (
  account: Account,
  { id, halfPoints, at }: { id: string; halfPoints: number; at: string },
): Entry<'AMOUNT_INVALID' | 'ACCOUNT_SUSPENDED' | 'POINTS_TOO_FEW'> => {
  if (!isAmount(halfPoints)) return refuse('AMOUNT_INVALID')
  if (account.suspension) return refuse('ACCOUNT_SUSPENDED')
  const fresh = account.lots.filter((lot) => isFresh(lot, dayOf(at)))
  const parts = firstOf(fresh, halfPoints)
  if (!parts) return refuse('POINTS_TOO_FEW')
  return {
    _id: id,
    kind: 'hold',
    lines: [...linesOf('available', -1, parts), ...linesOf('held', 1, parts)],
    owedChange: 0,
    refers: null,
    at,
  }
}

/** What was held goes to the centre that handed it over. A hold ends once: captured or released. */
export const capture = (
  account: Account,
  { id, holdId, centre, at }: { id: string; holdId: string; centre: string; at: string },
): Entry<'HOLD_NOT_OPEN'> => {
  const parts = lotsOfHold(account, holdId)
  if (!parts) return refuse('HOLD_NOT_OPEN')
  return {
    _id: id,
    kind: 'capture',
    lines: [...linesOf('held', -1, parts), ...against(centre, sumOf(parts))],
    owedChange: 0,
    refers: holdId,
    at,
  }
}

/** What was held is free again, in the lots it came from; those whose day has passed meanwhile end here. */
export const release = (
  account: Account,
  { id, holdId, at }: { id: string; holdId: string; at: string },
): Entry<'HOLD_NOT_OPEN'> => {
  const parts = lotsOfHold(account, holdId)
  if (!parts) return refuse('HOLD_NOT_OPEN')
  const today = dayOf(at)
  const fresh = parts.filter((part) => isFresh(part, today))
  return {
    _id: id,
    kind: 'release',
    lines: [
      ...linesOf('held', -1, parts),
      ...linesOf('available', 1, fresh),
      ...against('expired', sumOf(parts) - sumOf(fresh)),
    ],
    owedChange: 0,
    refers: holdId,
    at,
  }
}

/** The free points whose last day has passed end; null where there are none. */
export const expire = (account: Account, { at }: { at: string }): Draft | null => {
  const today = dayOf(at)
  const parts = account.lots
    .filter((lot) => lot.available > 0 && !isFresh(lot, today))
    .map(({ expiresOn, available }) => ({ expiresOn, halfPoints: available }))
  if (parts.length === 0) return null
  return {
    _id: `expire:${account._id}:${today}`,
    kind: 'expire',
    lines: [...linesOf('available', -1, parts), ...against('expired', sumOf(parts))],
    owedChange: 0,
    refers: null,
    at,
  }
}

/** Everything that is free ends, because the member leaves; null where nothing is. */
export const forfeit = (account: Account, { at }: { at: string }): Draft | null => {
  const parts = firstOf(account.lots, account.available)
  if (!parts || parts.length === 0) return null
  return {
    _id: `expire:${account._id}:leaving`,
    kind: 'expire',
    lines: [...linesOf('available', -1, parts), ...against('expired', sumOf(parts))],
    owedChange: 0,
    refers: null,
    at,
  }
}

/** A correction by hand, up or down, with a reason; down takes the oldest and never more than is free. */
export const adjust = (
  account: Account,
  { id, halfPoints, at }: { id: string; halfPoints: number; at: string },
  rules: BankRules,
): Entry<'AMOUNT_INVALID' | 'AMOUNT_TOO_LARGE' | 'POINTS_TOO_FEW' | 'BALANCE_FULL'> => {
  if (!isAmount(Math.abs(halfPoints))) return refuse('AMOUNT_INVALID')
  const draft = { _id: id, kind: 'adjust', owedChange: 0, refers: null, at } as const
  if (halfPoints > 0) {
    if (halfPoints > rules.balanceMax) return refuse('AMOUNT_TOO_LARGE')
    if (balanceOf(account) + halfPoints > rules.balanceMax) return refuse('BALANCE_FULL')
    const lot = { expiresOn: rules.expiryOf(dayOf(at)), halfPoints }
    return { ...draft, lines: [...against('adjusted', -halfPoints), ...linesOf('available', 1, [lot])] }
  }
  const parts = firstOf(account.lots, -halfPoints)
  if (!parts) return refuse(-halfPoints > rules.balanceMax ? 'AMOUNT_TOO_LARGE' : 'POINTS_TOO_FEW')
  return { ...draft, lines: [...linesOf('available', -1, parts), ...against('adjusted', -halfPoints)] }
}

/** The id under which a transfer is taken back, so that it happens once. */
export const reversalIdOf = (transferId: string): string => `reverse:${transferId}`

const isReversal = (transferId: string): boolean => transferId.startsWith('reverse:')

const isTakeable = ({ kind, refers }: Transfer): boolean =>
  ['award', 'capture', 'adjust'].includes(kind) || (kind === 'reverse' && refers !== null && !isReversal(refers))

const isRecent = ({ at }: Transfer, day: string, { reverseDays }: BankRules): boolean =>
  daysBetween(dayOf(at), day) <= reverseDays

/** What a redemption moved is taken back with the redemption, so that goods and points never part. */
export const isOfRedemption = ({ _id }: Pick<Transfer, '_id'>): boolean =>
  /^(reverse:)*(hold|capture|release):/.test(_id)

/** Whether a transfer could be taken back now, had nobody done so yet. */
export const isReversible = (transfer: Transfer, now: number, rules: BankRules): boolean =>
  isTakeable(transfer) && isRecent(transfer, dayOf(now), rules)

/** What a transfer gave the member in all, what they owed and no longer do included. */
const gainOf = (transfer: Transfer): number =>
  movedOf(transfer, 'available') + movedOf(transfer, 'held') - transfer.owedChange

const systemOf = ({ lines }: Transfer): string =>
  lines.find(({ account }) => !isMemberPart(account))?.account ?? 'adjusted'

/** Takes what an entry brought, from its own lot first and then the oldest; what is no longer there is owed. */
const takeBack = (account: Account, original: Transfer): Pick<Draft, 'lines' | 'owedChange'> => {
  const takes = Math.min(movedOf(original, 'available'), account.available)
  const own = original.lines.find(({ lot }) => lot !== null)?.lot
  const parts =
    firstOf([...account.lots.filter(isOf(own)), ...account.lots.filter((lot) => !isOf(own)(lot))], takes) ?? []
  return {
    lines: [...linesOf('available', -1, parts), ...against(systemOf(original), takes)],
    owedChange: gainOf(original) - takes,
  }
}

const isOf =
  (day: string | null | undefined) =>
  ({ expiresOn }: { expiresOn: string }): boolean =>
    expiresOn === day

/** Gives what an entry took, to the lots it came from; of what was owed by it, only that which has been paid since. */
const giveBack = (account: Account, original: Transfer, freshLot: string): Pick<Draft, 'lines' | 'owedChange'> => {
  const parts = original.lines.flatMap(({ lot, halfPoints }) =>
    lot !== null ? [{ expiresOn: lot, halfPoints: -halfPoints }] : [],
  )
  const forgiven = Math.min(account.owed, original.owedChange)
  const paid = original.owedChange - forgiven
  const all = paid > 0 ? [...parts, { expiresOn: freshLot, halfPoints: paid }] : parts
  return {
    lines: [...against(systemOf(original), -sumOf(all)), ...linesOf('available', 1, all)],
    owedChange: -forgiven + 0,
  }
}

/**
 * Takes back a transfer, within the days the rules give. Of an award only what is free can be taken; the rest is owed and comes off later
 * awards. What a centre took returns to the lots it came from, and ends with them. A taking back can itself be taken back, once.
 */
export const reverse = (
  account: Account,
  { original, at }: { original: Transfer; at: string },
  rules: BankRules,
): Entry<'TRANSFER_NOT_REVERSIBLE' | 'TRANSFER_TOO_OLD'> => {
  if (!isTakeable(original)) return refuse('TRANSFER_NOT_REVERSIBLE')
  if (!isRecent(original, dayOf(at), rules)) return refuse('TRANSFER_TOO_OLD')
  const change =
    gainOf(original) > 0 ? takeBack(account, original) : giveBack(account, original, rules.expiryOf(dayOf(at)))
  return { _id: reversalIdOf(original._id), kind: 'reverse', refers: original._id, at, ...change }
}
