import { dayMs } from '@/shared/kernel/time'
import { proposed } from '../projects/story'
import { expectAbsent, useWorld } from '../world'
import { desk, minuted, newcomer, proposer, stranger, topicOf, underWay } from './shared'

const world = useWorld()
const name = 'consultations.listProjectMeetings'

const series = async () => {
  const first = await underWay(world)
  const { projectId } = await world.ask(desk, 'consultations.growProject', { id: first })
  world.clock.now += dayMs
  const second = await minuted(world, { title: '路灯的电费谁出' })
  await world.ask(desk, 'consultations.setTopicProject', { id: second.id, projectId })
  return { projectId, first, second: second.id }
}

test('every meeting and decision of every topic that hangs on it, in the order in which they came', async () => {
  const { projectId, first, second } = await series()
  const { entries } = await world.ask(proposer, name, { projectId })
  expect(entries.map(({ topicId, kind }) => [topicId, kind])).toEqual([
    [first, 'meeting'],
    [first, 'resolution'],
    [second, 'meeting'],
  ])
  expect(entries[0]).toMatchObject({
    topicTitle: '北门加一盏路灯',
    head: '第 1 次会议，党群服务中心二楼',
    words: '大家都同意装',
  })
  const at = entries.map((entry) => entry.at)
  expect([...at].sort()).toEqual(at)
})

test('a newcomer may read it, as they may the project; of a topic whose words were taken down nothing is said', async () => {
  const { projectId, second } = await series()
  await world.ask(desk, 'consultations.judgeWords', { kind: 'topic', id: second, pass: false })
  const { entries } = await world.ask(newcomer, name, { projectId })
  expect(entries.map(({ kind }) => kind)).toEqual(['meeting', 'resolution'])
})

test('nothing of a project one may not see, be it not screened yet or of another community', async () => {
  const hidden = await proposed(world, undefined, desk)
  const id = await topicOf(world)
  await world.ask(desk, 'consultations.setTopicProject', { id, projectId: hidden })
  await expectAbsent(world, proposer, name, hidden, (projectId) => ({ projectId }))
  const { projectId } = await series()
  await expectAbsent(world, stranger, name, projectId, (one) => ({ projectId: one }))
})
