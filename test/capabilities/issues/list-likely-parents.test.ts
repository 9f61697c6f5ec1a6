import { expectAbsent, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listLikelyParents'
const desk = 'community-worker-1'

test('the desk is offered what an issue may repeat, public or not, with how near it is', async () => {
  const parent = await report(world, 'resident-grid-7')
  await report(world, 'resident-grid-7', { classCode: 'powerLight', text: '楼道里的灯不亮' })
  const id = await report(world)
  const { issues } = await world.ask(desk, name, { id })
  expect(issues).toMatchObject([{ id: parent, metersAway: 0, isSameBuilding: true, text: '楼道里有异味' }])
  await stepOf(world, desk, { id: parent, move: 'decline', reason: '不在职责内', turnTo: '市政' })
  expect((await world.ask(desk, name, { id })).issues).toEqual([])
})

test('what contradicts it is not offered, and words alone are near nothing', async () => {
  await report(world, 'resident-grid-7', { text: '2单元有异味' })
  const id = await report(world, 'resident-grid-6', { text: '1单元有异味' })
  expect((await world.ask(desk, name, { id })).issues).toEqual([])
  const somewhere = await report(world, 'resident-grid-6', { place: { words: '楼下' } })
  expect((await world.ask(desk, name, { id: somewhere })).issues).toEqual([])
})

test('a worker is offered only what they see themself', async () => {
  const id = await report(world)
  const other = await report(world, 'resident-grid-7')
  await world.runtime.store.issues.updateWhere({ _id: other }, { gridId: 'grid-1' })
  const owned = {
    personId: 'worker-grid-1',
    name: '某某',
    role: 'gridWorker',
    scope: { kind: 'grid', id: 'grid-1' },
    dutyPhone: null,
  } as const
  await world.runtime.store.issues.updateWhere(
    { _id: other },
    { owner: owned, contact: owned, leadId: 'worker-grid-1' },
  )
  expect((await world.ask('worker-grid-6', name, { id })).issues).toEqual([])
  expect((await world.ask(desk, name, { id })).issues).toMatchObject([{ id: other }])
})

test('an issue the caller may not see is not there', async () => {
  const id = await report(world)
  await expectAbsent(world, 'worker-grid-1', name, id, (one) => ({ id: one }))
})

test('what was merged stands on its parent for those who deal with it, and for nobody else', async () => {
  const [parent, child] = [await report(world), await report(world, 'resident-grid-7')]
  await stepOf(world, desk, { id: child, move: 'merge', parentId: parent })
  expect((await world.ask(desk, 'issues.getIssue', { id: parent })).children).toMatchObject([{ id: child }])
  for (const persona of ['resident-grid-6', 'resident-grid-7'])
    expect((await world.ask(persona, 'issues.getIssue', { id: parent })).children).not.toMatchObject([
      { id: persona === 'resident-grid-6' ? child : 'nothing' },
    ])
})
