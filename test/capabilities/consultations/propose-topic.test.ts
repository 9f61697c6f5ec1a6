import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, useWorld } from '../world'
import { asked, desk, neighbour, newcomer, proposedBy, proposer, stranger, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.proposeTopic' satisfies CapabilityName
const openTopics = async (persona: string) =>
  (await world.ask(persona, 'consultations.listTopics', { which: 'open' })).topics.map(({ title }) => title)

test('once, it waits for the content check: its author sees it, neighbours do not', async () => {
  const { id } = await expectOnce(world, proposer, name, asked, { ...asked, title: '别的事' })
  expect(await viewOf(world, id)).toMatchObject({ step: 'collecting', textCheck: 'waiting', proposedAs: 'resident' })
  expect(await world.refusalOf(neighbour, 'consultations.getTopic', { id })).toBe('NOT_FOUND')
  expect(await openTopics(neighbour)).not.toContain(asked.title)
})

test('what the desk proposes is there at once; a building head proposes for the group', async () => {
  await proposedBy(world, desk, { title: '楼道粉刷' })
  expect(await openTopics(neighbour)).toContain('楼道粉刷')
  const id = await proposedBy(world, 'building-head-1')
  expect((await viewOf(world, id, 'building-head-1')).proposedAs).toBe('group')
})

test('SCOPE_UNKNOWN for a place of another community, one that is not there, and a party group', async () => {
  for (const scope of [
    { kind: 'building', id: 'b-building-1-1' },
    { kind: 'building', id: 'building-99-9' },
    { kind: 'community', id: 'lanqiao' },
    { kind: 'group', id: 'group-1' },
  ] as const)
    await expectRefused(world, 'SCOPE_UNKNOWN', proposer, name, { ...asked, scope })
  const { id } = await world.ask(proposer, name, { ...asked, scope: { kind: 'building', id: 'building-12-1' } })
  expect((await viewOf(world, id)).scopeName).toMatch(/号楼$/)
})

test('TOPICS_TOO_MANY after five in a day, and tomorrow again', async () => {
  for (let at = 0; at < 5; at++) await proposedBy(world)
  await expectRefused(world, 'TOPICS_TOO_MANY', proposer, name, asked)
  world.clock.now += 86_400_000
  await proposedBy(world)
})

test('FORBIDDEN to newcomers; a stranger proposes in their own community only', async () => {
  await expectRefused(world, 'FORBIDDEN', newcomer, name, asked)
  const { id } = await world.ask(stranger, name, asked)
  expect(await world.refusalOf(desk, 'consultations.getTopic', { id })).toBe('NOT_FOUND')
})
