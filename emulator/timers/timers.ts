import type { Clock } from '../clock'
import type { FunctionSpec } from '../options'
import { readCron, type Schedule } from './cron'

interface TimersOptions {
  readonly specs: Readonly<Record<string, FunctionSpec>>
  readonly clock: Clock
  readonly invoke: (name: string, event: unknown, caller: { source: string }) => Promise<unknown>
  readonly log: (line: string) => void
}

/** A timer, for whoever wants to see what will happen. */
export interface TimerState {
  readonly name: string
  readonly function: string
  readonly cron: string
  /** Instant of the next run; null when there is none any more. */
  readonly nextRun: string | null
}

interface Timer {
  readonly name: string
  readonly function: string
  readonly cron: string
  readonly schedule: Schedule
  next: number | undefined
  isRunning: boolean
}

const TICK_MS = 500
const LATE_MS = 60_000
const TIMERS_MAX = 10

/**
 * Calls functions when their timers say so, by the clock of the cloud. A run that is over a minute late, because the machine
 * slept or the clock was moved, is left out and said; so is one that would overlap the last. Nothing piles up.
 */
export class Timers {
  private readonly timers: Timer[]
  private readonly ticking: NodeJS.Timeout | undefined

  /** Throws BAD_OPTIONS for a timer that nobody can read. */
  constructor(private readonly options: TimersOptions) {
    const now = options.clock.now()
    this.timers = Object.entries(options.specs).flatMap(([name, { timers = [] }]) =>
      timers.slice(0, TIMERS_MAX).map((timer): Timer => {
        const schedule = readCron(timer.cron)
        return { ...timer, function: name, schedule, next: schedule.next(now), isRunning: false }
      }),
    )
    if (this.timers.length > 0) this.ticking = setInterval(() => this.tick(), TICK_MS).unref()
  }

  get states(): TimerState[] {
    return this.timers.map(({ name, function: called, cron, next }) => ({
      name,
      function: called,
      cron,
      nextRun: next === undefined ? null : new Date(next).toISOString(),
    }))
  }

  /** Runs what is due. Called by itself twice a second; a test calls it when it likes. */
  tick(): void {
    const now = this.options.clock.now()
    for (const timer of this.timers) {
      if (timer.next === undefined || now < timer.next) continue
      const late = now - timer.next
      timer.next = timer.schedule.next(now)
      if (late > LATE_MS) this.options.log(`定时 ${timer.name} 错过了，跳过这一次，按下一次时间运行。`)
      else if (timer.isRunning) this.options.log(`定时 ${timer.name} 上一次还没有结束，跳过这一次。`)
      else void this.run(timer, now)
    }
  }

  /** After the clock was moved: what lies between was never due, forwards or backwards. */
  clockMoved(): void {
    for (const timer of this.timers) timer.next = timer.schedule.next(this.options.clock.now())
  }

  close(): void {
    clearInterval(this.ticking)
  }

  private async run(timer: Timer, now: number): Promise<void> {
    timer.isRunning = true
    try {
      await this.options.invoke(timer.function, timerEvent(timer.name, now), { source: 'timer' })
    } catch (error) {
      this.options.log(`定时 ${timer.name} 失败：${(error as Error).message}`)
    } finally {
      timer.isRunning = false
    }
  }
}

/** The event CloudBase hands to a function that a timer calls. */
export const timerEvent = (name: string, now: number): object => ({
  Type: 'Timer',
  TriggerName: name,
  Time: new Date(now).toISOString(),
  Message: '',
})
