import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectOnce, expectRefused, useWorld } from '../world'
import { asked, desk, sessionOf, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.createActivity' satisfies CapabilityName
const daily = {
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  times: ['07:00', '17:30'],
  minutes: 60,
  from: '2026-11-25',
  to: '2027-02-28',
}

test('twice a day, two weeks ahead: the sessions stand with their hours, and the year has set aside what they can earn', async () => {
  const made = await world.ask(desk, name, { ...asked, rule: daily })
  // Today's first is past at nine, its second is not; then fourteen days of two.
  expect(made).toMatchObject({ state: 'open', sessions: 29 })
  const sessions = world.documents('sessions').filter(({ activityId }) => activityId === made.id)
  expect(
    sessions
      .map(({ startsAt }) => startsAt)
      .sort()
      .at(-1),
  ).toBe('2026-12-09T09:30:00.000Z')
  const [year] = world.documents('issuerYears').filter(({ communityId }) => communityId === 'xinsheng')
  const ofThese = sessions.reduce((sum, { reserved }) => sum + reserved, 0)
  expect(ofThese).toBe(29 * 10 * 2)
  expect(year).toMatchObject({ year: 2026, awarded: 0 })
  expect(year!.reserved).toBeGreaterThanOrEqual(ofThese)
})

test('what a resident proposes has no session until staff has agreed, and nobody but staff and its author sees it', async () => {
  const made = await world.ask(volunteer, name, asked)
  expect(made).toMatchObject({ state: 'proposed', sessions: 0 })
  const seen = (persona: string) => world.refusalOf(persona, 'activities.getActivity', { id: made.id })
  expect([await seen(volunteer), await seen(desk), await seen('resident-grid-7'), await seen(stranger)]).toEqual([
    'ok',
    'ok',
    'NOT_FOUND',
    'NOT_FOUND',
  ])
})

test('sent twice it is made once', async () => {
  await expectOnce(world, desk, name, asked, { ...asked, title: '别的' })
})

test('a cover picture goes with it, once, and only one’s own', async () => {
  const coverFileId = await world.upload(desk, jpeg())
  const id = await sessionOf(world, { coverFileId })
  expect((await world.ask(volunteer, 'activities.getSession', { id })).coverUrl).toMatch(/^http/)
  await expectRefused(world, 'FILE_NOT_YOURS', volunteer, name, { ...asked, coverFileId })
})

test('RULE_UNFIT for hours that run into each other, days gone by or none at all; HEAD_COUNT_UNFIT; BUDGET_SPENT', async () => {
  const rules = [
    { ...daily, times: ['09:00', '09:30'] },
    { ...daily, times: ['23:30'] },
    { ...daily, from: '2026-11-24' },
    { ...daily, weekdays: [1], from: '2026-11-25', to: '2026-11-26' },
    { ...daily, from: '2026-11-25', to: '2028-01-01' },
  ]
  for (const rule of rules) await expectRefused(world, 'RULE_UNFIT', desk, name, { ...asked, rule })
  await expectRefused(world, 'HEAD_COUNT_UNFIT', desk, name, { ...asked, headCountMin: 11 })
  const rich = {
    ...asked,
    capacity: 300,
    halfPointsPerHour: 4,
    rule: { ...daily, times: ['06:00', '18:00'], minutes: 240 },
  }
  // 300 people at two points an hour, three times a day for two weeks: most of the year in one go.
  const rule = { ...rich.rule, times: ['06:00', '11:00', '18:00'] }
  await world.ask(desk, name, { ...rich, rule })
  await expectRefused(world, 'BUDGET_SPENT', desk, name, { ...rich, rule })
})

test('FORBIDDEN to a newcomer', async () => {
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, asked)
})
