import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.rateIssue' satisfies CapabilityName

const closed = async (): Promise<string> => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  expect(await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })).toBe('closed')
  return id
}

test('the reporter says how it went, the owner is told, and everybody who may read it reads the words', async () => {
  const id = await closed()
  expect(
    await world.ask('resident-grid-6', name, { id, stars: 5, tags: ['行动快', '微笑多'], text: '谢谢' }),
  ).toMatchObject({ isRated: true, state: 'closed' })
  expect(await world.ask('worker-grid-6', 'issues.getIssue', { id })).toMatchObject({
    rating: { stars: 5, tags: ['行动快', '微笑多'], text: '谢谢' },
    canRate: false,
  })
  const { notices } = await world.ask('worker-grid-6', 'notices.listNotices', {})
  expect(notices.map(({ text }) => text)).toContain('上报人对这件事作了评价。')
})

test('sent twice it is one rating', async () => {
  const id = await closed()
  await expectOnce(world, 'resident-grid-6', name, { id, stars: 5 }, { id, stars: 1 })
})

test('ISSUE_NOT_CLOSED before the end; ISSUE_ALREADY_RATED after the first word, over a reopening too', async () => {
  const id = await report(world)
  await expectRefused(world, 'ISSUE_NOT_CLOSED', 'resident-grid-6', name, { id, stars: 3 })
  const done = await closed()
  await world.ask('resident-grid-6', name, { id: done, stars: 3 })
  await expectRefused(world, 'ISSUE_ALREADY_RATED', 'resident-grid-6', name, { id: done, stars: 5 })
  await stepOf(world, 'resident-grid-6', { id: done, move: 'reopen' })
  await expectRefused(world, 'ISSUE_ALREADY_RATED', 'resident-grid-6', name, { id: done, stars: 5 })
})

test('two ratings at once leave one', async () => {
  const id = await closed()
  const codes = await Promise.all([1, 5].map((stars) => world.refusalOf('resident-grid-6', name, { id, stars })))
  expect(codes.sort()).toEqual(['ISSUE_ALREADY_RATED', 'ok'])
})

test('FORBIDDEN: nobody rates for the reporter, least of all whoever mended it', async () => {
  const id = await closed()
  for (const persona of ['worker-grid-6', 'community-worker-1', 'group-leader-4'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, stars: 5 })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await closed()
  for (const persona of ['resident-grid-7', 'newcomer-1', 'property-manager-1', 'b-resident-1'])
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, stars: 5 }))
  await expectRefused(world, 'UNAUTHENTICATED', null, name, { id, stars: 5 })
})
