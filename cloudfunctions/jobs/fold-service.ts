import {
  noPoints,
  outstandingAfter,
  serviceMonthIdOf,
  ServiceTally,
  withTransfer,
  type PointsMoved,
  type ServiceMonth,
} from '@/shared/domain/insight/service-month'
import { addMonths, monthOf } from '@/shared/kernel/months'
import { minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { afterRow, type Last } from '../store/paging'
import type { ReadStore } from '../store/store'
import { batchSize, forEachCommunity, type Job, type JobContext } from './job'

/** Months reckoned in one run, so that it ends within its minute; years that lie behind a new index come with the next. */
export const monthsMax = 36
/** Months before this one that may still change: what waits for somebody's agreement is decided within thirty days of its end. */
const openMonths = 2
const rowsAtOnce = 1000
/** After the end of a month nothing more is entered into it but what was on its way. */
const settledAfterMs = 60 * minuteMs

interface Span {
  readonly atLeast: string
  readonly before: string
}

const spanOf = (month: string): Span => ({
  atLeast: toInstant(startOfDay(`${month}-01`)),
  before: toInstant(startOfDay(`${addMonths(month, 1)}-01`)),
})

/** Everything a list has, a page at a time. */
const readAll = async <T extends { _id: string }>(
  list: (last: Last | null) => Promise<T[]>,
  keyOf: (row: T) => string,
  take: (row: T) => void,
): Promise<void> => {
  for (let last: Last | null = null; ;) {
    const found = await list(last)
    for (const row of found) take(row)
    const end = found.at(-1)
    if (!end || found.length < rowsAtOnce) return
    last = { key: keyOf(end), id: end._id }
  }
}

/** Of some people those who had been active before a month. */
const hadComeBefore = async (personIds: readonly string[], before: string, store: ReadStore): Promise<number> => {
  let returning = 0
  for (let at = 0; at < personIds.length; at += batchSize) {
    const some = personIds.slice(at, at + batchSize)
    const rows = (await store.aggregate('participations', { personId: { in: some }, startsAt: { before } }, [
      { group: { _id: '$personId', counted: { $sum: '$counted' }, honour: { $sum: '$honour' } } },
    ])) as { counted: number; honour: number }[]
    returning += rows.filter(({ counted, honour }) => counted + honour > 0).length
  }
  return returning
}

const serviceOf = async (communityId: string, { atLeast, before }: Span, store: ReadStore) => {
  const tally = new ServiceTally()
  for (const isOpen of [true, false])
    await readAll(
      (last) =>
        store.participations.list({
          ...afterRow({ communityId, isOpen, startsAt: { atLeast, before } }, last, 'startsAt', 'asc'),
          limit: rowsAtOnce,
        }),
      ({ startsAt }) => startsAt,
      (participation) => tally.take(participation),
    )
  const people = tally.people()
  const returning = await hadComeBefore(people, atLeast, store)
  return { active: people.length, returning, times: tally.times, themes: tally.themes() }
}

const pointsOf = async (communityId: string, { atLeast, before }: Span, store: ReadStore): Promise<PointsMoved> => {
  let sum = noPoints
  await readAll(
    (last) =>
      store.transfers.list({
        ...afterRow({ communityId, at: { atLeast, before } }, last, 'at', 'asc'),
        limit: rowsAtOnce,
      }),
    ({ at }) => at,
    (transfer) => {
      sum = withTransfer(sum, transfer)
    },
  )
  return sum
}

/** The month in which the books of a community begin. */
const firstMonth = async (communityId: string, now: number, store: ReadStore): Promise<string> => {
  const first = { orderBy: [['startsAt', 'asc']], limit: 1 } as const
  const [open, closed, transfers] = await Promise.all([
    store.participations.list({ where: { communityId, isOpen: true }, ...first }),
    store.participations.list({ where: { communityId, isOpen: false }, ...first }),
    store.transfers.list({ where: { communityId }, orderBy: [['at', 'asc']], limit: 1 }),
  ])
  const months = [
    ...[...open, ...closed].map(({ startsAt }) => monthOf(startsAt)),
    ...transfers.map(({ at }) => monthOf(at)),
  ]
  return months.reduce((least, one) => (one < least ? one : least), monthOf(now))
}

/** The months to reckon now, in their order: those that may still change, and those that never were. */
const monthsDue = async (communityId: string, now: number, store: ReadStore): Promise<string[]> => {
  const known = await store.serviceMonths.list({
    where: { communityId },
    orderBy: [['month', 'desc']],
    limit: openMonths + 1,
  })
  const [newest, oldest] = [known[0]?.month, known.at(-1)?.month]
  const current = monthOf(now)
  const begins = newest ? addMonths(newest < current ? newest : current, -openMonths) : ''
  // Before the first month there is nothing, and what is known of begins with it.
  const first = oldest === undefined ? await firstMonth(communityId, now, store) : begins < oldest ? oldest : begins
  const months: string[] = []
  for (let month = first; month <= current && months.length < monthsMax; month = addMonths(month, 1)) months.push(month)
  return months
}

const foldMonth = async (communityId: string, month: string, { store, now }: JobContext): Promise<void> => {
  const span = spanOf(month)
  const [known, earlier] = await Promise.all([
    store.serviceMonths.get(serviceMonthIdOf(communityId, month)),
    store.serviceMonths.get(serviceMonthIdOf(communityId, addMonths(month, -1))),
  ])
  const isSettled = known !== null && Date.parse(known.at) > Date.parse(span.before) + settledAfterMs
  const [service, points] = await Promise.all([
    serviceOf(communityId, span, store),
    isSettled ? known.points : pointsOf(communityId, span, store),
  ])
  const folded: ServiceMonth = {
    _id: serviceMonthIdOf(communityId, month),
    communityId,
    month,
    ...service,
    points,
    outstanding: outstandingAfter(earlier?.outstanding ?? 0, points),
    at: toInstant(now),
  }
  await store.transact((tx) => tx.serviceMonths.put(folded))
}

/**
 * Keeps the figures of each month (服务数据) up to date: reckoned again from what people did while that may still change, and from every
 * transfer until the month is over. Only this job writes them, so running late, twice or cut off half way leads to the same figures.
 */
export const foldService: Job = async (context) => ({
  done: await forEachCommunity(context, async ({ _id }) => {
    const months = await monthsDue(_id, context.now, context.store)
    for (const month of months) await foldMonth(_id, month, context)
    return months.length
  }),
})
