import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { newAccount, type Account } from '@/shared/domain/lovebank/account'
import { AccountAudit } from '@/shared/domain/lovebank/audit'
import { bankDefaults, bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import { entered } from '@/shared/domain/lovebank/chain'
import * as entries from '@/shared/domain/lovebank/entries'
import { transferRecord, type Draft, type Transfer } from '@/shared/domain/lovebank/transfer'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { addDays, dayOf, daysBetween, startOfDay, toInstant } from '@/shared/kernel/time'
import { Coins } from './coins'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
/** Lots that live two months and a balance that is soon full, so that all of it happens within a few steps. */
const rules = bankRulesOf({ ...bankDefaults, balanceMax: 40, lotMonths: 2 })

type Command =
  | { do: 'award' | 'adjust' | 'hold'; halfPoints: number }
  | { do: 'capture' | 'release' | 'reverse'; which: number }
  | { do: 'expire' }
  | { do: 'wait'; days: number }

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('award' as const), halfPoints: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ do: fc.constant('hold' as const), halfPoints: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    do: fc.constant('adjust' as const),
    halfPoints: fc.integer({ min: -9, max: 9 }).filter((amount) => amount !== 0),
  }),
  fc.record({ do: fc.constantFrom('capture' as const, 'release' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('reverse' as const), which: fc.nat(30) }),
  fc.constant({ do: 'expire' as const }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }),
)

type Made = Draft | Refusal | null
type Ways = Pick<typeof entries, 'award' | 'hold' | 'capture' | 'release' | 'expire' | 'adjust' | 'reverse'> & {
  after: (account: Account, draft: Draft, before: Account) => Account
}
const sound: Ways = { ...entries, after: (account) => account }

/** Runs commands on the ledger and on coins side by side; throws where they part, and answers the chain. */
const run = (commands: readonly Command[], ways: Ways = sound): { account: Account; chain: Transfer[] } => {
  let account = newAccount('account-1', 'c-1', toInstant(0))
  let day = '2026-01-31'
  const chain: Transfer[] = []
  const holds: string[] = []
  const coins = new Coins(rules.balanceMax, rules.expiryOf, rules.reverseDays, daysBetween)
  commands.forEach((one, step) => {
    const at = toInstant(startOfDay(day))
    const id = `${one.do}:${step}`
    const post = (draft: Made, isDone: boolean) => {
      if ((draft !== null && !isRefusal(draft)) !== isDone) throw new Error(`step ${step}: ${JSON.stringify(draft)}`)
      if (draft === null || isRefusal(draft)) return
      const next = entered(account, draft, { noteDigest: 'n', today: day, digest })
      chain.push(transferRecord.parse(next.transfer))
      account = ways.after(next.account, draft, account)
    }
    switch (one.do) {
      case 'wait':
        day = addDays(day, one.days)
        break
      case 'award':
        post(ways.award(account, { id, ...one, issuer: 'issuer:c-1', at }, rules), coins.award(id, one.halfPoints, day))
        break
      case 'hold':
        holds.push(id)
        post(ways.hold(account, { id, ...one, at }), coins.hold(id, one.halfPoints, day))
        break
      case 'adjust':
        post(ways.adjust(account, { id, ...one, at }, rules), coins.adjust(id, one.halfPoints, day))
        break
      case 'expire':
        post(ways.expire(account, { at }), coins.expire(day))
        break
      case 'reverse': {
        const original = chain[one.which % Math.max(1, chain.length)]
        if (!original || chain.some(({ _id }) => _id === entries.reversalIdOf(original._id))) break
        post(ways.reverse(account, { original, at }, rules), coins.reverse(original._id, day))
        break
      }
      default: {
        const holdId = holds[one.which % Math.max(1, holds.length)]
        if (holdId)
          post(ways[one.do](account, { id, holdId, centre: 'centre:1', at }), coins.end(one.do, id, holdId, day))
      }
    }
    const kept = account.lots.flatMap(({ expiresOn, available, held }) => [
      ...Array<string>(available).fill(`${expiresOn} free`),
      ...Array<string>(held).fill(`${expiresOn} held`),
    ])
    const lying = coins.coins.flatMap((coin) => {
      if (coin.at === 'free') return [`${coin.lot} free`]
      return coin.at.startsWith('hold') ? [`${coin.lot} held`] : []
    })
    if (account.owed !== coins.owed || kept.join() !== lying.sort().join())
      throw new Error(`step ${step}: ${kept.join()} owed ${account.owed}, coins ${lying.join()} owed ${coins.owed}`)
  })
  return { account, chain }
}

const sequences = fc.array(command, { minLength: 1, maxLength: 60, size: 'max' })
const seed = Number(process.env.SEED ?? 20261127)
const numRuns = Number(process.env.RUNS ?? 2000)

test('a ledger and a heap of coins say the same after every step of any sequence of commands', () => {
  fc.assert(
    fc.property(sequences, (commands) => void run(commands)),
    { seed, numRuns },
  )
})

test('an account rebuilt from its transfers is the account that was kept, and its parts add up', () => {
  fc.assert(
    fc.property(sequences, (commands) => {
      const { account, chain } = run(commands)
      const audit = new AccountAudit(account._id, account.communityId, digest)
      expect(chain.map((transfer) => audit.take(transfer)).filter(Boolean)).toEqual([])
      expect(audit.finish(account)).toBeNull()
      const sum = (part: 'available' | 'held') => account.lots.reduce((total, lot) => total + lot[part], 0)
      expect([sum('available'), sum('held')]).toEqual([account.available, account.held])
      const waiting = account.holds.flatMap(({ lots }) => lots).reduce((total, { halfPoints }) => total + halfPoints, 0)
      expect(waiting).toBe(account.held)
    }),
    { seed, numRuns: numRuns / 4 },
  )
})

const bugs: Record<string, Partial<Ways>> = {
  'a hold that is not kept': { after: (account, { kind }) => (kind === 'hold' ? { ...account, holds: [] } : account) },
  'a capture that leaves its hold open': {
    after: (account, { kind }, before) =>
      kind === 'capture' ? { ...account, holds: before.holds, held: before.held, lots: before.lots } : account,
  },
  'points that never expire': { expire: () => null },
  'the newest lots first': {
    hold: (account, what) => entries.hold({ ...account, lots: [...account.lots].reverse() }, what),
  },
  'lots that are not kept in their order': {
    after: (account) => ({ ...account, lots: [...account.lots].reverse() }),
  },
  'a release that forgets the day': {
    release: (account, what) => entries.release(account, { ...what, at: toInstant(startOfDay('2026-01-31')) }),
  },
  'nothing owed': {
    reverse: (account, what, its) => {
      const draft = entries.reverse(account, what, its)
      return isRefusal(draft) ? draft : { ...draft, owedChange: 0 }
    },
  },
}
test.each(Object.keys(bugs))('the coins tell of %s', (name) => {
  const found = fc.check(
    fc.property(sequences, (commands) => void run(commands, { ...sound, ...bugs[name] })),
    { seed, numRuns: 500, endOnFailure: true },
  )
  expect(found.failed).toBe(true)
})

const at = toInstant(startOfDay('2026-03-01'))
const give = (account: Account, id: string, halfPoints: number): Account => {
  const draft = entries.award(account, { id, halfPoints, issuer: 'issuer:c-1', at }, rules)
  if (isRefusal(draft)) throw new Error(draft.refused)
  return entered(account, draft, { noteDigest: 'n', today: dayOf(at), digest }).account
}
const empty = newAccount('account-1', 'c-1', at)

test.each([0, -2, 1.5, Number.NaN, Infinity, 2 ** 53, 1_000_000_001])('%s half points are no amount', (halfPoints) => {
  const invalid = { refused: 'AMOUNT_INVALID' }
  expect(entries.award(empty, { id: 'a', halfPoints, issuer: 'issuer:c-1', at }, rules)).toEqual(invalid)
  expect(entries.hold(empty, { id: 'a', halfPoints, at })).toEqual(invalid)
  if (halfPoints !== -2) expect(entries.adjust(empty, { id: 'a', halfPoints, at }, rules)).toEqual(invalid)
})

test('a suspended member neither earns nor spends', () => {
  const suspended = { ...give(empty, 'a', 8), suspension: { at, actorId: 'p-1', reason: '核实中' } }
  expect(entries.award(suspended, { id: 'b', halfPoints: 2, issuer: 'issuer:c-1', at }, rules)).toEqual({
    refused: 'ACCOUNT_SUSPENDED',
  })
  expect(entries.hold(suspended, { id: 'b', halfPoints: 2, at })).toEqual({ refused: 'ACCOUNT_SUSPENDED' })
})

test('a full balance takes what it has room for, and then nothing', () => {
  const full = give(give(empty, 'a', 30), 'b', 30)
  expect(full.available).toBe(rules.balanceMax)
  expect(entries.award(full, { id: 'c', halfPoints: 1, issuer: 'issuer:c-1', at }, rules)).toEqual({
    refused: 'BALANCE_FULL',
  })
})

test('a transfer is refused to be taken back after the days the rules give', () => {
  const draft = entries.award(empty, { id: 'a', halfPoints: 4, issuer: 'issuer:c-1', at }, rules)
  if (isRefusal(draft)) throw new Error(draft.refused)
  const { account, transfer } = entered(empty, draft, { noteDigest: 'n', today: dayOf(at), digest })
  const on = (days: number) =>
    entries.reverse(account, { original: transfer, at: toInstant(startOfDay(addDays('2026-03-01', days))) }, rules)
  expect(isRefusal(on(rules.reverseDays))).toBe(false)
  expect(on(rules.reverseDays + 1)).toEqual({ refused: 'TRANSFER_TOO_OLD' })
})
