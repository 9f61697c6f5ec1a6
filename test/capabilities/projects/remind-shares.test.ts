import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, drafted, member, memberHome, opened, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.remindShares' satisfies CapabilityName

const remindersTo = async (persona: string) => {
  const { store, files } = world.runtime
  await deliverAnnouncements({ store, files, now: world.clock.now })
  return world
    .documents('notices')
    .filter(({ recipientId, title }) => recipientId === persona && title === '自筹缴款小提醒')
    .map(({ text }) => text)
}

test('only members of homes that owe are reminded, kindly, without a sum; at most once a week; twice is once', async () => {
  await memberHome(world)
  const [projectId, other] = [await opened(world), await opened(world)]
  const { households } = await expectOnce(world, treasurer, name, { projectId }, { projectId: other })
  expect(households).toBe(48)
  const [text] = await remindersTo(member)
  expect(text).toContain('方便的时候办理就好')
  expect(text).not.toMatch(/\d|必须|逾期|名单/)
  expect(await remindersTo(stranger)).toEqual([])
  world.clock.now += 7 * dayMs - 1
  await expectRefused(world, 'REMINDED_RECENTLY', treasurer, name, { projectId })
  world.clock.now += 1
  expect(await world.ask(treasurer, name, { projectId })).toMatchObject({ households: 48 })
})

test('who has paid or is exempt hears nothing', async () => {
  const householdId = await memberHome(world)
  const projectId = await opened(world)
  const { share } = await world.ask(member, 'projects.getMyShare', { projectId })
  await pay(world, projectId, householdId, share.dueFen)
  await world.ask(treasurer, 'projects.setExemption', { projectId, householdId: 'household-2-1-1-101', reason: '困难' })
  expect((await world.ask(treasurer, name, { projectId })).households).toBe(46)
  expect(await remindersTo(member)).toEqual([])
})

test('FUNDING_NOT_OPEN for a draft; NOT_FOUND to everybody but the treasurer', async () => {
  const draft = await drafted(world)
  await expectRefused(world, 'FUNDING_NOT_OPEN', treasurer, name, { projectId: draft })
  for (const persona of [desk, member, stranger])
    await expectAbsent(world, persona, name, draft, (one) => ({ projectId: one }))
})
