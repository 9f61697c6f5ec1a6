import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, useWorld } from '../world'
import { helped, helper, lead, owner, promised } from './shared'

const world = useWorld()
const name = 'issues.listCommitments' satisfies CapabilityName

test('one’s own and those of the department, by their day, the late ones marked', async () => {
  const id = await helped(world)
  const commitmentId = await promised(world, id)
  expect((await world.ask(helper, name, {})).commitments).toMatchObject([{ id: commitmentId, state: 'open' }])
  expect((await world.ask(helper, name, { of: 'department' })).commitments).toHaveLength(1)
  expect((await world.ask(lead, name, {})).commitments).toEqual([])
  world.clock.now += 8 * 86_400_000
  expect((await world.ask(helper, name, {})).commitments).toMatchObject([{ state: 'overdue', canComplete: true }])
  await world.ask(helper, 'issues.completeCommitment', { id: commitmentId, sentence: '好了' })
  expect((await world.ask(helper, name, {})).commitments).toEqual([])
  expect((await world.ask(helper, name, { isOpen: false })).commitments).toMatchObject([{ state: 'done' }])
})

test('pages follow each other, however many there are', async () => {
  const id = await helped(world)
  await promised(world, id)
  const [like] = world.documents('commitments')
  world.cloud.insertDocuments(
    'commitments',
    Array.from({ length: 44 }, (_, at) => ({ ...like!, _id: `commitment-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { commitments, next } = await world.ask(helper, name, { cursor })
    return { rows: commitments, next }
  })
  expect(new Set(rows.map((row) => row.id)).size).toBe(45)
})

test('FORBIDDEN: whoever is of no department has none of a department', async () => {
  await expectRefused(world, 'FORBIDDEN', owner, name, { of: 'department' })
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, {})
})
