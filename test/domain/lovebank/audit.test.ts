import { createHash } from 'node:crypto'
import { newAccount, type Account } from '@/shared/domain/lovebank/account'
import { AccountAudit, LedgerSums, type AuditProblem } from '@/shared/domain/lovebank/audit'
import { bankDefaults, bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import { entered, nextOnOf } from '@/shared/domain/lovebank/chain'
import { award, capture, hold, release, reverse } from '@/shared/domain/lovebank/entries'
import type { Draft, Transfer } from '@/shared/domain/lovebank/transfer'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { dayOf, startOfDay, toInstant } from '@/shared/kernel/time'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const rules = bankRulesOf(bankDefaults)
const at = toInstant(startOfDay('2026-03-01'))
const centre = 'centre:1'

/** A member who earned twice, took one thing home, changed their mind about another, and had one award taken back. */
const history = (): { account: Account; chain: Transfer[] } => {
  let account = newAccount('account-1', 'c-1', at)
  const chain: Transfer[] = []
  const post = (draft: Draft | Refusal) => {
    if (isRefusal(draft)) throw new Error(draft.refused)
    const next = entered(account, draft, { noteDigest: digest(draft._id), today: dayOf(at), digest })
    account = next.account
    chain.push(next.transfer)
  }
  post(award(account, { id: 'a1', halfPoints: 6, issuer: 'issuer:c-1', at }, rules))
  post(award(account, { id: 'a2', halfPoints: 4, issuer: 'issuer:c-1', at }, rules))
  post(hold(account, { id: 'h1', halfPoints: 5, at }))
  post(capture(account, { id: 'c1', holdId: 'h1', centre, at }))
  post(hold(account, { id: 'h2', halfPoints: 2, at }))
  post(release(account, { id: 'r2', holdId: 'h2', at }))
  post(reverse(account, { original: chain[0]!, at }, rules))
  return { account, chain }
}

const firstProblem = (account: Account, chain: readonly Transfer[]): AuditProblem | null => {
  const audit = new AccountAudit(account._id, account.communityId, digest)
  for (const transfer of chain) {
    const problem = audit.take(transfer)
    if (problem) return problem
  }
  return audit.finish(account)
}

test('an untouched history has no problem', () => {
  const { account, chain } = history()
  expect(firstProblem(account, chain)).toBeNull()
})

const placed = (chain: readonly Transfer[], place: number, transfer: Transfer): Transfer[] =>
  chain.map((one, at) => (at === place ? transfer : one))

const changes: Record<string, (transfer: Transfer) => Transfer> = {
  amounts: (one) => ({
    ...one,
    lines: one.lines.map((line) => ({ ...line, halfPoints: line.halfPoints * 2 })),
  }),
  'a lot': (one) => ({ ...one, lines: one.lines.map((line) => (line.lot ? { ...line, lot: '2030-01-01' } : line)) }),
  'an account': (one) => ({
    ...one,
    lines: one.lines.map((line) => (line.lot ? line : { ...line, account: 'issuer:c-2' })),
  }),
  'what is owed': (one) => ({ ...one, owedChange: one.owedChange + 1 }),
  'the kind': (one) => ({ ...one, kind: 'adjust' }),
  'the time': (one) => ({ ...one, at: toInstant(startOfDay('2026-03-02')) }),
  'what it refers to': (one) => ({ ...one, refers: 'something' }),
  'what is left after it': (one) => ({ ...one, after: { ...one.after, available: one.after.available + 1 } }),
  'who did it': (one) => ({ ...one, noteDigest: digest('somebody else') }),
  'its id': (one) => ({ ...one, _id: 'another' }),
}
test.each(Object.keys(changes))('%s changed in any transfer is found in that transfer', (name) => {
  const { account, chain } = history()
  chain.forEach((transfer, place) => {
    const changed = changes[name]!(transfer)
    if (JSON.stringify(changed) === JSON.stringify(transfer)) return
    const tampered = placed(chain, place, changed)
    expect(firstProblem(account, tampered)).toMatchObject({ at: 'transfer', sequence: place + 1 })
  })
})

test('a forged hash is found where it stands', () => {
  const { account, chain } = history()
  chain.forEach((_transfer, place) => {
    const forged = { ...chain[place]!, hash: digest('forged') }
    const found = firstProblem(account, placed(chain, place, forged))
    expect(found).toMatchObject({ at: 'transfer', sequence: place + 1, problem: 'hash' })
  })
})

test('a transfer left out, put in twice or in another place is found', () => {
  const { account, chain } = history()
  for (let place = 0; place < chain.length; place++) {
    const [before, after] = [chain.slice(0, place), chain.slice(place + 1)]
    const here = chain[place]!
    expect(firstProblem(account, [...before, ...after])).not.toBeNull()
    expect(firstProblem(account, [...before, here, here, ...after])).not.toBeNull()
    if (after.length > 0) expect(firstProblem(account, [...before, after[0]!, here, ...after.slice(1)])).not.toBeNull()
  }
})

test('a chain cut at its end is found in the account', () => {
  const { account, chain } = history()
  expect(firstProblem(account, chain.slice(0, -1))).toEqual({ at: 'account', field: 'sequence' })
})

test('a balance that was changed by hand is found in the account', () => {
  const { account, chain } = history()
  expect(firstProblem({ ...account, available: account.available + 2 }, chain)).toEqual({
    at: 'account',
    field: 'available',
  })
})

test('what all members have is what the system accounts say has gone out and not come back', () => {
  const { account, chain } = history()
  const sums = new LedgerSums()
  for (const transfer of chain) sums.take(transfer)
  expect(sums.outstanding()).toBe(account.available + account.held)
  expect(sums.byKind.get('capture')).toEqual({ transfers: 1, halfPoints: 5 })
})

test('points are looked at on the days of warning and on the day after their last', () => {
  const lots = [{ expiresOn: '2028-03-01', available: 2, held: 0 }]
  expect(nextOnOf(lots, '2026-03-01')).toBe('2028-01-01')
  expect(nextOnOf(lots, '2028-01-02')).toBe('2028-01-31')
  expect(nextOnOf(lots, '2028-02-24')).toBe('2028-03-02')
  expect(nextOnOf(lots, '2028-06-01')).toBe('2028-03-02')
  expect(nextOnOf([{ expiresOn: '2028-03-01', available: 0, held: 2 }], '2026-03-01')).toBeNull()
})
