import { foldRates } from '@cloud/jobs/fold-rates'
import { isDrawnForCheck } from '@/shared/domain/issues/issue-code'
import { allPages, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'insight.listDrawn'

test('the fixes on the spot that were drawn, and only those, as anybody can recount from their ids', async () => {
  const ids: string[] = []
  for (let at = 0; at < 15; at++) ids.push(await report(world))
  while (!ids.some((id) => isDrawnForCheck(id, 10)) && ids.length < 20) ids.push(await report(world))
  for (const id of ids)
    await stepOf(world, 'worker-grid-6', { id, move: 'solveOnSpot', result: 'resolved', sentence: '已办' })
  await foldRates({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
  const { drawn } = await world.ask('community-worker-1', name, {})
  const expected = ids.filter((id) => isDrawnForCheck(id, 10))
  expect(drawn.map(({ issueId }) => issueId).sort()).toEqual([...expected].sort())
  for (const { issueId, code, gridName } of drawn)
    expect([code, gridName]).toEqual([issueOf(world, issueId).code, '第六网格'])
  expect((await world.ask('b-community-worker-1', name, {})).drawn).toEqual([])
})

test('pages follow each other', async () => {
  await report(world)
  world.clock.now += 86_400_000
  await foldRates({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
  const [like] = world.documents('tallies')
  world.cloud.insertDocuments(
    'tallies',
    Array.from({ length: 45 }, (_, at) => ({ ...like!, _id: `t-${at}`, drawnAt: '2026-11-25T01:00:00.000Z' })),
  )
  const rows = await allPages(async (cursor) => {
    const { drawn, next } = await world.ask('worker-grid-6', name, { cursor })
    return { rows: drawn, next }
  })
  expect(new Set(rows.map(({ issueId }) => issueId)).size).toBe(45)
})

test('FORBIDDEN for residents', () => expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, {}))
