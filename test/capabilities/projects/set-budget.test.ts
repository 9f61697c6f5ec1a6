import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { deliberated, desk, foreigner, lines, move, projectOf, stranger } from './story'

const world = useWorld()
const name = 'projects.setBudget' satisfies CapabilityName

test('lines come to a total, planned and final; twice is once', async () => {
  const id = await deliberated(world)
  const input = { id, lines: [...lines] }
  expect((await expectOnce(world, desk, name, input, { id, lines: [lines[0]] })).total).toEqual({
    plannedFen: 3_200_000,
    finalFen: 0,
  })
})

test('BUDGET_FROZEN once it was shown, FINAL_ACCOUNT_TOO_EARLY before works begin', async () => {
  const id = await deliberated(world)
  const final = lines.map((line) => ({ ...line, finalFen: 1 }))
  await expectRefused(world, 'FINAL_ACCOUNT_TOO_EARLY', desk, name, { id, lines: final })
  await move(world, id, 'announce')
  await expectRefused(world, 'BUDGET_FROZEN', desk, name, { id, lines: [lines[0]] })
  await world.runtime.store.projects.updateWhere({ _id: id }, { state: 'underway' })
  await world.ask(desk, name, { id, lines: final })
  expect(projectOf(world, id).lines.map(({ finalFen }) => finalFen)).toEqual([1, 1])
})

test('INVALID_INPUT for no line, an amount below nothing or of half a fen', async () => {
  const id = await deliberated(world)
  for (const plannedFen of [-1, 0.5, '5', 1e15])
    await expectRefused(world, 'INVALID_INPUT', desk, name, { id, lines: [{ ...lines[0], plannedFen }] })
  await expectRefused(world, 'INVALID_INPUT', desk, name, { id, lines: [] })
})

test('FORBIDDEN to residents, NOT_FOUND to another community', async () => {
  const id = await deliberated(world)
  await expectRefused(world, 'FORBIDDEN', stranger, name, { id, lines: [...lines] })
  await expectAbsent(world, foreigner, name, id, (one) => ({ id: one, lines: [...lines] }))
})
