import { foldRates } from '@cloud/jobs/fold-rates'
import { dayMs } from '@/shared/kernel/time'
import { expectRefused, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'insight.getRates'
const november = { from: '2026-11', to: '2026-11' }
const fold = () => foldRates({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })

/** Six reports of the sixth grid: all answered, five closed by the reporter, three of them rated with 5, 4 and 2. */
const worked = async () => {
  const ids: string[] = []
  for (let at = 0; at < 6; at++) ids.push(await report(world, 'resident-grid-6', at < 3 ? {} : { classCode: 'noise' }))
  for (const id of ids)
    await stepOf(world, 'worker-grid-6', {
      id,
      move: 'submit',
      result: id === ids[0] ? 'partly' : 'resolved',
      sentence: '已办',
    })
  for (const id of ids.slice(0, 5)) await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  for (const [at, stars] of [5, 4, 2].entries())
    await world.ask('resident-grid-6', 'issues.rateIssue', { id: ids[at]!, stars })
  await fold()
}

test('three rates, each with what it is made of and who is silent in it; every cut adds up to the total', async () => {
  await worked()
  const { total, byMonth, byGrid, byGroup } = await world.ask('community-worker-1', name, {
    from: '2026-10',
    to: '2026-11',
  })
  expect(total).toMatchObject({
    response: { numerator: 6, denominator: 6, unanswered: 0, of: 6 },
    resolution: { numerator: 4, denominator: 5, unanswered: 0, of: 5 },
    partly: 1,
    satisfaction: { numerator: 2, denominator: 3, unanswered: 2, of: 5 },
    stars: [0, 1, 0, 1, 1],
    lasting: { numerator: 0, denominator: 0, unanswered: 0, of: 0 },
  })
  expect(byMonth.map(({ month, figures }) => [month, figures.response.of])).toEqual([
    ['2026-10', 0],
    ['2026-11', 6],
  ])
  expect(byGrid.find(({ gridId }) => gridId === 'grid-6')!.figures).toEqual(total)
  expect(byGroup.map(({ group, figures }) => [group, figures.response.of])).toEqual([
    ['clean', 3],
    ['facility', 0],
    ['safety', 0],
    ['other', 3],
  ])
  for (const cut of [byMonth, byGrid, byGroup])
    expect(cut.reduce((sum, { figures }) => sum + figures.response.denominator, 0)).toBe(6)
})

test('one grid has its own figures, other months and other communities none of them', async () => {
  await worked()
  const of = async (persona: string, input: object) =>
    (await world.ask(persona, name, { ...november, ...input })).total.response.of
  expect(await of('worker-grid-6', { gridId: 'grid-6' })).toBe(6)
  expect(await of('worker-grid-6', { gridId: 'grid-7' })).toBe(0)
  expect(await of('worker-grid-6', { from: '2026-10', to: '2026-10' })).toBe(0)
  expect(await of('b-community-worker-1', {})).toBe(0)
})

test('what was reported and not answered stands among the silent', async () => {
  await report(world)
  world.clock.now += dayMs
  await fold()
  expect((await world.ask('worker-grid-6', name, november)).total.response).toEqual({
    numerator: 0,
    denominator: 1,
    unanswered: 1,
    of: 1,
  })
})

test('GRID_UNKNOWN for no grid of the community; FORBIDDEN for residents and outside posts', async () => {
  for (const gridId of ['grid-99', 'b-grid-1'])
    await expectRefused(world, 'GRID_UNKNOWN', 'community-worker-1', name, { ...november, gridId })
  for (const persona of ['resident-grid-6', 'officer-police', 'building-head-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, november)
})

test('months the wrong way round, too many of them, or none at all are refused beside the field', async () => {
  for (const span of [
    { from: '2026-11', to: '2026-10' },
    { from: '2020-01', to: '2026-11' },
  ])
    expect((await expectRefused(world, 'INVALID_INPUT', 'community-worker-1', name, span)).fields).toEqual({
      to: '请选 1 到 24 个月',
    })
  expect(
    (await expectRefused(world, 'INVALID_INPUT', 'community-worker-1', name, { from: '2026-13', to: '2026-11' }))
      .fields,
  ).toMatchObject({ from: '月份格式不正确' })
})
