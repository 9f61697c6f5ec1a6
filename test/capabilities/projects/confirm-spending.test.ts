import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, fangshi, member, opened, otherDesk, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.confirmSpending' satisfies CapabilityName
const household = 'household-2-1-1-101'

const lineOf = (finalFen: number | null) => ({
  name: '管道',
  source: 'selfFunding' as const,
  plannedFen: 50_000_000,
  finalFen,
})
/** Accepted; one household has paid ¥1,000, and the final account is to be written. */
const accepted = async (): Promise<string> => {
  const projectId = await opened(world)
  await pay(world, projectId, household)
  const changes = { state: 'accepted', reached: 'accepted', lines: [lineOf(null)] } as const
  await world.runtime.store.projects.updateWhere({ _id: projectId }, { ...changes, lines: [...changes.lines] })
  return projectId
}
const spend = (id: string, fen: number) => world.ask(desk, 'projects.setBudget', { id, lines: [lineOf(fen)] })
const settled = (id: string) =>
  world.refusalOf(otherDesk, 'projects.moveProject', { id, move: 'settle', sentence: '决算已核对' })
const spending = async (projectId: string) =>
  (await world.ask(treasurer, 'projects.getFunding', { projectId })).spending

test('the treasurer is told of the sum, confirms it, and then the final account is published; twice is once', async () => {
  const projectId = await accepted()
  expect(await spending(projectId)).toBeNull()
  await spend(projectId, 100_000)
  expect(world.documents('notices').filter(({ title }) => title === '请您确认决算')).toMatchObject([
    { recipientId: treasurer, subject: { kind: 'funding', id: projectId } },
  ])
  expect(await spending(projectId)).toEqual({ fen: 100_000, isCovered: true, isConfirmed: false })
  expect(await settled(projectId)).toBe('SPENDING_NOT_CONFIRMED')
  await expectOnce(world, treasurer, name, { projectId, fen: 100_000 }, { projectId, fen: 99_999 })
  expect(await spending(projectId)).toMatchObject({ isConfirmed: true })
  expect(await settled(projectId)).toBe('ok')
})

test('whoever keeps the money after them has confirmed nothing; named again, they still have', async () => {
  const projectId = await accepted()
  await spend(projectId, 100_000)
  await world.ask(treasurer, name, { projectId, fen: 100_000 })
  const plan = { projectId, rule: 'area', totalFen: 50_000_000, buildingIds: fangshi } as const
  await world.ask(desk, 'projects.setFunding', { ...plan, treasurerId: treasurer })
  expect(await spending(projectId)).toMatchObject({ isConfirmed: true })
  await world.ask(desk, 'projects.setFunding', { ...plan, treasurerId: 'unit-head-1' })
  expect(await settled(projectId)).toBe('SPENDING_NOT_CONFIRMED')
  await world.ask('unit-head-1', name, { projectId, fen: 100_000 })
  expect(await settled(projectId)).toBe('ok')
})

test('the desk that tries one sum after another hears the same of each, be there as much or not, before and after the treasurer confirmed', async () => {
  const projectId = await accepted()
  const heard = async () => {
    const answers: string[] = []
    for (const fen of [1, 99_999, 100_000, 100_001, 50_000_000]) {
      await spend(projectId, fen)
      answers.push(await settled(projectId))
    }
    return new Set(answers)
  }
  expect(await heard()).toEqual(new Set(['SPENDING_NOT_CONFIRMED']))
  await spend(projectId, 60_000)
  await world.ask(treasurer, name, { projectId, fen: 60_000 })
  expect(await heard()).toEqual(new Set(['SPENDING_NOT_CONFIRMED']))
})

test('SPENDING_NOT_KNOWN before every line has its figure, SPENDING_CHANGED for another sum than it says, SPENDING_ABOVE_COLLECTED for more than there is', async () => {
  const projectId = await accepted()
  await expectRefused(world, 'SPENDING_NOT_KNOWN', treasurer, name, { projectId, fen: 0 })
  await spend(projectId, 100_001)
  await expectRefused(world, 'SPENDING_CHANGED', treasurer, name, { projectId, fen: 100_000 })
  await expectRefused(world, 'SPENDING_ABOVE_COLLECTED', treasurer, name, { projectId, fen: 100_001 })
  expect(await spending(projectId)).toEqual({ fen: 100_001, isCovered: false, isConfirmed: false })
})

test('what goes back after it was confirmed is not spent as well', async () => {
  const projectId = await accepted()
  await spend(projectId, 100_000)
  await world.ask(treasurer, name, { projectId, fen: 100_000 })
  const [payment] = world.documents('payments')
  await world.ask(treasurer, 'projects.voidPayment', { id: payment!._id, reason: '录错了户' })
  expect(await settled(projectId)).toBe('SPENDING_NOT_CONFIRMED')
  expect(await spending(projectId)).toEqual({ fen: 100_000, isCovered: false, isConfirmed: false })
})

test('NOT_FOUND to everybody but the treasurer, FUNDING_NOT_OPEN before payment has begun', async () => {
  const projectId = await accepted()
  await spend(projectId, 100_000)
  for (const persona of [desk, 'administrator-1', member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one, fen: 100_000 }))
  await world.runtime.store.fundings.updateWhere({ projectId }, { state: 'draft' })
  await expectRefused(world, 'FUNDING_NOT_OPEN', treasurer, name, { projectId, fen: 100_000 })
})
