import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, useWorld } from '../world'
import { desk, member, memberHome, opened, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.exportShares' satisfies CapabilityName

test('the treasurer takes out every share and every slip, and their sums are those of the books', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId, 100_050)
  const rowsOf = (text: string) =>
    text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(','))
  const shares = await world.ask(treasurer, name, { projectId, part: 'shares' })
  expect(shares).toMatchObject({ rows: 48, name: '房石小区南侧改造-各户分摊.csv' })
  const sum = (rows: string[][], column: number) =>
    rows.reduce((all, row) => all + Math.round(Number(row[column]) * 100), 0)
  expect(sum(rowsOf(shares.text), 3)).toBe(50_000_000)
  expect(sum(rowsOf(shares.text), 6)).toBe(100_050)
  const slips = await world.ask(treasurer, name, { projectId, part: 'payments' })
  expect(rowsOf(slips.text)).toEqual([
    ['房石小区1号楼1单元201', '缴款', '1000.50', expect.stringContaining('slip') as string, '2026-11-25', '', ''],
  ])
})

test('a number or reason that looks like a formula is only text', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await world.ask(treasurer, 'projects.setExemption', { projectId, householdId, reason: '=HYPERLINK(1)' })
  const { text } = await world.ask(treasurer, name, { projectId, part: 'shares' })
  expect(text).toContain("'=HYPERLINK(1)")
})

test('NOT_FOUND to everybody but the treasurer', async () => {
  const projectId = await opened(world)
  await memberHome(world)
  for (const persona of [desk, 'administrator-1', member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one, part: 'shares' }))
})
