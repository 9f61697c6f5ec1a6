import type { CapabilityName } from '@/shared/contracts'
import { projectSteps } from '@/shared/kernel/projects'
import { expectAbsent, useWorld } from '../world'
import { approved, callOf, foreigner, move, proposed, proposer, stranger, desk } from './story'

const world = useWorld()
const name = 'projects.getFunnel' satisfies CapabilityName

test('every proposal is at one step, counts close from step to step, and units add up to the whole', async () => {
  const { id: callId, units } = await callOf(world)
  const first = await proposed(world, callId)
  await proposed(world, callId)
  const declined = await proposed(world, callId)
  await move(world, declined, 'screen')
  await move(world, declined, 'decline')
  const said = { title: '修甬路', text: '坑洼积水', callId, unitId: units[2]!.id }
  const other = (await world.ask(proposer, 'projects.proposeProject', said)).id
  await world.ask(proposer, 'projects.moveProject', { id: other, move: 'withdraw' })
  await move(world, first, 'screen')
  await approved(world, callId)
  const { steps, units: byUnit, call } = await world.ask(stranger, name, { callId })
  expect(steps.map(({ step }) => step)).toEqual([...projectSteps])
  expect(steps.map(({ reached, here, ended }) => [reached, here, ended])).toEqual([
    [5, 1, 1],
    [3, 1, 1],
    [1, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ])
  expect(byUnit.map((unit) => [unit.name, unit.steps[0]!.reached])).toEqual([
    ['第一网格党小组', 0],
    ['第四网格党小组', 4],
    ['房石小区居民小组', 1],
  ])
  expect(call.allocatedFen).toBe(3_000_000)
})

test('NOT_FOUND to another community', async () => {
  const { id } = await callOf(world)
  await expectAbsent(world, foreigner, name, id, (callId) => ({ callId }))
  expect((await world.ask(desk, name, { callId: id })).steps[0]!.reached).toBe(0)
})
