import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { begun, desk, minuted, owner, proposer, resolved, strangeDesk, toldTo, viewOf, votedOn } from './shared'

const world = useWorld()
const name = 'consultations.resolveTopic'
const resolution = (id: string, changes = {}) => ({
  id,
  text: '装在东侧',
  ownerId: owner,
  dueOn: '2026-12-31',
  ...changes,
})

test('has an owner and a day; the owner is asked, whoever took part is told', async () => {
  const { id } = await minuted(world)
  await expectOnce(world, desk, name, resolution(id), resolution(id, { text: '不装' }))
  expect(await viewOf(world, id)).toMatchObject({
    step: 'resolving',
    resolution: { text: '装在东侧', dueOn: '2026-12-31', isOverdue: false },
  })
  expect(await toldTo(world, proposer)).toContain('议题有了决议')
  expect((await world.ask(owner, 'notices.listNotices', {})).notices[0]!.title).toBe('请您负责一项决议')
})

test('without an owner or a day it is refused in a plain sentence', async () => {
  const { id } = await minuted(world)
  const whose = await expectRefused(
    world,
    'RESOLUTION_WITHOUT_OWNER',
    desk,
    name,
    resolution(id, { ownerId: undefined }),
  )
  expect(whose.message).toBe('决议要有负责人，请指定一位')
  const when = await expectRefused(world, 'RESOLUTION_WITHOUT_DAY', desk, name, resolution(id, { dueOn: undefined }))
  expect(when.message).toBe('决议要有完成日期，请选一天')
})

test('OWNER_UNKNOWN for a resident or a stranger, DUE_UNFIT for a day gone by, before the notice can be over, or years away', async () => {
  const { id } = await minuted(world)
  for (const ownerId of [proposer, strangeDesk, 'nobody'])
    await expectRefused(world, 'OWNER_UNKNOWN', desk, name, resolution(id, { ownerId }))
  // It is the 27th, and the shortest notice ends a week later.
  for (const dueOn of ['2026-11-27', '2026-12-04', '2026-01-01', '2029-01-01'])
    await expectRefused(world, 'DUE_UNFIT', desk, name, resolution(id, { dueOn }))
  await world.ask(desk, name, resolution(id, { dueOn: '2026-12-05' }))
})

test('MINUTES_MISSING without any, VOTE_RUNNING before the close, STEP_UNFIT a second time', async () => {
  const { id } = await begun(world)
  await expectRefused(world, 'MINUTES_MISSING', desk, name, resolution(id))
  await expectAbsent(world, strangeDesk, name, id, (one) => resolution(one))
  await expectRefused(world, 'VOTE_RUNNING', desk, name, resolution((await votedOn(world)).id))
  await expectRefused(world, 'STEP_UNFIT', desk, name, resolution(await resolved(world)))
})
