import type { CapabilityName } from '@/shared/contracts'
import { worksDaysOf } from '@/shared/domain/issues/works'
import { jpeg } from '../../support/images'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.setWorks' satisfies CapabilityName
const owner = 'worker-grid-6'
const done = { what: '清运垃圾，改种草坪', startOn: '2026-11-01', endOn: '2026-11-18', areaSquareMeters: 600 }

test('days are counted from the dates, both ends included', () => {
  expect(worksDaysOf({ startOn: '2026-10-08', endOn: '2026-10-25' }, '2026-11-25')).toBe(18)
  expect(worksDaysOf({ startOn: '2026-10-08', endOn: '2026-10-08' }, '2026-11-25')).toBe(1)
  expect(worksDaysOf({ startOn: '2026-11-24', endOn: null }, '2026-11-25')).toBe(2)
  expect(worksDaysOf({ startOn: '2026-12-01', endOn: null }, '2026-11-25')).toBe(0)
})

test('the card shows days, area and the same spot before and after; neighbours see photos once they have passed', async () => {
  const before = await world.upload('resident-grid-6', jpeg())
  const id = await report(world, 'resident-grid-6', { fileIds: [before], text: '门口有异味' })
  const [kept] = issueOf(world, id).fileIds
  const afterId = await world.upload(owner, jpeg())
  await world.ask(owner, name, { id, ...done, pairs: [{ spot: '东南角', beforeId: kept!, afterId }] })
  const seen = await world.ask(owner, 'issues.getIssue', { id })
  expect(seen.works).toMatchObject({
    days: 18,
    areaSquareMeters: 600,
    pairs: [{ spot: '东南角', before: { id: kept }, after: {} }],
  })
  expect(seen.canSetWorks).toBe(true)
  expect(seen.timeline.at(-1)).toMatchObject({
    title: '整治工程',
    text: '清运垃圾，改种草坪，2026-11-01 至 2026-11-18，历时 18 天，面积 600 平方米',
  })
  const change = { textCheck: 'passed', isPublic: true, passedFileIds: [kept!] } as const
  await world.runtime.store.issues.updateWhere({ _id: id }, { ...change, passedFileIds: [...change.passedFileIds] })
  const open = await world.ask('resident-grid-1', 'issues.getPublicIssue', { id })
  expect(open.works).toMatchObject({ days: 18, pairs: [{ before: { id: kept }, after: null }] })
})

test('twice is once; works that go on have no last day', async () => {
  const id = await report(world)
  const going = { id, what: '清运', startOn: '2026-11-24' }
  await expectOnce(world, owner, name, going, { ...going, what: '别的' })
  expect((await world.ask(owner, 'issues.getIssue', { id })).works).toMatchObject({ endOn: null, days: 2 })
})

test('days that cannot be, states in which nothing is done, and strange photos are refused', async () => {
  const id = await report(world)
  for (const days of [
    { startOn: '2026-11-18', endOn: '2026-11-01' },
    { startOn: '2026-11-18', endOn: '2026-11-26' },
    { startOn: '2028-11-18', endOn: undefined },
    { startOn: '2020-11-18', endOn: '2020-11-19' },
  ])
    await expectRefused(world, 'WORKS_DAYS_UNFIT', owner, name, { id, ...done, ...days })
  const strange = 'cloud://test.bucket/kept/xinsheng/issue-1/f-1.jpg'
  const pairs = [{ spot: '门口', beforeId: strange }]
  await expectRefused(world, 'FILE_NOT_YOURS', owner, name, { id, ...done, pairs })
  await expectRefused(world, 'INVALID_INPUT', owner, name, { id, ...done, pairs: [...pairs, ...pairs] })
  await stepOf(world, 'resident-grid-6', { id, move: 'withdraw' })
  await expectRefused(world, 'WORKS_NOT_NOW', owner, name, { id, ...done })
})

test('its reporter does not write it, and to strangers there is no such issue', async () => {
  const id = await report(world)
  await expectRefused(world, 'FORBIDDEN', 'group-leader-4', name, { id, ...done })
  await expectAbsent(world, 'worker-grid-7', name, id, (one) => ({ id: one, ...done }))
})
