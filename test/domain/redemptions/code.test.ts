import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import {
  codeIdOf,
  oneGivenBack,
  oneTried,
  problemOfCode,
  readCode,
  scanCodeOf,
  typedCodeOf,
  type CodeTries,
  type RedeemCode,
} from '@/shared/domain/redemptions/code'
import { redeemRules } from '@/shared/domain/redemptions/redeem-rules'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal } from '@/shared/kernel/decision'
import { minuteMs, toInstant } from '@/shared/kernel/time'

const seed = Number(process.env.SEED ?? 20261127)
const secret = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const idOf = (code: string): string => codeIdOf(createHash('sha256').update(code).digest('hex'))
const now = Date.parse('2026-11-25T01:00:00.000Z')

test('a code reads back as it was shown, however it is typed', () => {
  fc.assert(
    fc.property(secret, fc.constantFrom(' ', '-', '', '  '), (of, gap) => {
      const typed = typedCodeOf(of)
      expect(typed).toMatch(/^[2-9ACDEFGHJKMNPQRTUVWXY]{8}$/)
      const spoken = ` ${typed.slice(0, 4)}${gap}${typed.slice(4).toLowerCase()} `
      expect(readCode(spoken)).toEqual({ kind: 'typed', code: typed })
      expect(readCode(scanCodeOf(of))).toEqual({ kind: 'scan', code: `redeem:${of}` })
    }),
    { seed },
  )
})

test('every character is about as likely as the next, and ten thousand codes are ten thousand', () => {
  const codes = Array.from({ length: 10_000 }, () => typedCodeOf(randomBytes(16).toString('hex')))
  expect(new Set(codes).size).toBe(codes.length)
  const counts = new Map<string, number>()
  for (const letter of codes.join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  expect(counts.size).toBe(28)
  const even = (codes.length * 8) / 28
  for (const count of counts.values()) expect(Math.abs(count - even) / even).toBeLessThan(0.12)
})

test('what cannot be a code is none: letters that look like digits, too short, too long, anything else', () => {
  for (const text of [
    'ACDE234',
    'ACDE23456',
    'ACDE234O',
    'ACDE2341',
    'ACDEB345',
    '',
    'redeem:xyz',
    `redeem:${'A'.repeat(32)}`,
  ])
    expect(readCode(text)).toBeNull()
})

const clerk: Actor = {
  personId: 'clerk-1',
  communityId: 'c-1',
  name: '小周',
  householdId: 'household-1',
  isNewcomer: false,
  postings: [],
}
const code: RedeemCode = {
  _id: idOf('redeem:1'),
  communityId: 'c-1',
  redemptionId: 'redemption-1',
  centreId: 'centre-1',
  shownAt: toInstant(now),
  expiresAt: toInstant(now + 15 * minuteMs),
}
const redemption: Redemption = {
  _id: 'redemption-1',
  communityId: 'c-1',
  rewardId: 'reward-1',
  centreId: 'centre-1',
  rewardName: '洗衣液',
  fileId: null,
  halfPoints: 6,
  payer: 'person',
  ownerId: 'p-1',
  personId: 'p-1',
  state: 'held',
  releasedFor: null,
  heldAt: toInstant(now),
  endsAt: toInstant(now + 7 * 24 * 60 * minuteMs),
  dueAt: toInstant(now + 7 * 24 * 60 * minuteMs),
  codeIds: [code._id],
  capturedAt: null,
  capturedOn: null,
  clerk: null,
  returned: null,
}
const problem = (changes: {
  code?: Partial<RedeemCode>
  redemption?: Partial<Redemption>
  centreIds?: string[]
  at?: number
}) =>
  problemOfCode(
    { ...code, ...changes.code },
    { ...redemption, ...changes.redemption },
    { actor: clerk, centreIds: changes.centreIds ?? ['centre-1'], now: changes.at ?? now },
  )

test('a code is good in exactly one standing, and every other says which', () => {
  expect(problem({})).toBeNull()
  expect(problem({ at: now + 15 * minuteMs - 1 })).toBeNull()
  expect(problemOfCode(null, null, { actor: clerk, centreIds: ['centre-1'], now })).toBe('CODE_UNKNOWN')
  expect(problem({ code: { communityId: 'c-2' } })).toBe('CODE_UNKNOWN')
  expect(problem({ centreIds: [] })).toBe('CODE_OF_OTHER_CENTRE')
  expect(problem({ redemption: { state: 'captured' } })).toBe('REDEMPTION_ALREADY_CAPTURED')
  expect(problem({ redemption: { state: 'returned' } })).toBe('REDEMPTION_ALREADY_CAPTURED')
  expect(problem({ redemption: { state: 'released' } })).toBe('REDEMPTION_ENDED')
  expect(problem({ redemption: { codeIds: [idOf('redeem:2')] } })).toBe('CODE_REPLACED')
  expect(problem({ at: now + 15 * minuteMs })).toBe('CODE_EXPIRED')
  expect(problem({ code: { expiresAt: '2027-01-01T00:00:00.000Z' }, at: Date.parse(redemption.endsAt) })).toBe(
    'REDEMPTION_ENDED',
  )
  expect(problem({ redemption: { personId: 'clerk-1', ownerId: 'clerk-1' } })).toBe('OWN_REDEMPTION')
  expect(problem({ redemption: { payer: 'family', ownerId: 'household-1' } })).toBe('OWN_REDEMPTION')
  expect(problem({ redemption: { payer: 'family', ownerId: 'household-2' } })).toBeNull()
})

test('never more than five wrong ones within a minute from the first, in any order of good and wrong', () => {
  const step = fc.record({ isGood: fc.boolean(), waitMs: fc.integer({ min: 0, max: 30_000 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let tries: CodeTries | null = null
      let at = now
      const wrong: number[] = []
      for (const { isGood, waitMs } of steps) {
        at += waitMs
        const next: ReturnType<typeof oneTried> = oneTried(
          tries,
          { _id: 'tries:p', communityId: 'c-1', now: at },
          redeemRules,
        )
        if (isRefusal(next)) continue
        if (!isGood) wrong.push(at)
        tries = isGood ? oneGivenBack(next) : next
        const since = Date.parse(tries.startedAt)
        expect(wrong.filter((one) => one >= since && one < since + minuteMs).length).toBeLessThanOrEqual(5)
      }
    }),
    { seed },
  )
})
