import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, useWorld } from '../world'
import { helped, helper, lead, noticesOf, promised, strangers } from './shared'

const world = useWorld()
const name = 'issues.dropCommitment' satisfies CapabilityName

test('dropped by those over it, with a reason; whoever promised it is told', async () => {
  const issueId = await helped(world)
  const id = await promised(world, issueId)
  const row = await expectOnce(world, lead, name, { id, reason: '业主自清' }, { id, reason: '别的' })
  expect(row).toMatchObject({ state: 'dropped', sentence: '业主自清', canDrop: false })
  expect(issueOf(world, issueId).openCommitments).toBe(0)
  expect(noticesOf(world, helper).at(-1)).toBe('有一项由您负责的承诺已撤销，不用再办。')
  await expectRefused(world, 'COMMITMENT_ENDED', lead, name, { id, reason: '再撤' })
})

test('FORBIDDEN: a promise is not dropped by whoever made it', async () => {
  const id = await promised(world, await helped(world))
  await expectRefused(world, 'FORBIDDEN', helper, name, { id, reason: '不想办' })
})

test('what belongs to an issue somebody may not see is absent to them', async () => {
  const commitmentId = await promised(world, await helped(world))
  for (const persona of strangers)
    await expectAbsent(world, persona, name, commitmentId, (id) => ({ id, reason: '不' }))
})
