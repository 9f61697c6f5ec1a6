import { makeSessions } from '@cloud/jobs/make-sessions'
import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { answerChecks, asked, desk, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.endActivity' satisfies CapabilityName
const made = async () =>
  (await world.ask(desk, 'activities.createActivity', { ...asked, rule: { ...asked.rule, to: '2027-03-31' } })).id

test('no more sessions are made, those that are made stay; once', async () => {
  const id = await made()
  const reply = await expectOnce(world, desk, name, { id, reason: '天冷' }, { id, reason: '别的' })
  expect(reply.state).toBe('ended')
  const { store, files } = world.runtime
  const sessions = () => world.documents('sessions').filter(({ activityId }) => activityId === id).length
  const before = sessions()
  await makeSessions({ store, files, now: world.clock.now + 5 * dayMs })
  expect([before, sessions()]).toEqual([14, 14])
})

test('why a resident who leads ended it is read by others once it has passed the content check', async () => {
  const id = await made()
  await world.ask(desk, 'activities.setLeader', { id, personId: 'volunteer-1' })
  await world.ask('volunteer-1', name, { id, reason: '没人看过的话' })
  const reasonTo = async (persona: string) => (await world.ask(persona, 'activities.getActivity', { id })).reason
  expect([await reasonTo(volunteer), await reasonTo(desk)]).toEqual([null, '没人看过的话'])
  await answerChecks(world)
  expect(await reasonTo(volunteer)).toBe('没人看过的话')
})

test('FORBIDDEN to whoever only takes part, NOT_FOUND to strangers', async () => {
  const id = await made()
  await expectRefused(world, 'FORBIDDEN', volunteer, name, { id, reason: '天冷' })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, reason: '天冷' }))
})
