import type { FilePort } from '../runtime/handler'
import type { Store } from '../store/store'

/** What a job may use. It runs for every community at once, and running it twice changes nothing more. */
export interface JobContext {
  store: Store
  files: FilePort
  /** Epoch milliseconds. */
  now: number
}

/** Answers how much it did, for the log. */
export type Job = (context: JobContext) => Promise<{ done: number }>

/** How many documents a job takes at once. */
export const batchSize = 200
