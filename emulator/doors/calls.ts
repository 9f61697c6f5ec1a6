/** One call as a developer sees it afterwards: who asked for what, how long it took, how it ended. Never what was said. */
export interface CallRecord {
  /** Instant in the cloud. */
  readonly at: string
  readonly capability: string
  /** Id of the person, or null for nobody known. */
  readonly actor: string | null
  readonly ms: number
  /** `ok`, or the code of the refusal. */
  readonly outcome: string
}

const KEPT = 200
const WORD_MAX = 80

/** The last calls, newest first; in memory only, because they are for whoever is looking right now. */
export class Calls {
  private readonly records: CallRecord[] = []

  add(record: CallRecord): void {
    this.records.unshift(record)
    if (this.records.length > KEPT) this.records.pop()
  }

  get latest(): readonly CallRecord[] {
    return this.records
  }
}

/** What an event asks for, whatever it calls it. */
export const capabilityOf = (event: object): string => {
  const { capability } = event as { capability?: unknown }
  return typeof capability === 'string' ? capability.slice(0, WORD_MAX) : '—'
}

/** How an answer ended, for answers in the one envelope; anything else that came back is an answer. */
export const outcomeOf = (answer: unknown): string => {
  const { ok, error } = (answer ?? {}) as { ok?: unknown; error?: { code?: unknown } }
  return ok === false ? String(error?.code ?? 'FAILED').slice(0, WORD_MAX) : 'ok'
}
