import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectCode, expectRefused, useWorld } from '../world'
import { clerk, member } from './shop'

const world = useWorld()
const name = 'redemptions.listCodeRefusals' satisfies CapabilityName

test('when, who and why, in the words the clerk read; never the code', async () => {
  const code = `redeem:${'a'.repeat(32)}`
  const { message } = await expectCode(world, 'CODE_UNKNOWN', clerk, 'redemptions.findRedemption', { code })
  const { refusals } = await world.ask('administrator-1', name, {})
  const clerkName = world.documents('persons').find(({ _id }) => _id === clerk)!.name
  expect(refusals).toMatchObject([{ clerkName, why: message }])
  expect(JSON.stringify(refusals)).not.toContain('aaaa')
})

test('page by page', async () => {
  await world.send(clerk, 'redemptions.findRedemption', { code: 'x' })
  const [like] = world.documents('codeRefusals')
  world.cloud.insertDocuments(
    'codeRefusals',
    Array.from({ length: 24 }, (_, n) => ({ ...like!, _id: `refusal-like-${n}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { refusals, next } = await world.ask(clerk, name, { cursor })
    return { rows: refusals, next }
  })
  expect(rows).toHaveLength(25)
})

test('FORBIDDEN to members', async () => {
  await expectRefused(world, 'FORBIDDEN', member, name, {})
})
