import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, minuted, neighbour, owner, proposer, resolved, strangeDesk, toldTo, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.growProject'

test('the project starts where the consultation brought it, with the same owner and day, and all who took part are told', async () => {
  const id = await resolved(world)
  await world.ask(neighbour, 'consultations.setSupport', { id, isOn: true })
  expect((await viewOf(world, id, desk)).can.grow).toBe(true)
  const { projectId } = await expectOnce(world, desk, name, { id }, { id: 'topic-2' })
  const project = world.documents('projects').find(({ _id }) => _id === projectId)!
  expect(project).toMatchObject({
    title: '北门加一盏路灯',
    state: 'deliberated',
    isPublic: true,
    owner: { personId: owner },
    resolution: { sentence: '装在门口东侧', dueOn: '2026-12-31' },
  })
  expect(project.history.map(({ move }) => move)).toEqual([null, 'screen', 'deliberate'])
  expect((await viewOf(world, id, proposer)).project).toEqual({ id: projectId, title: '北门加一盏路灯' })
  for (const persona of [proposer, neighbour]) expect(await toldTo(world, persona)).toContain('议题立成了项目')
  expect((await viewOf(world, id, desk)).can.grow).toBe(false)
})

test('RESOLUTION_MISSING before one, TOPIC_HAS_PROJECT once there is a project, RESOLUTION_OVERDUE past its day', async () => {
  const { id: early } = await minuted(world)
  await expectRefused(world, 'RESOLUTION_MISSING', desk, name, { id: early })
  const id = await resolved(world)
  await world.ask(desk, name, { id })
  await expectRefused(world, 'TOPIC_HAS_PROJECT', desk, name, { id })
  const late = await resolved(world)
  world.clock.now = Date.parse('2027-01-02T02:00:00.000Z')
  await expectRefused(world, 'RESOLUTION_OVERDUE', desk, name, { id: late })
})

test('OWNER_UNKNOWN when who was to see to it has left the post; STEP_UNFIT after the end; another desk learns nothing', async () => {
  const id = await resolved(world)
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one }))
  await world.runtime.store.postings.updateWhere({ personId: owner }, { to: '2026-11-01' })
  await expectRefused(world, 'OWNER_UNKNOWN', desk, name, { id })
  await world.runtime.store.consultations.updateWhere({ _id: id }, { step: 'reported', isOpen: false })
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id })
})
