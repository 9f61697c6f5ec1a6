import type { CallError } from '@/client/call'

/** The sentence for the whole form, unless an input already carries it. */
export const problemOf = (error: CallError | null): string | undefined =>
  error && !Object.values(error.fields).includes(error.message) ? error.message : undefined
