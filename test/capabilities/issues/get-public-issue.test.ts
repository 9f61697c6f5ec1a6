import { jpeg } from '../../support/images'
import { letPass, reportPublicly } from '../public'
import { expectAbsent, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.getPublicIssue' as const

test('shows the whole way of an issue by posts, with photos before and after and the result', async () => {
  const id = await reportPublicly(world, { fileIds: [await world.upload('resident-grid-6', jpeg())] })
  await stepOf(world, 'worker-grid-6', { id, move: 'start' })
  const after = await world.upload('worker-grid-6', jpeg({ serial: 7 }))
  await stepOf(world, 'worker-grid-6', {
    id,
    move: 'submit',
    result: 'partly',
    sentence: '王大爷家已清',
    fileIds: [after],
  })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  await letPass(world, id)
  const shown = await world.ask('resident-grid-1', name, { id })
  expect(shown).toMatchObject({
    state: 'closed',
    isOpen: false,
    result: 'partly',
    place: { label: '陶埙苑1号楼' },
    postName: '专职网格员',
    photos: [{ url: expect.stringContaining('http') }],
    resultPhotos: [{ url: expect.stringContaining('http') }],
  })
  expect(shown.steps.map(({ title, postName }) => [title, postName])).toEqual([
    ['上报', null],
    ['派遣', null],
    ['开始处理', '专职网格员'],
    ['提交结果', '专职网格员'],
    ['确认解决', null],
  ])
  const people = world.documents('persons').filter(({ _id }) => /^(worker|resident)-grid-6$/.test(_id))
  for (const secret of [...people.flatMap((one) => [one.name, one._id, one.dutyPhone]), '王大爷'])
    if (secret) expect(JSON.stringify(shown)).not.toContain(secret)
})

test('a photo of the result that has not passed is not shown', async () => {
  const id = await reportPublicly(world)
  const after = await world.upload('worker-grid-6', jpeg())
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清', fileIds: [after] })
  expect((await world.ask('resident-grid-1', name, { id })).resultPhotos).toEqual([])
})

test('a resident on a patrol post who reports stays without a name too', async () => {
  const id = await reportPublicly(world, { source: 'patrol' }, 'worker-grid-6')
  const { steps } = await world.ask('resident-grid-1', name, { id })
  expect(steps[0]).toMatchObject({ title: '上报', postName: null })
})

test('what is not public is answered like what is not there: unchecked, of a private class, of another community', async () => {
  const unchecked = await report(world)
  const dispute = await reportPublicly(world, { classCode: 'dispute' })
  const shown = await reportPublicly(world)
  for (const id of [unchecked, dispute]) await expectAbsent(world, 'resident-grid-1', name, id, (one) => ({ id: one }))
  await expectAbsent(world, 'b-resident-1', name, shown, (one) => ({ id: one }))
  expect(issueOf(world, dispute).isPublic).toBe(true)
})

test('whoever is not signed in may read it, as a link that was passed on', async () => {
  const id = await reportPublicly(world)
  expect(await world.send(null, name, { id })).toMatchObject({ ok: true, data: { id } })
})
