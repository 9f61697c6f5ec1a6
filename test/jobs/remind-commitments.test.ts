import { remindCommitments } from '@cloud/jobs/remind-commitments'
import { useWorld } from '../capabilities/world'
import { helped, helper, noticesOf, promised } from '../capabilities/issues/shared'

const world = useWorld()
const run = async () => {
  const { store, files } = world.runtime
  return (await remindCommitments({ store, files, now: world.clock.now })).done
}
const at = (day: string) => Date.parse(`${day}T00:40:00.000Z`)

test('whoever promised is reminded once the day before and once when it is late, and no more when it is done', async () => {
  const id = await promised(world, await helped(world))
  const before = noticesOf(world, helper).length
  const done: number[] = []
  for (const day of ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']) {
    world.clock.now = at(day)
    done.push(await run(), await run())
  }
  expect(done).toEqual([0, 0, 1, 0, 0, 0, 1, 0, 0, 0])
  expect(noticesOf(world, helper).slice(before)).toEqual([
    '有一项由您负责的承诺就要到期，打开看看。',
    '有一项由您负责的承诺已经过期，请尽快完成或改期。',
  ])
  await world.ask(helper, 'issues.postponeCommitment', { id, dueOn: '2026-12-10', reason: '下雨' })
  world.clock.now = at('2026-12-11')
  expect(await run()).toBe(1)
  await world.ask(helper, 'issues.completeCommitment', { id, sentence: '好了' })
  world.clock.now = at('2026-12-20')
  expect(await run()).toBe(0)
})

test('more than one batch is reminded whole', async () => {
  await promised(world, await helped(world))
  const [like] = world.documents('commitments')
  world.cloud.insertDocuments(
    'commitments',
    Array.from({ length: 250 }, (_, n) => ({ ...like!, _id: `commitment-${n}` })),
  )
  world.clock.now = at('2026-12-03')
  expect([await run(), await run()]).toEqual([251, 0])
})
