const LAST_MS = Date.parse('9999-12-31T00:00:00Z')

/** Whether a clock may be set to this: an instant that every date format can write. */
export const isClockTime = (at: number): boolean => at >= 0 && at <= LAST_MS

/**
 * The one clock of a local cloud. Moving it moves every timestamp, expiry and `serverDate()`;
 * timeouts of functions and transactions stay on real time, because people wait for them.
 */
export class Clock {
  constructor(private offsetMs = 0) {}

  /** Milliseconds by which this cloud is ahead of the machine. */
  get offset(): number {
    return this.offsetMs
  }

  /** Epoch milliseconds in this cloud. */
  now(): number {
    return Date.now() + this.offsetMs
  }

  /** Makes it `at` (epoch milliseconds) from now on; time goes on running. */
  set(at: number): void {
    this.offsetMs = Math.round(at - Date.now())
  }

  /** Jumps by `ms`, which may be negative. */
  advance(ms: number): void {
    this.offsetMs += Math.round(ms)
  }
}
