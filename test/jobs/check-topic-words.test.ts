import { minuteMs } from '@/shared/kernel/time'
import { callOf, desk, move, projectOf, proposer, stranger } from '../capabilities/projects/story'
import { useWechatWorld } from '../support/wechat'

const world = useWechatWorld()

const propose = async (text: string, by = proposer): Promise<string> => {
  const { id: callId } = await callOf(world)
  return (await world.ask(by, 'projects.proposeProject', { callId, unitId: 'group-4', title: '装长椅', text })).id
}
const topic = async (text: string): Promise<string> =>
  (await world.ask(proposer, 'consultations.proposeTopic', { title: '北门加灯', text })).id
const found = (id: string) => projectOf(world, id).textCheck
const foundOfTopic = (id: string) => world.documents('consultations').find(({ _id }) => _id === id)?.textCheck

test('a proposal is asked about once like a topic, and what was found stays with it', async () => {
  const ids = [await propose('老人没处坐'), await propose('待审测试'), await propose('违规测试')]
  const topics = [await topic('晚上太黑'), await topic('违规测试')]
  expect(await world.check()).toEqual({ done: 5 })
  expect(ids.map(found)).toEqual(['passed', 'review', 'risky'])
  expect(topics.map(foundOfTopic)).toEqual(['passed', 'risky'])
  expect(await world.check()).toEqual({ done: 0 })
})

test('what the desk puts on record itself is not asked about', async () => {
  const { id } = await world.ask(desk, 'projects.proposeProject', { title: '装长椅', text: '老人没处坐' })
  expect(await world.check()).toEqual({ done: 0 })
  expect(found(id)).toBe('passed')
})

test('a risky proposal is never shown: the desk reads why and cannot screen it, only decline it', async () => {
  const id = await propose('违规测试')
  await world.check()
  expect((await world.ask(desk, 'projects.getProject', { id })).textCheck).toBe('risky')
  const screen = { id, move: 'screen', sentence: '同意' } as const
  expect(await world.refusalOf(desk, 'projects.moveProject', screen)).toBe('WORDS_RISKY')
  expect(await world.refusalOf(stranger, 'projects.getProject', { id })).toBe('NOT_FOUND')
  await move(world, id, 'decline')
  expect(await world.refusalOf(stranger, 'projects.getProject', { id })).toBe('NOT_FOUND')
})

test('while the check is down a proposal waits and is asked about again later', async () => {
  const id = await propose('老人没处坐')
  await world.minded({ isDown: true })
  expect(await world.check()).toEqual({ done: 1 })
  expect([found(id), (await world.check()).done]).toEqual(['waiting', 0])
  await world.minded({ isDown: false })
  world.moveClock(10 * minuteMs)
  await world.check()
  expect(found(id)).toBe('passed')
})
