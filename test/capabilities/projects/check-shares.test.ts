import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectRefused, useWorld, written } from '../world'
import { desk, drafted, opened, stranger, tableOf, treasurer } from './story'

const world = useWorld()
const name = 'projects.checkShares' satisfies CapabilityName

test('says which cells are wrong and how many households would change, and changes nothing', async () => {
  const projectId = await drafted(world)
  const before = written(world)
  expect(await world.ask(treasurer, name, await tableOf(world, projectId))).toEqual({
    problems: [],
    count: 48,
    changed: 0,
    sumFen: 50_000_000,
  })
  const area = (value: string) =>
    tableOf(world, projectId, (rows) =>
      rows.map((row, at) => (at === 1 ? row.map((cell, c) => (c === 2 ? value : cell)) : row)),
    )
  expect((await world.ask(treasurer, name, await area('200'))).changed).toBe(48)
  for (const value of ['0', '-3'])
    expect((await world.ask(treasurer, name, await area(value))).problems).toEqual([
      { cell: 'C2', sentence: `面积 ${value} 不对，面积必须大于 0` },
    ])
  expect(written(world) === before).toBe(true)
})

test('SHEET_UNREADABLE and the other sentences for a file that is no table; FUNDING_ALREADY_OPEN after payment began', async () => {
  const projectId = await drafted(world)
  const file = (bytes: Uint8Array) => ({
    projectId,
    fileName: 'x.xlsx',
    content: Buffer.from(bytes).toString('base64'),
  })
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])
  await expectRefused(world, 'SHEET_OLD_FORMAT', treasurer, name, file(old))
  await expectRefused(world, 'SHEET_UNREADABLE', treasurer, name, file(Uint8Array.from([0, 1, 2])))
  await expectRefused(world, 'SHEET_TOO_LONG', treasurer, name, file(new TextEncoder().encode('a,b\n'.repeat(3000))))
  expect(await world.refusalOf(treasurer, name, file(new Uint8Array(1_048_577).fill(65)))).toBe('SHEET_TOO_LARGE')
  const open = await opened(world)
  await expectRefused(world, 'FUNDING_ALREADY_OPEN', treasurer, name, await tableOf(world, open))
})

test('NOT_FOUND to everybody but the treasurer, the desk included', async () => {
  const projectId = await drafted(world)
  const table = await tableOf(world, projectId)
  for (const persona of [desk, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ ...table, projectId: one }))
})
