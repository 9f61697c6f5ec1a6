import { minuteMs } from '@/shared/kernel/time'
import { answerMinutes } from '@/shared/domain/issues/content-check'
import { jpeg } from '../support/images'
import { marked, useWechatWorld } from '../support/wechat'
import { asked, desk, volunteer } from '../capabilities/activities/shared'

const world = useWechatWorld()

const propose = async (changes: Partial<typeof asked> = {}) =>
  (await world.ask(volunteer, 'activities.createActivity', { ...asked, ...changes })).id
const heldBack = async (id: string) => (await world.ask(desk, 'activities.getActivity', { id })).heldBack
const cover = async (behaviour: string) => ({ coverFileId: await world.upload(volunteer, marked(jpeg(), behaviour)) })

test('the words of a proposal are asked about once, and what was found is with it', async () => {
  const [fine, bad] = [await propose(), await propose({ text: '违规测试' })]
  expect(await world.check()).toEqual({ done: 2 })
  expect([await heldBack(fine), await heldBack(bad)]).toEqual([null, 'risky'])
  expect(await world.check()).toEqual({ done: 0 })
})

test('a cover is asked about too, and its verdict comes by itself; a risky one keeps it back', async () => {
  const [fine, bad] = [await propose(await cover('pass')), await propose(await cover('risky'))]
  expect(await world.check()).toEqual({ done: 4 })
  await world.pushed(2)
  expect([await heldBack(fine), await heldBack(bad)]).toEqual([null, 'risky'])
  expect(world.documents('activityChecks')).toEqual([])
})

test('while the check is down nothing passes, and it is asked again later', async () => {
  const id = await propose()
  await world.minded({ isDown: true })
  expect(await world.check()).toEqual({ done: 1 })
  expect(await heldBack(id)).toBe('waiting')
  expect(await world.check()).toEqual({ done: 0 })
  await world.minded({ isDown: false })
  world.moveClock(10 * minuteMs)
  await world.check()
  expect(await heldBack(id)).toBeNull()
})

test('an answer about a cover that is lost is asked for again', async () => {
  const id = await propose(await cover('lost'))
  await world.check()
  expect(await heldBack(id)).toBe('waiting')
  world.moveClock((answerMinutes + 1) * minuteMs)
  expect(await world.check()).toEqual({ done: 1 })
})

test('words changed while they were asked about are asked about anew', async () => {
  const id = await propose()
  const { title, skills, place, headCountMin } = asked
  await world.ask(volunteer, 'activities.updateActivity', { id, title, text: '违规测试', skills, place, headCountMin })
  expect(world.documents('activityChecks')).toHaveLength(1)
  await world.check()
  expect(await heldBack(id)).toBe('risky')
})
