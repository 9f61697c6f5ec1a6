import type { CallError } from '@/client/call'

type Field = 'from' | 'to' | 'standInId'

/** The input a refusal is about; others concern the whole request. */
const fieldOf: Partial<Record<string, Field>> = {
  LEAVE_IN_THE_PAST: 'from',
  LEAVE_BACKWARDS: 'to',
  LEAVE_TOO_LONG: 'to',
  LEAVE_STAND_IN_SELF: 'standInId',
  LEAVE_STAND_IN_UNFIT: 'standInId',
}

/** Puts the server's sentence where the person can mend it. */
export const placeRefusal = (error: CallError | null): { fields: Partial<Record<Field, string>>; general?: string } => {
  if (!error) return { fields: {} }
  const field = fieldOf[error.code]
  return field ? { fields: { [field]: error.message } } : { fields: {}, general: error.message }
}
