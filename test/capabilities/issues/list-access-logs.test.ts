import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, report, useWorld } from '../world'
import { desk, quarrel } from './shared'

const world = useWorld()
const name = 'issues.listAccessLogs' satisfies CapabilityName
const administrator = 'administrator-1'

test('every answer that tells of a dispute is written down before it is given: opened, listed or dealt with', async () => {
  const id = await quarrel(world)
  const readsOf = async () => (await world.ask(administrator, name, { issueId: id })).reads
  const before = (await readsOf()).length
  await world.ask('community-worker-2', 'issues.getIssue', { id })
  await world.ask('community-worker-2', 'issues.listQueue', { view: 'community' })
  await world.ask(desk, 'issues.addProgress', { id, text: '已约双方' })
  const reads = await readsOf()
  expect(reads).toHaveLength(before + 3)
  expect(reads.map(({ action }) => action)).toEqual(expect.arrayContaining(['打开查看', '在列表里看到', '办理时看到']))
  const opened = reads.find(({ action }) => action === '打开查看')!
  expect(opened.fields).toEqual(expect.arrayContaining(['情况说明', '地点', '办理过程', '上报人']))
})

test('what a department was not shown is not in its read', async () => {
  const id = await quarrel(world)
  await world.ask(desk, 'issues.addHelper', { id, personId: 'officer-law-enforcement', task: '现场看看' })
  await world.ask('officer-law-enforcement', 'issues.getIssue', { id })
  const logs = world.documents('accessLogs').filter(({ personId }) => personId === 'officer-law-enforcement')
  expect(logs.map(({ fields, capability }) => [capability, fields])).toEqual([['issues.getIssue', ['placeLabel']]])
})

test('nothing is written of what is no dispute, nor of what was not there for the caller', async () => {
  const [id, quiet] = [await quarrel(world), await report(world)]
  const before = world.documents('accessLogs').length
  await world.ask(desk, 'issues.getIssue', { id: quiet })
  await world.send('worker-grid-7', 'issues.getIssue', { id })
  expect(world.documents('accessLogs')).toHaveLength(before)
})

test('a log that cannot be written does not keep the answer back, and the function’s own log says so', async () => {
  const id = await quarrel(world)
  const { append } = world.runtime.store
  world.runtime.store.append = () => Promise.reject(new Error('the database is away'))
  try {
    expect((await world.ask('community-worker-2', 'issues.getIssue', { id })).id).toBe(id)
  } finally {
    world.runtime.store.append = append
  }
  expect(world.lines.some(({ outcome }) => outcome === `read of ${id} not written down`)).toBe(true)
})

test('pages follow each other, however many reads there are', async () => {
  await quarrel(world)
  const [like] = world.documents('accessLogs')
  const count = world.documents('accessLogs').length
  world.cloud.insertDocuments(
    'accessLogs',
    Array.from({ length: 44 }, (_, at) => ({ ...like!, _id: `read-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { reads, next } = await world.ask(administrator, name, { cursor })
    return { rows: reads, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(count + 44)
})

test('FORBIDDEN for whoever does not answer for it; another community reads its own only', async () => {
  const id = await quarrel(world)
  for (const persona of [desk, 'officer-justice', 'worker-grid-6', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, {})
  expect((await world.ask('branch-secretary-1', name, { issueId: id })).reads.length).toBeGreaterThan(0)
  await world.runtime.store.persons.updateWhere({ _id: administrator }, { communityId: 'b-lanqiao' })
  expect((await world.ask(administrator, name, { issueId: id })).reads).toEqual([])
})
