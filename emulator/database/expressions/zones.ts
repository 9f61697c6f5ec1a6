import { invalidParam } from '../../errors'

const MINUTE = 60_000
const FIXED = /^([+-])(\d{2})(?::?(\d{2}))?$/
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  try {
    const created = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, created)
    return created
  } catch {
    throw invalidParam(`unrecognized time zone "${zone}"`)
  }
}

/** Milliseconds a time zone is ahead of UTC at an instant: an Olson name, `+08`, `+0800`, `+08:00`, UTC, GMT or Z. */
export const zoneOffset = (zone: string, instant: number): number => {
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0
  const fixed = FIXED.exec(zone)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * MINUTE
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year)
  const local = new Date(0)
  local.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day))
  local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second))
  return local.getTime() - Math.floor(instant / 1000) * 1000
}

/** The instant at which a zone's clocks show `local`, given as if it were UTC. */
export const instantOf = (local: number, zone: string): number => {
  const guess = local - zoneOffset(zone, local)
  return local - zoneOffset(zone, guess)
}
