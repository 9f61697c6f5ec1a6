import { checkActivityWords } from '@cloud/jobs/check-activity-words'
import type { InputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import { dayOf, minuteMs, toInstant } from '@/shared/kernel/time'
import type { TestCloud } from '../../support/cloud'

export const desk = 'community-worker-1'
export const administrator = 'administrator-1'
export const worker = 'worker-grid-6'
export const volunteer = 'resident-grid-6'
export const neighbour = 'resident-grid-7'
export const stranger = 'b-resident-1'

/** Thursday 2026-11-26, 09:00 in the community: a day after the morning tests begin on. */
export const start = Date.parse('2026-11-26T01:00:00.000Z')
export const end = start + 120 * minuteMs
export const point = { datum: 'gcj02', longitude: 118.05, latitude: 36.78 } as const
/** 500 m and 140 m to the north. */
export const farOff = { ...point, latitude: 36.78 + 500 / 111_195 }
export const nearBy = { ...point, latitude: 36.78 + 140 / 111_195 }

export type Asked = InputOf<ContractOf<'activities.createActivity'>>

/** One session of two hours, ten places, at one point an hour. */
export const asked: Asked = {
  title: '陪老人聊天',
  text: '到三位独居老人家里坐坐',
  skills: [],
  place: { point, words: '党群服务中心' },
  headCountMin: 2,
  theme: 'elders',
  capacity: 10,
  halfPointsPerHour: 2,
  rule: { weekdays: [0, 1, 2, 3, 4, 5, 6], times: ['09:00'], minutes: 120, from: '2026-11-26', to: '2026-11-26' },
}

/** Has an activity made and answers its first session. */
export const sessionOf = async (world: TestCloud, changes: Partial<Asked> = {}, by = desk): Promise<string> => {
  const { id } = await world.ask(by, 'activities.createActivity', { ...asked, ...changes })
  return world
    .documents('sessions')
    .filter(({ activityId }) => activityId === id)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0]!._id
}

/** The content check answers every question about activities that waits, all of them alike. */
export const answerChecks = async (world: TestCloud, suggest: 'pass' | 'review' | 'risky' = 'pass') => {
  const { store, files } = world.runtime
  const answer = async () => ({ kind: 'verdict', suggest, label: '' }) as const
  const contentCheck = { checkText: answer, askAboutImage: answer }
  return checkActivityWords({ store, files, now: world.clock.now, contentCheck })
}

export const at = (world: TestCloud, now: number): void => {
  world.clock.now = now
}

/** A session of somebody who has signed up for it, at its start. */
export const signedUpFor = async (
  world: TestCloud,
  changes: Partial<Asked> = {},
  who = [volunteer],
): Promise<string> => {
  const id = await sessionOf(world, changes)
  for (const persona of who) await world.ask(persona, 'activities.signUp', { id })
  at(world, start)
  return id
}

export const codeOf = async (world: TestCloud, id: string): Promise<{ digits: string; scan: string }> =>
  (await world.ask(desk, 'activities.getRoster', { id })).code!

type CheckIn = InputOf<ContractOf<'activities.checkIn'>>

/** What a telephone on the spot sends. */
export const scanOf = async (world: TestCloud, id: string, changes: Partial<CheckIn> = {}): Promise<CheckIn> => ({
  id,
  code: (await codeOf(world, id)).scan,
  position: { point: nearBy, accuracyMeters: 20 },
  scannedAt: toInstant(world.clock.now),
  ...changes,
})

/** Somebody checks in now, by the code of the moment. */
export const arrive = async (world: TestCloud, id: string, persona = volunteer, changes: Partial<CheckIn> = {}) =>
  world.ask(persona, 'activities.checkIn', await scanOf(world, id, changes))

export const leave = (world: TestCloud, id: string, persona = volunteer) =>
  world.ask(persona, 'activities.checkOut', { id, at: toInstant(world.clock.now) })

export const pointsOf = async (world: TestCloud, persona = volunteer): Promise<number[]> =>
  (await world.ask(persona, 'lovebank.getMyAccount', {})).accounts.map(({ available }) => available)

export const today = dayOf(start)
