import { CallError } from '@/client/call'

/** A refusal whose code is about one input, with its sentence at that input, where whoever has to mend it is led. */
export const atField = (error: CallError, fieldOf: Readonly<Record<string, string>>): CallError => {
  const { code, message, fields, requestId } = error
  const field = fieldOf[code]
  return field ? new CallError(code, message, { ...fields, [field]: message }, requestId) : error
}

/** The photos of a form are one of its inputs. */
export const photoFaults = (field: string): Readonly<Record<string, string>> => ({
  FILE_TOO_LARGE: field,
  FILE_NOT_AN_IMAGE: field,
  FILE_NOT_YOURS: field,
})
