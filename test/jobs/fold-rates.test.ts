import { foldRates } from '@cloud/jobs/fold-rates'
import { added, changesBetween, noCounts, tallyOf, type Rate } from '@/shared/domain/insight/tally'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { dayMs, minuteMs } from '@/shared/kernel/time'
import { chanceFrom } from '@cloud/sample/chance'
import { insertIssues, issueOf, report, stepOf, useWorld } from '../capabilities/world'

const world = useWorld()
const run = () => foldRates({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
const stored = () =>
  Object.fromEntries(
    world
      .documents('rates')
      .filter(({ counts }) => Object.values(counts).some((count) => count !== 0))
      .map(({ _id, counts }) => [_id, counts]),
  )
const recounted = () => {
  const rates = new Map<string, Rate>()
  for (const issue of world.documents('issues'))
    for (const change of changesBetween(null, tallyOf(issue, world.clock.now, defaultCalendar)))
      rates.set(change._id, added(rates.get(change._id) ?? null, change))
  return Object.fromEntries([...rates].map(([id, { counts }]) => [id, { ...noCounts, ...counts }]))
}

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))

test(`after random days of work the sums equal a recount from the records, whenever the job ran (SEED=${seed})`, async () => {
  const random = chanceFrom(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const ids: string[] = []
  for (let step = 0; step < 60; step++) {
    world.clock.now += Math.floor(random() * 3 * dayMs)
    if (ids.length < 4 || random() < 0.3)
      ids.push(await report(world, 'resident-grid-6', { classCode: pick(['odourPests', 'road', 'noise']) }))
    const id = pick(ids)
    const { state, owner, reporterId } = issueOf(world, id)
    const words = { result: pick(['resolved', 'partly']), sentence: '已办' } as const
    const submit = { id, move: pick(['submit', 'solveOnSpot'] as const), ...words, result: 'cannot' as const }
    if (state === 'dispatched') await world.send(owner.personId, 'issues.moveIssue', submit)
    else if (state === 'verifying') await world.send(reporterId, 'issues.moveIssue', { id, move: 'confirm' })
    else if (state === 'closed')
      await (random() < 0.5
        ? world.send(reporterId, 'issues.rateIssue', { id, stars: pick([1, 3, 4, 5]) })
        : world.send(reporterId, 'issues.moveIssue', { id, move: 'reopen' }))
    else await world.send(owner.personId, 'issues.moveIssue', { id, move: 'submit', ...words })
    if (random() < 0.3) await run()
  }
  await run()
  expect(stored()).toEqual(recounted())
  expect(Object.keys(stored()).length).toBeGreaterThan(3)
  const before = JSON.stringify([world.documents('rates'), world.documents('tallies')])
  expect(await run()).toEqual({ done: 0 })
  expect(JSON.stringify([world.documents('rates'), world.documents('tallies')])).toBe(before)
})

test('time alone is counted: an answer that nobody gave falls due, and the second question too', async () => {
  const id = await report(world)
  await run()
  expect(stored()).toEqual({})
  world.clock.now += 120 * minuteMs
  await run()
  expect(Object.values(stored())).toMatchObject([{ due: 1, responded: 0 }])
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已办' })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  world.clock.now += 28 * dayMs
  await run()
  await run()
  expect(Object.values(stored())).toMatchObject([{ closed: 1, asked: 1, lasting: 0 }])
})

test('a run takes no more than it can, and those after it take the rest, many of one instant among them', async () => {
  const id = await report(world)
  world.clock.now += dayMs
  insertIssues(
    world,
    issueOf(world, id),
    Array.from({ length: 450 }, (_, at) => ({ _id: `many-${at}` })),
  )
  for (let runs = 0; runs < 4 && (await run()).done > 0; runs++);
  expect(stored()).toEqual(recounted())
  expect(Object.values(stored())).toMatchObject([{ due: 451 }])
})
