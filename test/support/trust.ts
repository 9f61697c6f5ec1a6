/** What a step of a long check may use. */
export interface Step {
  /** Which one it is, from 0. */
  readonly index: number
  /** Chance that is the same again for the same seed and index. */
  readonly random: () => number
}

/** Numbers a step measured, by name. */
export type Measures = Readonly<Record<string, number>>

/**
 * A long check in many independent steps. `npm test` runs a few of them, `npm run trust` all; a run that was cut off goes on
 * where it was, so what steps need from each other lies in the folder.
 */
export interface Suite {
  /** What holds if every step passes, for the figures. */
  readonly guarantee: string
  /** How many steps a full run has. */
  readonly count: number
  /** `folder` is the suite's own and outlives a run that was cut off. */
  open(options: { folder: string; seed: number }): Promise<{
    /** Throws what is wrong. */
    step(step: Step): Promise<Measures>
    /** A last look at everything; throws what is wrong. */
    finish(): Promise<Measures>
    close(): Promise<void>
  }>
}

/** The chance of one step: mulberry32 over the seed and the index. */
export const chanceOf = (seed: number, index: number): (() => number) => {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
