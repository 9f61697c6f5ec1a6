import { slipsMax } from '@cloud/capabilities/projects/slips'
import type { CapabilityName } from '@/shared/contracts'
import type { Payment } from '@/shared/domain/projects/funding'
import { expectAbsent, expectRefused, useWorld } from '../world'
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

/** So many slips, each of another home as far as there are homes. */
const slipsOf = async (projectId: string, count: number) => {
  const { store } = world.runtime
  const homes = world.documents('households').filter(({ communityId }) => communityId === 'xinsheng')
  const slips = Array.from({ length: count }, (_, at): Payment => {
    const { _id: householdId, buildingId } = homes[at % homes.length]!
    const fundingId = `funding:${projectId}`
    const of = { communityId: 'xinsheng', fundingId, buildingId, householdId, kind: 'paid', fen: 1 } as const
    const when = { paidOn: '2026-11-25', at: '2026-11-25T01:00:00.000Z', reason: null, voided: null }
    return {
      _id: `many-${String(at).padStart(6, '0')}`,
      ...of,
      ...when,
      slipIds: [],
      slipNumber: `${at}`,
      fileId: null,
    }
  })
  for (let at = 0; at < count; at += 1000) await store.append('payments', slips.slice(at, at + 1000))
  return Math.min(count, homes.length)
}

test('every one of more than a thousand slips stands beside its door', async () => {
  const projectId = await opened(world)
  const doors = await slipsOf(projectId, 1203)
  const { text, rows } = await world.ask(treasurer, name, { projectId, part: 'payments' })
  const read = text.trim().split('\r\n').slice(1)
  const named = read.map((row) => row.split(',')[0])
  expect([rows, read.length, named.includes('')]).toEqual([1203, 1203, false])
  expect([doors > 1000, new Set(named).size]).toEqual([true, doors])
})

test('EXPORT_TOO_LARGE rather than a table that ends in silence', async () => {
  const projectId = await opened(world)
  await slipsOf(projectId, slipsMax)
  expect((await world.ask(treasurer, name, { projectId, part: 'payments' })).rows).toBe(slipsMax)
  await pay(world, projectId, 'household-2-1-1-101')
  await expectRefused(world, 'EXPORT_TOO_LARGE', treasurer, name, { projectId, part: 'payments' })
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
