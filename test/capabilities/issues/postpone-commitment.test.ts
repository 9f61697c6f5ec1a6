import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { helped, helper, lead, noticesOf, owner, promised, strangers } from './shared'

const world = useWorld()
const name = 'issues.postponeCommitment' satisfies CapabilityName
const later = { dueOn: '2026-12-05', reason: '下雨' }

test('moved once, with a reason that everybody over it is told of', async () => {
  const id = await promised(world, await helped(world))
  const row = await expectOnce(world, helper, name, { id, ...later }, { id, ...later, reason: '别的' })
  expect(row).toMatchObject({ dueOn: later.dueOn, movedFrom: '2026-12-02', canPostpone: false })
  expect(noticesOf(world, owner).at(-1)).toBe('有一项承诺改到 2026 年 12 月 5 日前完成。')
  const again = { id, dueOn: '2026-12-06', reason: '又下雨' }
  await expectRefused(world, 'COMMITMENT_MOVED_ALREADY', lead, name, again)
})

test('COMMITMENT_DAY_UNFIT, FORBIDDEN, COMMITMENT_ENDED', async () => {
  const id = await promised(world, await helped(world))
  for (const dueOn of ['2026-12-02', '2026-11-30', '2028-01-01'])
    await expectRefused(world, 'COMMITMENT_DAY_UNFIT', lead, name, { id, dueOn, reason: '改' })
  await expectRefused(world, 'FORBIDDEN', 'group-leader-4', name, { id, ...later })
  await world.ask(helper, 'issues.completeCommitment', { id, sentence: '好了' })
  await expectRefused(world, 'COMMITMENT_ENDED', lead, name, { id, ...later })
})

test('what belongs to an issue somebody may not see is absent to them', async () => {
  const commitmentId = await promised(world, await helped(world))
  for (const persona of strangers) await expectAbsent(world, persona, name, commitmentId, (id) => ({ id, ...later }))
})
