import { createHash } from 'node:crypto'
import {
  codeIdOf,
  problemOfCode,
  readCode,
  scanCodeOf,
  typedCodeOf,
  type RedeemCode,
} from '@/shared/domain/redemptions/code'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import type { Actor } from '@/shared/kernel/actor'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { chanceOf } from '../../support/trust'

const seed = Number(process.env.SEED ?? 20261127)
const random = chanceOf(seed, 0)
const upTo = (count: number): number => Math.floor(random() * count)
const secret = (): string => Array.from({ length: 32 }, () => '0123456789abcdef'[upTo(16)]).join('')
const idOf = (code: string): string => codeIdOf(createHash('sha256').update(code).digest('hex'))
const now = Date.parse('2026-11-25T01:00:00.000Z')
const clerk: Actor = { personId: 'clerk-1', communityId: 'c-1', name: '小周', isNewcomer: false, postings: [] }

interface Shown {
  readonly code: string
  readonly record: RedeemCode
  readonly redemption: Redemption
}

/** Something set aside, and its two codes as they are on record. */
const shown = (n: number): Shown[] => {
  const codes = [scanCodeOf(secret()), typedCodeOf(secret())]
  const endsAt = toInstant(now + 7 * dayMs)
  const redemption: Redemption = {
    _id: `redemption-${n}`,
    communityId: 'c-1',
    rewardId: 'reward-1',
    centreId: 'centre-1',
    rewardName: '洗衣液',
    fileId: null,
    halfPoints: 6,
    payer: 'person',
    ownerId: `p-${n}`,
    personId: `p-${n}`,
    state: 'held',
    releasedFor: null,
    heldAt: toInstant(now),
    endsAt,
    dueAt: endsAt,
    codeIds: codes.map(idOf),
    capturedAt: null,
    capturedOn: null,
    clerk: null,
    returned: null,
  }
  return codes.map((code) => ({
    code,
    redemption,
    record: {
      _id: idOf(code),
      communityId: 'c-1',
      redemptionId: redemption._id,
      centreId: 'centre-1',
      shownAt: toInstant(now),
      expiresAt: toInstant(now + 15 * minuteMs),
    },
  }))
}

const all = Array.from({ length: 200 }, (_, n) => shown(n)).flat()
const onRecord = new Map(all.map((one) => [one.record._id, one]))
/** What the server makes of a code: read, looked up by its digest, judged. */
const isAccepted = (given: string, at = now, centreIds = ['centre-1'], changed: Partial<Redemption> = {}): boolean => {
  const read = readCode(given)
  const found = read && onRecord.get(idOf(read.code))
  if (!found) return false
  return problemOfCode(found.record, { ...found.redemption, ...changed }, { actor: clerk, centreIds, now: at }) === null
}

const changedAt = (text: string, place: number, to: string): string => text.slice(0, place) + to + text.slice(place + 1)
const forgeries: readonly ((real: string) => string)[] = [
  () => scanCodeOf(secret()),
  () => typedCodeOf(secret()),
  (real) => {
    const place = real.length - 1 - upTo(8)
    return changedAt(real, place, real[place] === '7' ? '9' : '7')
  },
  (real) => [...real].reverse().join(''),
  (real) => `${real.slice(0, -1)}${typedCodeOf(secret())[0]}`,
  (real) => idOf(real),
  (real) => scanCodeOf(idOf(real).slice(5, 37)),
  (real) => real.slice(0, -1),
  (real) => `${real}0`,
]

test('of 100,000 forged codes, far from the real ones and near, none is accepted', () => {
  const real = new Set(all.map(({ code }) => code))
  let [tried, accepted] = [0, 0]
  while (tried < 100_000) {
    const forged = forgeries[upTo(forgeries.length)]!(all[upTo(all.length)]!.code)
    // A palindrome, or a letter changed for itself, is no forgery.
    if (real.has(readCode(forged)?.code ?? '')) continue
    tried++
    if (isAccepted(forged)) accepted++
  }
  expect(accepted).toBe(0)
  expect(all.filter(({ code }) => isAccepted(code))).toHaveLength(all.length)
})

const replays: readonly ((code: string) => boolean)[] = [
  (code) => isAccepted(code, now, ['centre-1'], { state: 'captured' }),
  (code) => isAccepted(code, now, ['centre-1'], { state: 'returned' }),
  (code) => isAccepted(code, now, ['centre-1'], { state: 'released' }),
  (code) => isAccepted(code, now, ['centre-1'], { codeIds: [idOf('shown again')] }),
  (code) => isAccepted(code, now + 15 * minuteMs + upTo(dayMs)),
  (code) => isAccepted(code, now + 7 * dayMs),
  (code) => isAccepted(code, now, ['centre-2']),
  (code) => isAccepted(code, now, ['centre-1'], { personId: clerk.personId }),
]

test('of 10,000 codes that were good once, shown again after they were used, given back, replaced or late, or elsewhere, none is accepted', () => {
  let accepted = 0
  for (let n = 0; n < 10_000; n++) if (replays[n % replays.length]!(all[upTo(all.length)]!.code)) accepted++
  expect(accepted).toBe(0)
})
