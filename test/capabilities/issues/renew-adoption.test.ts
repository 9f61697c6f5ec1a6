import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { adopt, adoptionOf, adopter, desk, stranger } from './adopted'

const world = useWorld()
const name = 'issues.renewAdoption' satisfies CapabilityName

test('it goes on for longer, once, and the adopter is told', async () => {
  const id = await adopt(world)
  await expectOnce(world, desk, name, { id, to: '2027-01-31' }, { id, to: '2027-02-28' })
  expect(adoptionOf(world, id)).toMatchObject({ to: '2027-01-31', state: 'active', isReminded: false })
  expect(world.documents('notices').at(-1)).toMatchObject({
    recipientId: adopter,
    text: '认养已续到 2027 年 1 月 31 日，辛苦您继续照看。',
  })
})

test('never shorter, never into the past, and not after it was given up', async () => {
  const id = await adopt(world)
  await expectRefused(world, 'ADOPTION_PERIOD_UNFIT', desk, name, { id, to: '2026-12-24' })
  await expectRefused(world, 'ADOPTION_PERIOD_UNFIT', desk, name, { id, to: '2026-11-25' })
  await expectRefused(world, 'ADOPTION_PERIOD_UNFIT', desk, name, { id, to: '2036-11-25' })
  await world.ask(desk, 'issues.endAdoption', { id, reason: '不认养了' })
  await expectRefused(world, 'ADOPTION_ENDED', desk, name, { id, to: '2027-01-31' })
})

test('the adopter does not renew it themself; elsewhere there is none', async () => {
  const id = await adopt(world)
  await expectRefused(world, 'FORBIDDEN', adopter, name, { id, to: '2027-01-31' })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, to: '2027-01-31' }))
})
