import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectOnce, expectRefused, useWorld } from '../world'
import { callOf, desk, foreigner, projectOf, proposer, stranger } from './story'

const world = useWorld()
const name = 'projects.proposeProject' satisfies CapabilityName
const said = { title: '东门装长椅', text: '老人等车没处坐' }

test('a proposal is on record for its unit, seen by the desk and whoever made it, and by nobody else yet; twice is once', async () => {
  const { id: callId } = await callOf(world)
  const input = { ...said, callId, unitId: 'group-4' }
  const { id, state, unitName } = await expectOnce(world, proposer, name, input, { ...input, title: '别的' })
  expect([state, unitName]).toEqual(['proposed', '第四网格党小组'])
  expect(projectOf(world, id)).toMatchObject({ proposerId: proposer, isPublic: false, callId })
  expect(await world.refusalOf(proposer, 'projects.getProject', { id })).toBe('ok')
  expect(await world.refusalOf(desk, 'projects.getProject', { id })).toBe('ok')
  expect(await world.refusalOf(stranger, 'projects.getProject', { id })).toBe('NOT_FOUND')
})

test('CALL_CLOSED outside its days, CALL_UNIT_UNKNOWN for no unit of it, CALL_MISSING for residents without one', async () => {
  const { id: callId } = await callOf(world)
  await expectRefused(world, 'CALL_UNIT_UNKNOWN', proposer, name, { ...said, callId, unitId: 'group-2' })
  await expectRefused(world, 'CALL_UNIT_UNKNOWN', proposer, name, { ...said, callId })
  await expectRefused(world, 'CALL_MISSING', proposer, name, said)
  expect((await world.ask(desk, name, said)).unitName).toBeNull()
  world.clock.now = Date.parse('2026-12-21T01:00:00.000Z')
  await expectRefused(world, 'CALL_CLOSED', proposer, name, { ...said, callId, unitId: 'group-4' })
})

test('PROJECTS_TOO_MANY after five in a day, and tomorrow again; the desk puts on record as many as there are', async () => {
  const { id: callId } = await callOf(world)
  const input = { ...said, callId, unitId: 'group-4' }
  for (let count = 0; count < 5; count++) await world.ask(proposer, name, input)
  await expectRefused(world, 'PROJECTS_TOO_MANY', proposer, name, input)
  expect(await world.refusalOf(stranger, name, input)).toBe('ok')
  world.clock.now += dayMs
  expect(await world.refusalOf(proposer, name, input)).toBe('ok')
  for (let count = 0; count < 6; count++) expect(await world.refusalOf(desk, name, said)).toBe('ok')
})

test('NOT_FOUND for a call of elsewhere, FORBIDDEN to newcomers', async () => {
  const { id: callId } = await callOf(world)
  await expectRefused(world, 'NOT_FOUND', foreigner, name, { ...said, callId, unitId: 'group-4' })
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, { ...said, callId, unitId: 'group-4' })
})
