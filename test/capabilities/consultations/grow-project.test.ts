import { stepTopics } from '@cloud/jobs/step-topics'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, neighbour, owner, proposer, resolved, run, strangeDesk, toldTo, underWay, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.growProject'

test('the project starts where the consultation brought it, with the same owner and day, and all who took part are told', async () => {
  const id = await underWay(world)
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

test('not before the notice is over: until then the resolution may be taken back, and no project is left of it', async () => {
  const id = await resolved(world)
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id })
  await world.ask(desk, 'consultations.publishNotice', { id, days: 7 })
  expect((await viewOf(world, id, desk)).can).toMatchObject({ grow: false, goBack: true })
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id })
  await world.ask(desk, 'consultations.goBackToMeeting', { id, reason: '三楼住户不同意' })
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id })
})

test('once it has grown, the resolution stands', async () => {
  const id = await underWay(world)
  await world.ask(desk, name, { id })
  await expectRefused(world, 'STEP_UNFIT', desk, 'consultations.goBackToMeeting', { id, reason: '想想不对' })
})

test('at the very end of the notice it is either taken back or may grow, whatever comes first', async () => {
  const start = world.clock.now
  for (const _again of [1, 2, 3]) {
    world.clock.now = start
    const id = await resolved(world)
    await world.ask(desk, 'consultations.publishNotice', { id, days: 7 })
    world.clock.now += 8 * dayMs
    const before = world.documents('projects').length
    const [back] = await Promise.all([
      world.send(desk, 'consultations.goBackToMeeting', { id, reason: '三楼住户不同意' }),
      run(world, stepTopics).then(() => world.send(desk, name, { id })),
      world.send(desk, name, { id }),
    ])
    const { step, resolution, project } = await viewOf(world, id, desk)
    expect([step, resolution !== null]).toEqual(back.ok ? ['scheduling', false] : ['carryingOut', true])
    expect(world.documents('projects').length - before).toBe(back.ok ? 0 : 1)
    expect(project !== null).toBe(!back.ok)
  }
})

test('TOPIC_HAS_PROJECT once there is a project, RESOLUTION_OVERDUE past its day', async () => {
  const id = await underWay(world)
  await world.ask(desk, name, { id })
  await expectRefused(world, 'TOPIC_HAS_PROJECT', desk, name, { id })
  const late = await underWay(world)
  world.clock.now = Date.parse('2027-01-02T02:00:00.000Z')
  await expectRefused(world, 'RESOLUTION_OVERDUE', desk, name, { id: late })
})

test('OWNER_UNKNOWN when who was to see to it has left the post; STEP_UNFIT after the end; another desk learns nothing', async () => {
  const id = await underWay(world)
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one }))
  await world.runtime.store.postings.updateWhere({ personId: owner }, { to: '2026-11-01' })
  await expectRefused(world, 'OWNER_UNKNOWN', desk, name, { id })
  await world.runtime.store.consultations.updateWhere({ _id: id }, { step: 'reported', isOpen: false })
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id })
})
