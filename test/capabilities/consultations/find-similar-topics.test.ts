import { useWorld } from '../world'
import { neighbour, proposedBy, stranger, topicOf } from './shared'

const world = useWorld()
const name = 'consultations.findSimilarTopics'
const alikeTo = async (typed: string, persona = neighbour) =>
  (await world.ask(persona, name, { typed })).topics.map(({ id }) => id)

test('shows a topic that says much the same, and none that does not', async () => {
  const lamp = await topicOf(world)
  await topicOf(world, { title: '楼道粉刷', text: '墙皮掉了一地，能不能统一粉刷一遍。' })
  expect(await alikeTo('北门太黑，想加一盏路灯')).toEqual([lamp])
  expect(await alikeTo('电梯里有异味')).toEqual([])
})

test('the same title is found whatever is said beside it', async () => {
  const lamp = await topicOf(world, { title: '北门加一盏路灯', text: '老人接孩子放学，冬天五点天就暗下来，摔过两回。' })
  const other = '我家住在一楼，窗外的树把阳光都挡住，冬天屋里阴冷，想请园林的师傅来修剪一下枝条，顺便看看根。'
  expect(await alikeTo(`北门再加一盏路灯吧 ${other}`)).toEqual([lamp])
  expect(await alikeTo(other)).toEqual([])
})

test('says what it is about and whether one stands behind it already', async () => {
  const id = await topicOf(world, { text: '北门晚上太黑了，'.repeat(20) })
  const found = async () => (await world.ask(neighbour, name, { typed: '北门太黑' })).topics[0]!
  expect(await found()).toMatchObject({ id, isSupported: false, supports: 0 })
  expect((await found()).beginning).toMatch(/^北门晚上太黑了，.*…$/)
  await world.ask(neighbour, 'consultations.setSupport', { id, isOn: true })
  expect(await found()).toMatchObject({ isSupported: true, supports: 1 })
})

test('never one that has not passed, nor one of another community', async () => {
  await proposedBy(world)
  expect(await alikeTo('北门加一盏路灯')).toEqual([])
  await topicOf(world)
  expect(await alikeTo('北门加一盏路灯', stranger)).toEqual([])
})
