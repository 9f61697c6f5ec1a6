import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { metersAt } from '@/shared/domain/organization/distance'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { placedPairs, type Pair, type Reported } from './duplicate-pairs'

/** A report as an independent labeller writes it: metres about any origin, days from any day or as dates. */
const report = z.object({
  classCode: z.string(),
  text: z.string(),
  x: z.number().nullish(),
  y: z.number().nullish(),
  building: z.union([z.string(), z.number()]).nullish(),
  day: z.union([z.number(), z.string()]),
  /** The day on which what was reported first was closed. */
  aClosedDay: z.union([z.number(), z.string()]).nullish(),
})
type Written = z.infer<typeof report>

const blindSet = z.object({
  labeller: z.string(),
  written: z.string(),
  pairs: z.array(
    z.object({
      same: z.boolean(),
      why: z.string(),
      a: report,
      b: report,
      aClosedDay: z.union([z.number(), z.string()]).nullish(),
    }),
  ),
})

const minutesPerDay = 24 * 60
const origin = { longitude: 118.05, latitude: 36.78 }

const dayOf = (day: number | string): number => {
  const number = typeof day === 'number' || /^-?[\d.]+$/.test(day) ? Number(day) : Date.parse(day) / 86_400_000
  if (!Number.isFinite(number)) throw new Error(`not a day: ${day}`)
  return number
}

const placeOf = ({ x, y }: Written): Reported['place'] => {
  if (x === null || x === undefined || y === null || y === undefined) return null
  const { perLatitude, perLongitude } = metersAt(origin.latitude)
  return { longitude: origin.longitude + x / perLongitude, latitude: origin.latitude + y / perLatitude }
}

const buildingIdOf = ({ building }: Written): string | null =>
  building === null || building === undefined || building === ''
    ? null
    : `building-${/\d+/.exec(String(building))?.[0] ?? building}`

/** The pairs of a blind set in the shape the other sets have. */
export const pairsOfBlind = (json: unknown): Pair[] => {
  const { pairs } = blindSet.parse(json)
  const last = Math.max(...pairs.flatMap(({ a, b }) => [dayOf(a.day), dayOf(b.day)]))
  const reportedOf = (written: Written): Reported => ({
    classCode: written.classCode,
    text: written.text,
    buildingId: buildingIdOf(written),
    place: placeOf(written),
    minutesAgo: (last - dayOf(written.day)) * minutesPerDay,
  })
  const read = pairs.map(({ same, why, a, b, aClosedDay }): Pair => {
    const closed = aClosedDay ?? a.aClosedDay
    const isGone =
      closed !== null && closed !== undefined && dayOf(b.day) - dayOf(closed) > defaultIssueSettings.duplicateDays
    return {
      same,
      why,
      ...(a.classCode === b.classCode ? {} : { crossClass: true }),
      a: reportedOf(a),
      b: reportedOf(b),
      ...(isGone ? { isGone: true } : {}),
    }
  })
  return placedPairs(read)
}

/** A blind set of `test/data`. */
export const readBlind = (name: string): Pair[] =>
  pairsOfBlind(JSON.parse(fs.readFileSync(path.resolve(__dirname, '../data', name), 'utf8')))
