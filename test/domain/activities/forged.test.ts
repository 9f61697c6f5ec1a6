import { rotatingCode, verdictOf } from '@cloud/runtime/rotating-code'
import { checkedIn, type Verdict } from '@/shared/domain/activities/check-in'
import type { Session, Signup } from '@/shared/domain/activities/records'
import { newVolunteer } from '@/shared/domain/activities/sign-up'
import { isRefusal } from '@/shared/kernel/decision'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { chanceOf } from '../../support/trust'

const seed = Number(process.env.SEED ?? 20261127)
/** Each is held against the codes of ten minutes; a quarter of the hundred thousand that `FORGED=100000` tries. */
const forgedMax = Number(process.env.FORGED ?? 25_000)
const random = chanceOf(seed, 0)
const upTo = (count: number): number => Math.floor(random() * count)
const start = Date.parse('2026-11-26T01:00:00.000Z')
const stepMs = 30_000
const point = { datum: 'gcj02', longitude: 118.05, latitude: 36.78 } as const

const sessions = Array.from({ length: 40 }, (_, n): Session => ({
  _id: `session-${n}`,
  communityId: 'c-1',
  activityId: 'activity-1',
  theme: 'litter',
  title: '捡拾垃圾',
  place: { point, words: '路口' },
  day: '2026-11-26',
  startsAt: toInstant(start),
  endsAt: toInstant(start + 120 * minuteMs),
  capacity: 10,
  headCountMin: 1,
  halfPointsPerHour: 2,
  coverFileId: null,
  leaderId: 'p-0',
  secret: `secret of ${n}`,
  tickets: 1,
  state: 'open',
  cancelledFor: null,
  isReasonPublic: true,
  isMissed: false,
  reserved: 40,
  nextStep: 'close',
  nextAt: null,
  createdAt: toInstant(start),
}))
const signupFor = ({ _id, startsAt }: Session): Signup => ({
  _id: `signup-${_id}`,
  communityId: 'c-1',
  sessionId: _id,
  personId: 'p-1',
  startsAt,
  ticket: 1,
  seats: 1,
  takenAt: startsAt,
  givenBack: [],
  state: 'live',
  told: 'place',
  reason: null,
  children: [],
  consentedAt: null,
})

/** Whether somebody on the spot, signed up and in time, would be in by a code alone: with nobody left to agree. */
const isIn = (session: Session, now: number, verdict: { now: Verdict; then: Verdict }, scannedAt = now): boolean => {
  const scan = { verdict, position: { point, accuracyMeters: 10 }, scannedAt, who: 'self' as const }
  const volunteer = newVolunteer('volunteer-1', 'c-1', 'p-1')
  const present = { session, signup: signupFor(session), standing: { kind: 'place' as const }, volunteer }
  const made = checkedIn(present, scan, { _id: 'participation-1', recordedBy: 'p-1', householdId: null, now })
  return !isRefusal(made) && made.participation.needs === null
}
const judge = ({ secret, _id }: Session, digits: string, at: number): Verdict => verdictOf(secret, _id, digits, at)
const codeAt = ({ secret, _id }: Session, at: number): string => rotatingCode(secret, _id, at).code
const sixDigits = (): string => String(upTo(1_000_000)).padStart(6, '0')

const forgeries: readonly ((session: Session, now: number) => string)[] = [
  sixDigits,
  // Of another session at this moment, of this one in the minutes to come, one digit beside, and made with a secret that is not its own.
  (_session, now) => codeAt(sessions[upTo(sessions.length)]!, now),
  (session, now) => codeAt(session, now + (1 + upTo(60)) * stepMs),
  (session, now) => {
    const real = codeAt(session, now)
    const place = upTo(6)
    return real.slice(0, place) + ((Number(real[place]) + 1 + upTo(9)) % 10) + real.slice(place + 1)
  },
  (session, now) => codeAt({ ...session, secret: '' }, now),
]

test(`of ${forgedMax} forged codes none lets anybody in: others, those to come, near misses, and whatever comes to mind`, () => {
  let [tried, accepted] = [0, 0]
  while (tried < forgedMax) {
    const session = sessions[upTo(sessions.length)]!
    const now = start + upTo(120 * minuteMs)
    const forged = forgeries[upTo(forgeries.length)]!(session, now)
    // Six digits are guessed once in half a million times; whoever guesses right has forged nothing. Five tries a minute are allowed.
    if ([now, now - stepMs].some((at) => codeAt(session, at) === forged)) continue
    tried++
    const verdict = judge(session, forged, now)
    if (isIn(session, now, { now: verdict, then: verdict })) accepted++
  }
  expect(accepted).toBe(0)
  for (const session of sessions) expect(isIn(session, start, { now: 'valid', then: 'valid' })).toBe(true)
  for (const session of sessions) expect(judge(session, codeAt(session, start - stepMs), start)).toBe('valid')
}, 60_000)

test('of 10,000 codes shown again later, honestly or with the clock set back, none counts before the leader has agreed', () => {
  let accepted = 0
  for (let n = 0; n < 10_000; n++) {
    const session = sessions[upTo(sessions.length)]!
    const shownAt = start + upTo(60 * minuteMs)
    const now = shownAt + 2 * stepMs + 1 + upTo(50 * minuteMs)
    const code = codeAt(session, shownAt)
    if ([now, now - stepMs].some((at) => codeAt(session, at) === code)) continue
    const scannedAt = n % 2 === 0 ? now : shownAt
    const verdict = { now: judge(session, code, now), then: judge(session, code, scannedAt) }
    if (isIn(session, now, verdict, scannedAt)) accepted++
  }
  expect(accepted).toBe(0)
})
