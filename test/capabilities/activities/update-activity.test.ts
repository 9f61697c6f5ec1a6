import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { answerChecks, asked, at, desk, end, point, sessionOf, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.updateActivity' satisfies CapabilityName
const described = {
  title: '陪老人包饺子',
  text: '带围裙',
  skills: ['包饺子'],
  place: { point, words: '活动室' },
  headCountMin: 3,
}
const activityOf = (sessionId: string) => world.documents('sessions').find(({ _id }) => _id === sessionId)!.activityId

test('changes what is said of it and of the sessions ahead, once; those that are over stay as they were', async () => {
  const sessionId = await sessionOf(world, { rule: { ...asked.rule, to: '2026-11-28' } })
  const id = activityOf(sessionId)
  at(world, end)
  await expectOnce(world, desk, name, { id, ...described }, { id, ...described, title: '别的' })
  const titles = world
    .documents('sessions')
    .filter(({ activityId }) => activityId === id)
    .map(({ title }) => title)
  expect(titles.sort()).toEqual(['陪老人聊天', '陪老人包饺子', '陪老人包饺子'].sort())
  expect(await world.ask(volunteer, 'activities.getSession', { id: sessionId })).toMatchObject({
    text: '带围裙',
    title: '陪老人聊天',
  })
})

test('HEAD_COUNT_UNFIT, and ACTIVITY_OVER once it has ended', async () => {
  const id = activityOf(await sessionOf(world))
  await expectRefused(world, 'HEAD_COUNT_UNFIT', desk, name, { id, ...described, headCountMin: 11 })
  await world.ask(desk, 'activities.endActivity', { id, reason: '天冷' })
  await expectRefused(world, 'ACTIVITY_OVER', desk, name, { id, ...described })
})

test('FORBIDDEN to whoever only takes part, NOT_FOUND to strangers', async () => {
  const id = activityOf(await sessionOf(world))
  await expectRefused(world, 'FORBIDDEN', volunteer, name, { id, ...described })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, ...described }))
})

test('its author changes a proposal; once it is on, only staff change what everybody reads', async () => {
  const { id } = await world.ask(volunteer, 'activities.createActivity', asked)
  await world.ask(volunteer, name, { id, ...described })
  await answerChecks(world)
  await world.ask(desk, 'activities.approveActivity', { id, approve: true })
  await expectRefused(world, 'FORBIDDEN', volunteer, name, { id, ...described, text: '没人看过的话' })
  await world.ask(desk, name, { id, ...described })
})
