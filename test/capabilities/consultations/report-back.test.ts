import { jpeg } from '../../support/images'
import { stepTopics } from '@cloud/jobs/step-topics'
import { expectAbsent, expectRefused, useWorld } from '../world'
import {
  colleague,
  desk,
  neighbour,
  owner,
  proposer,
  resolved,
  run,
  strangeDesk,
  toldTo,
  topicOf,
  underWay,
  viewOf,
} from './shared'

const world = useWorld()
const name = 'consultations.reportBack'

test('goes to everybody who took part, whatever their part was', async () => {
  const id = await underWay(world)
  await world.ask(neighbour, 'consultations.setSupport', { id, isOn: true })
  await world.ask('resident-grid-1', 'consultations.addComment', { id, text: '谢谢' })
  for (const isOn of [true, false]) await world.ask('resident-grid-5', 'consultations.setSupport', { id, isOn })
  const fileId = await world.upload(desk, jpeg())
  await world.ask(desk, name, { id, text: '路灯亮了', fileIds: [fileId] })
  for (const persona of [proposer, neighbour, 'resident-grid-1'])
    expect(await toldTo(world, persona)).toContain('议题有结果了')
  for (const persona of ['resident-grid-2', 'resident-grid-5'])
    expect(await toldTo(world, persona)).not.toContain('议题有结果了')
  expect(await viewOf(world, id)).toMatchObject({ step: 'reported', isOpen: false, report: { text: '路灯亮了' } })
  expect((await viewOf(world, id)).report!.photos).toHaveLength(1)
})

test('goes to those whose topic went into it, too', async () => {
  const joined = await topicOf(world, { title: '北门照明' }, 'resident-grid-3')
  await world.ask('resident-grid-4', 'consultations.setSupport', { id: joined, isOn: true })
  await world.ask(desk, 'consultations.takeUpTopic', { id: joined })
  const id = await topicOf(world)
  await world.ask(desk, 'consultations.reviewTopic', { id: joined, decision: 'join', intoId: id })
  await world.runtime.store.consultations.updateWhere({ _id: id }, { step: 'carryingOut' })
  await world.ask(desk, name, { id, text: '路灯亮了', fileIds: [] })
  for (const persona of ['resident-grid-3', 'resident-grid-4'])
    expect(await toldTo(world, persona)).toContain('议题有结果了')
})

test('the owner of an overdue resolution is told once', async () => {
  const id = await underWay(world)
  world.clock.now = Date.parse('2027-01-01T02:00:00.000Z')
  for (const _twice of [1, 2]) await run(world, stepTopics)
  const { notices } = await world.ask(owner, 'notices.listNotices', {})
  expect(notices.filter(({ title }) => title === '决议到期了')).toHaveLength(1)
  expect((await viewOf(world, id)).resolution!.isOverdue).toBe(true)
})

test('STEP_UNFIT before it is carried out; another desk learns nothing', async () => {
  const id = await resolved(world)
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id, text: '办完了', fileIds: [] })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one, text: '办完了', fileIds: [] }))
})

test('a refusal leaves the photos as they were: the same ones go with the report once it may be made', async () => {
  const id = await resolved(world)
  const report = { id, text: '路灯亮了', fileIds: [await world.upload(desk, jpeg())] }
  await expectRefused(world, 'STEP_UNFIT', desk, name, report)
  await world.runtime.store.consultations.updateWhere({ _id: id }, { step: 'carryingOut' })
  await world.ask(desk, name, report)
  expect((await viewOf(world, id)).report!.photos).toHaveLength(1)
})

test('of two reports at once one is made, with its own photos', async () => {
  const id = await underWay(world)
  const reports = await Promise.all(
    [desk, colleague].map(async (persona) => ({
      persona,
      report: { id, text: persona, fileIds: [await world.upload(persona, jpeg())] },
    })),
  )
  const told = await Promise.all(reports.map(({ persona, report }) => world.send(persona, name, report)))
  expect(told.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual(['STEP_UNFIT', 'ok'].sort())
  const { report } = await viewOf(world, id)
  expect(report!.text).toBe(told[0]!.ok ? desk : colleague)
  expect(report!.photos).toHaveLength(1)
})
