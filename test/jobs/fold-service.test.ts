import { foldService, monthsMax } from '@cloud/jobs/fold-service'
import type { Participation } from '@/shared/domain/activities/records'
import type { Transfer } from '@/shared/domain/lovebank/transfer'
import { addMonths, monthOf } from '@/shared/kernel/months'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { certified, serve } from '../capabilities/activities/certificates'
import { arrive, at, desk, end, leave, neighbour, signedUpFor, volunteer } from '../capabilities/activities/shared'
import { giveTo } from '../capabilities/lovebank/members'
import { useWorld } from '../capabilities/world'

const world = useWorld()
const run = () => foldService({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
const stored = () =>
  world
    .documents('serviceMonths')
    .filter(({ communityId }) => communityId === 'xinsheng')
    .sort((a, b) => (a.month < b.month ? -1 : 1))
const ofMonth = (month: string) => stored().find((one) => one.month === month)!

/** People who came in earlier months, put beside what somebody really did. */
const cameEarlier = async (rows: readonly Partial<Participation>[]): Promise<void> => {
  await certified(world)
  const [like] = world.documents('participations')
  world.cloud.insertDocuments(
    'participations',
    rows.map((row, at) => ({ ...like!, _id: `participation-${at}`, ...row })),
  )
}

test('a month counts people once, hours by theme, and what points did; another community has its own', async () => {
  await serve(world)
  await serve(world, { theme: 'litter' }, neighbour)
  await giveTo(world, volunteer, 5)
  await run()
  expect(ofMonth('2026-11')).toMatchObject({
    active: 2,
    returning: 0,
    times: 2,
    themes: [
      { theme: 'elders', counted: 120, honour: 0 },
      { theme: 'litter', counted: 120, honour: 0 },
    ],
    points: { issued: 8, adjusted: 5, captured: 0, expired: 0 },
    outstanding: 13,
  })
  const elsewhere = world.documents('serviceMonths').filter(({ communityId }) => communityId !== 'xinsheng')
  expect(elsewhere.map(({ active, points }) => [active, points.issued])).toEqual([[0, 0]])
})

test('who had been in an earlier month has returned; who only waited for agreement and was refused had not been', async () => {
  await cameEarlier([
    { personId: 'a', startsAt: '2026-09-05T01:00:00.000Z' },
    { personId: 'b', startsAt: '2026-10-05T01:00:00.000Z', counted: 0, honour: 0 },
    { personId: 'a', startsAt: '2026-10-06T01:00:00.000Z' },
    { personId: 'a', startsAt: '2026-11-06T01:00:00.000Z' },
    { personId: 'b', startsAt: '2026-11-07T01:00:00.000Z' },
  ])
  await run()
  expect(stored().map(({ month, active, returning }) => [month, active, returning])).toEqual([
    ['2026-09', 1, 0],
    ['2026-10', 1, 1],
    ['2026-11', 3, 1],
  ])
})

test('the last instant of a month in the community belongs to it, the next to the next', async () => {
  await cameEarlier([
    { personId: 'a', startsAt: '2026-10-31T15:59:59.999Z' },
    { personId: 'b', startsAt: '2026-10-31T16:00:00.000Z' },
  ])
  await run()
  expect([ofMonth('2026-10').active, ofMonth('2026-11').active]).toEqual([1, 2])
})

test('a decision that comes later changes the month it is about; running again changes nothing', async () => {
  const id = await signedUpFor(world)
  await arrive(world, id, volunteer, { position: null })
  at(world, end)
  await leave(world, id)
  await run()
  expect(ofMonth('2026-11').themes).toEqual([{ theme: 'elders', counted: 0, honour: 120 }])
  at(world, end + 20 * dayMs)
  const { participations } = await world.ask(desk, 'activities.listUndecided', {})
  await world.ask(desk, 'activities.decideParticipation', { id: participations[0]!.id, isConfirmed: true })
  await run()
  expect(ofMonth('2026-11').themes).toEqual([{ theme: 'elders', counted: 120, honour: 0 }])
  expect(ofMonth('2026-12')).toMatchObject({ active: 0, points: { issued: 4 }, outstanding: 4 })
  const before = stored()
  await run()
  expect(stored()).toEqual(before)
})

test('what is outstanding runs on from month to month and is what members have in the end', async () => {
  await serve(world)
  await giveTo(world, neighbour, 9)
  await run()
  at(world, Date.parse('2027-01-10T01:00:00.000Z'))
  await giveTo(world, neighbour, -2)
  await run()
  expect(stored().map(({ month, outstanding }) => [month, outstanding])).toEqual([
    ['2026-11', 13],
    ['2026-12', 13],
    ['2027-01', 11],
  ])
  const held = world.documents('accounts').reduce((sum, { available, held: set }) => sum + available + set, 0)
  expect(stored().at(-1)!.outstanding).toBe(held)
})

test('years that lie behind are reckoned a piece at a time, and come to the same as if they had been all along', async () => {
  const first = addMonths('2026-11', -50)
  await cameEarlier(
    Array.from({ length: 50 }, (_, month) => ({
      personId: `p${month % 7}`,
      startsAt: `${addMonths(first, month)}-15T01:00:00.000Z`,
    })),
  )
  await run()
  expect(stored()).toHaveLength(monthsMax)
  for (let time = 0; time < 4; time++) await run()
  expect(stored().map(({ month }) => month)).toEqual(Array.from({ length: 51 }, (_, month) => addMonths(first, month)))
  expect(stored().map(({ returning }) => returning)).toEqual([...Array(7).fill(0), ...Array(43).fill(1), 0])
})

test('more than a thousand in a month are all counted, and the transfers of a month that is over are read no more', async () => {
  await cameEarlier(
    Array.from({ length: 2100 }, (_, at) => ({ personId: `p${at % 450}`, startsAt: '2026-10-15T01:00:00.000Z' })),
  )
  const [like] = world.documents('transfers')
  world.cloud.insertDocuments(
    'transfers',
    Array.from({ length: 1200 }, (_, at): Transfer => ({ ...like!, _id: `t${at}`, at: '2026-10-15T01:00:00.000Z' })),
  )
  await run()
  expect(ofMonth('2026-10')).toMatchObject({ active: 450, times: 2100, points: { issued: 1200 * 4 } })
  const list = jest.spyOn(world.runtime.store.transfers, 'list')
  await run()
  const months = new Set(list.mock.calls.map(([{ where }]) => monthOf((where.at as { atLeast: string }).atLeast)))
  expect([...months]).toEqual(['2026-11'])
  list.mockRestore()
})

test('a person who left still counts, as nobody in particular', async () => {
  await cameEarlier([{ personId: 'left-1', startsAt: toInstant(Date.parse('2026-11-10T01:00:00.000Z')) }])
  await run()
  expect(ofMonth('2026-11').active).toBe(2)
  expect(JSON.stringify(stored())).not.toMatch(/left-1|resident-/)
})
