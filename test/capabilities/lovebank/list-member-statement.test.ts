import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, giveTo, resident } from './members'

const world = useWorld()
const name = 'lovebank.listMemberStatement' satisfies CapabilityName

test('what has been taken back is not offered again', async () => {
  await giveTo(world, resident, 5)
  const statement = () => world.ask(desk, name, { kind: 'person', ownerId: resident })
  const [entry] = (await statement()).entries
  expect(entry).toMatchObject({ kind: 'adjust', change: 5, isReversible: true })
  await world.ask(desk, 'lovebank.reverseTransfer', { id: entry!.id, reason: '登记错了人' })
  expect((await statement()).entries.map(({ kind, isReversible }) => [kind, isReversible])).toEqual([
    ['reverse', true],
    ['adjust', false],
  ])
})

test('another community answers like nothing; FORBIDDEN to residents', async () => {
  await expectAbsent(world, desk, name, 'b-resident-1', (ownerId) => ({ kind: 'person', ownerId }))
  await expectRefused(world, 'FORBIDDEN', resident, name, { kind: 'person', ownerId: resident })
})
