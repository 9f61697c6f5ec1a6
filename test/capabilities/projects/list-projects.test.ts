import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, useWorld } from '../world'
import { callOf, desk, foreigner, move, projectOf, proposed, proposer, stranger } from './story'

const world = useWorld()
const name = 'projects.listProjects' satisfies CapabilityName
const idsOf = async (persona: string, input: { part: 'public' | 'mine' | 'desk'; state?: 'screened' }) =>
  (await world.ask(persona, name, input)).projects.map(({ id }) => id)

test('the public sees what was screened, whoever proposed their own, the desk all; each the last moved first', async () => {
  const { id: callId } = await callOf(world)
  const waiting = await proposed(world, callId)
  world.clock.now += 1000
  const screened = await proposed(world, callId)
  await move(world, screened, 'screen')
  expect(await idsOf(stranger, { part: 'public' })).toEqual([screened])
  expect(await idsOf('newcomer-1', { part: 'public' })).toEqual([screened])
  expect(await idsOf(proposer, { part: 'mine' })).toEqual([screened, waiting])
  expect(await idsOf(stranger, { part: 'mine' })).toEqual([])
  expect(await idsOf(desk, { part: 'desk' })).toEqual([screened, waiting])
  expect(await idsOf(desk, { part: 'desk', state: 'screened' })).toEqual([screened])
  expect(await idsOf(foreigner, { part: 'desk' })).toEqual([])
})

test('FORBIDDEN to whoever has no desk', async () => {
  for (const persona of [stranger, 'worker-grid-6', 'newcomer-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { part: 'desk' })
})

test('every project is on one page, however many there are', async () => {
  const like = projectOf(world, await proposed(world, undefined, desk))
  world.cloud.insertDocuments(
    'projects',
    Array.from({ length: 45 }, (_, at) => ({
      ...like,
      _id: `project-like-${at}`,
      updatedAt: `2026-11-2${at % 5}T01:00:00.000Z`,
    })),
  )
  const rows = await allPages(async (cursor) => {
    const { projects, next } = await world.ask(desk, name, { part: 'desk', cursor })
    return { rows: projects, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(46)
  expect(rows).toHaveLength(46)
})
