import type { CapabilityName } from '@/shared/contracts'
import { allPages, useWorld } from '../world'
import { adopt, adoptionOf, closedIssue, desk, stranger } from './adopted'

const world = useWorld()
const name = 'issues.listAdoptions' satisfies CapabilityName

test('residents see what is adopted; what was ended stands apart; it is paged by key', async () => {
  const id = await adopt(world)
  const like = adoptionOf(world, id)
  world.cloud.insertDocuments(
    'adoptions',
    Array.from({ length: 44 }, (_, at) => ({ ...like, _id: `more-${at}` })),
  )
  const page = async (cursor: string | undefined) => {
    const { adoptions, next } = await world.ask('resident-grid-1', name, { cursor })
    return { rows: adoptions.map((one) => one.id), next }
  }
  expect(new Set(await allPages(page)).size).toBe(45)
  await world.ask(desk, 'issues.endAdoption', { id, reason: '改作停车位' })
  const { adoptions } = await world.ask('resident-grid-1', name, { state: 'ended' })
  expect(adoptions).toMatchObject([{ id, state: 'ended' }])
})

test('only staff may add, and another community sees none', async () => {
  await adopt(world)
  expect((await world.ask(desk, name, {})).canAdd).toBe(true)
  expect((await world.ask('resident-grid-1', name, {})).canAdd).toBe(false)
  expect((await world.ask(stranger, name, {})).adoptions).toEqual([])
})

test('the page of an issue shows every plot that grew from it, given back or not; a state still narrows it', async () => {
  const issueId = await closedIssue(world)
  const kept = await adopt(world, { issueId, name: '东侧花坛' })
  const given = await adopt(world, { issueId, name: '西侧花坛' })
  await adopt(world)
  await world.ask(desk, 'issues.endAdoption', { id: given, reason: '改作停车位' })
  const shown = async (input: { state?: 'active' | 'ended' }) =>
    (await world.ask('resident-grid-1', name, { issueId, ...input })).adoptions.map(({ id, state }) => [id, state])
  expect(new Map((await shown({})) as [string, string][])).toEqual(
    new Map([
      [kept, 'active'],
      [given, 'ended'],
    ]),
  )
  expect(await shown({ state: 'ended' })).toEqual([[given, 'ended']])
})
