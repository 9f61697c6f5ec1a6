import type { Calendar } from '@/shared/domain/issues/calendar'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Limit } from '@/shared/domain/issues/limit'

const minuteMs = 60_000
const dayMinutes = 1440
/** From the first working day a test may begin on to the last one anything can be due on. */
const firstDay = Date.UTC(2026, 9, 1)
const days = 4 * 366
const zoneMs = 8 * 3_600_000

/**
 * Time counted minute by minute: how many minutes of a kind have run since the beginning of the table, for every minute of
 * four years. It shares only the calendar's data with the product, not one line of its arithmetic.
 */
export class Minutes {
  readonly #start = firstDay - zoneMs
  readonly #run: Int32Array

  constructor(calendar: Calendar, kind: Limit['kind']) {
    const runs = new Int32Array(days * dayMinutes + 1)
    for (let day = 0; day < days; day++) {
      const date = new Date(firstDay + day * dayMinutes * minuteMs)
      const exception = calendar.exceptions[date.toISOString().slice(0, 10)]
      const isWorked = exception ? exception === 'work' : date.getUTCDay() % 6 !== 0
      for (let minute = 0; minute < dayMinutes; minute++) {
        const at = day * dayMinutes + minute
        const isOpen = isWorked && minute >= calendar.opensAtMinute && minute < calendar.closesAtMinute
        runs[at + 1] = runs[at]! + (kind === 'clockHours' || isOpen ? 1 : 0)
      }
    }
    this.#run = runs
  }

  /** Minutes that have run before an instant, parts of a minute included. */
  before(at: number): number {
    const passed = (at - this.#start) / minuteMs
    const whole = Math.floor(passed)
    return this.#run[whole]! + (passed - whole) * (this.#run[whole + 1]! - this.#run[whole]!)
  }

  /** The first instant by which so many minutes have run. */
  when(minutes: number): number {
    let [low, high] = [0, this.#run.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#run[middle]! >= minutes - 1e-9) high = middle
      else low = middle + 1
    }
    const part = minutes - this.#run[low - 1]!
    return this.#start + (low - 1 + Math.min(1, part)) * minuteMs
  }
}

interface Deadline {
  readonly dueAt: number
  readonly amberAt: number
  readonly isPaused: boolean
}

const pauses: readonly (string | null)[] = ['suspend', 'return']
const resumptions: readonly (string | null)[] = ['resume', 'resubmit']
const restarts: readonly (string | null)[] = ['reopen', 'appeal']

const minutesOf = ({ kind, amount }: Limit): number => (kind === 'workingDays' ? amount * 540 : amount * 60)

/**
 * When an issue has to be done, from its timeline alone: the clock begins with the report, stands still while suspended or
 * returned, goes on with what was left, and begins anew when the issue is reopened or appealed. What had already passed stays.
 */
export const deadlineOf = (
  { createdAt, timeline }: Pick<Issue, 'createdAt' | 'timeline'>,
  limit: Limit,
  minutes: Minutes,
): Deadline => {
  const whole = minutesOf(limit)
  const from = (at: number, used: number) => ({
    dueAt: minutes.when(minutes.before(at) + whole - used),
    amberAt: minutes.when(minutes.before(at) + 0.75 * whole - used),
  })
  let running = Date.parse(createdAt)
  let used = 0
  let due = from(running, 0)
  let isPaused = false
  for (const { move, at } of timeline) {
    const now = Date.parse(at)
    if (pauses.includes(move) && !isPaused) {
      used += minutes.before(now) - minutes.before(running)
      isPaused = true
    } else if (resumptions.includes(move)) {
      const next = from(now, used)
      due = {
        dueAt: used >= whole ? due.dueAt : next.dueAt,
        amberAt: used >= 0.75 * whole ? due.amberAt : next.amberAt,
      }
      running = now
      isPaused = false
    } else if (restarts.includes(move)) {
      due = from(now, 0)
      running = now
      used = 0
      isPaused = false
    }
  }
  return { ...due, isPaused }
}
