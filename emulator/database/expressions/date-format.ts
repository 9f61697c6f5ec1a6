import { invalidParam } from '../../errors'

const DAY = 86_400_000

const padded = (value: number, digits: number): string => String(value).padStart(digits, '0')

/** Day of the year, 1 to 366. Like everything here, of a clock read through the UTC getters. */
export const dayOfYear = (local: Date): number => {
  const first = new Date(0)
  first.setUTCFullYear(local.getUTCFullYear(), 0, 1)
  return Math.floor((local.getTime() - first.getTime()) / DAY) + 1
}

/** Week of the year, 0 to 53: weeks begin on Sunday, and the days before the first Sunday are week 0. */
export const weekOf = (local: Date): number => Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7)

const thursdayOf = (local: Date): Date => new Date(local.getTime() + (4 - (local.getUTCDay() || 7)) * DAY)

/** ISO 8601 week, 1 to 53: the week belongs to the year that has its Thursday. */
export const isoWeekOf = (local: Date): number => Math.floor((dayOfYear(thursdayOf(local)) - 1) / 7) + 1

/** The year an ISO week belongs to. */
export const isoYearOf = (local: Date): number => thursdayOf(local).getUTCFullYear()

/** English month names, which `%b` and `%B` write and read. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const zoneText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${padded(Math.floor(Math.abs(minutes) / 60), 2)}${padded(Math.abs(minutes) % 60, 2)}`

const writers: Record<string, (local: Date, minutes: number) => string> = {
  Y: (local) => padded(local.getUTCFullYear(), 4),
  m: (local) => padded(local.getUTCMonth() + 1, 2),
  d: (local) => padded(local.getUTCDate(), 2),
  H: (local) => padded(local.getUTCHours(), 2),
  M: (local) => padded(local.getUTCMinutes(), 2),
  S: (local) => padded(local.getUTCSeconds(), 2),
  L: (local) => padded(local.getUTCMilliseconds(), 3),
  j: (local) => padded(dayOfYear(local), 3),
  u: (local) => String(local.getUTCDay() || 7),
  w: (local) => String(local.getUTCDay() + 1),
  U: (local) => padded(weekOf(local), 2),
  V: (local) => padded(isoWeekOf(local), 2),
  G: (local) => padded(isoYearOf(local), 4),
  b: (local) => (MONTHS[local.getUTCMonth()] ?? '').slice(0, 3),
  B: (local) => MONTHS[local.getUTCMonth()] ?? '',
  z: (_local, minutes) => zoneText(minutes),
  Z: (_local, minutes) => String(minutes),
  '%': () => '%',
}

/** A date written by MongoDB's format letters; `minutes` is how far its clock is ahead of UTC. */
export const formatDate = (local: Date, format: string, minutes: number, name: string): string =>
  format.replace(/%(.?)/gs, (_whole, letter: string) => {
    const write = Object.hasOwn(writers, letter) ? writers[letter] : undefined
    if (!write) throw invalidParam(`${name} does not know the format "%${letter}"`)
    return write(local, minutes)
  })
