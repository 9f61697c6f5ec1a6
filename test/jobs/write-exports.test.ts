import { removeOldExports } from '@cloud/jobs/remove-old-exports'
import { writeExports } from '@cloud/jobs/write-exports'
import { atOnceMax } from '@/shared/domain/issues/export-record'
import { dayMs } from '@/shared/kernel/time'
import { bytesOf, linesOf } from '../capabilities/issues/exported'
import { insertIssues, issueOf, report, useWorld } from '../capabilities/world'

const world = useWorld()
const desk = 'community-worker-1'
const filter = { from: '2026-11-20', to: '2026-11-26' }
const ground = () => ({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
const notices = () => world.documents('notices').filter(({ subject }) => subject.kind === 'export')

const askLong = async () => {
  const like = issueOf(world, await report(world))
  insertIssues(
    world,
    like,
    Array.from({ length: atOnceMax }, (_, at) => ({ _id: `issue-like-${at}`, code: `C${at}` })),
  )
  await world.ask(desk, 'issues.exportIssues', { filter, format: 'csv' })
}

test('a long export is written whole, its asker told once, however often the job runs', async () => {
  await askLong()
  expect(await writeExports(ground())).toEqual({ done: 1 })
  expect(await writeExports(ground())).toEqual({ done: 0 })
  const codes = linesOf(await bytesOf(world, desk))
    .slice(1)
    .map(([code]) => code)
  expect(codes).toHaveLength(atOnceMax + 1)
  expect(new Set(codes).size).toBe(atOnceMax + 1)
  expect(notices()).toMatchObject([{ recipientId: desk, text: expect.stringContaining('导出好了') }])
})

test('one that cannot be written is tried again, and after three times its asker is told so', async () => {
  await askLong()
  const files = { ...world.runtime.files, write: () => Promise.reject(new Error('no storage')) }
  for (const _ of [1, 2]) await writeExports({ ...ground(), files })
  expect([world.documents('exports')[0]!.state, notices()]).toEqual(['waiting', []])
  await writeExports({ ...ground(), files })
  expect(world.documents('exports')[0]!.state).toBe('failed')
  expect(notices()).toMatchObject([{ text: expect.stringContaining('没有写成') }])
})

test('whoever left the desk meanwhile gets nothing', async () => {
  await askLong()
  await world.runtime.store.postings.updateWhere({ personId: desk }, { to: '2026-11-24' })
  await writeExports(ground())
  expect(world.documents('exports')).toMatchObject([{ state: 'failed', fileId: null }])
})

test('after seven days file and record are gone', async () => {
  await report(world)
  await world.ask(desk, 'issues.exportIssues', { filter, format: 'csv' })
  const url = (await world.ask(desk, 'issues.listExports', {})).exports[0]!.url!
  expect(await removeOldExports({ ...ground(), now: world.clock.now + 7 * dayMs })).toEqual({ done: 0 })
  expect(await removeOldExports({ ...ground(), now: world.clock.now + 7 * dayMs + 1 })).toEqual({ done: 1 })
  expect(world.documents('exports')).toEqual([])
  expect((await fetch(url)).ok).toBe(false)
})
