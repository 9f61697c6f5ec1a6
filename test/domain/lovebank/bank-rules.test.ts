import { newAccount, type Account } from '@/shared/domain/lovebank/account'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { entered } from '@/shared/domain/lovebank/chain'
import { award, expire, forfeit, hold, release } from '@/shared/domain/lovebank/entries'
import type { Draft } from '@/shared/domain/lovebank/transfer'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { dayOf } from '@/shared/kernel/time'

const digest = (text: string) => text.slice(-8)
const empty = newAccount('account-1', 'c-1', '2026-01-01T00:00:00.000Z')
const posted = (account: Account, draft: Draft | Refusal | null): Account => {
  if (draft === null || isRefusal(draft)) throw new Error(JSON.stringify(draft))
  return entered(account, draft, { noteDigest: 'n', today: dayOf(draft.at), digest }).account
}
const earned = (at: string, account = empty, halfPoints = 4): Account =>
  posted(account, award(account, { id: `award:${at}`, halfPoints, issuer: 'issuer:c-1', at }, bankRules))

test.each([
  ['a minute before midnight in the community', '2026-11-26T15:59:00.000Z', '2028-11-26'],
  ['at midnight, while it is still the day before in Greenwich', '2026-11-26T16:00:00.000Z', '2028-11-27'],
  ['on the last evening of a year', '2026-12-31T16:30:00.000Z', '2029-01-01'],
  ['on a leap day', '2028-02-29T04:00:00.000Z', '2030-02-28'],
])('points earned %s count for two years by the calendar of the community', (_when, at, expiresOn) => {
  expect(earned(at).lots).toEqual([{ expiresOn, available: 4, held: 0 }])
})

test('they can be spent to the last minute of their last day, and end with the first of the next', () => {
  const account = earned('2026-11-26T04:00:00.000Z')
  const [last, next] = ['2028-11-26T15:59:59.000Z', '2028-11-26T16:00:00.000Z']
  expect(hold(account, { id: 'hold:1', halfPoints: 4, at: last })).toMatchObject({ kind: 'hold' })
  expect(hold(account, { id: 'hold:1', halfPoints: 1, at: next })).toEqual({ refused: 'POINTS_TOO_FEW' })
  expect(expire(account, { at: last })).toBeNull()
  expect(posted(account, expire(account, { at: next }))).toMatchObject({ available: 0, lots: [] })
})

test('a hold takes the oldest first over several lots, and a release gives the same ones back, less what has ended', () => {
  const account = earned('2026-11-28T04:00:00.000Z', earned('2026-11-26T04:00:00.000Z'))
  const held = posted(account, hold(account, { id: 'hold:1', halfPoints: 6, at: '2028-11-26T04:00:00.000Z' }))
  expect(held.lots).toEqual([
    { expiresOn: '2028-11-26', available: 0, held: 4 },
    { expiresOn: '2028-11-28', available: 2, held: 2 },
  ])
  const free = (at: string) => posted(held, release(held, { id: 'release:1', holdId: 'hold:1', at })).lots
  expect(free('2028-11-26T15:59:00.000Z')).toEqual(account.lots)
  expect(free('2028-11-26T16:00:00.000Z')).toEqual([{ expiresOn: '2028-11-28', available: 4, held: 0 }])
})

test('what is held does not end with its day and is no part of what a leaver forfeits', () => {
  const account = earned('2026-11-26T04:00:00.000Z')
  const held = posted(account, hold(account, { id: 'hold:1', halfPoints: 3, at: '2028-11-26T04:00:00.000Z' }))
  const ended = posted(held, expire(held, { at: '2028-12-01T04:00:00.000Z' }))
  expect([ended.available, ended.held]).toEqual([0, 3])
  expect(posted(held, forfeit(held, { at: '2028-11-26T05:00:00.000Z' }))).toMatchObject({ available: 0, held: 3 })
})
