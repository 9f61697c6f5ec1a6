import * as z from 'zod'
import { phonePurposeNames, phonePurposes } from '../../kernel/phone-words'
import { id, instant } from '../../kernel/shapes'
import { procedureOf } from './procedure'
import { isWithheld } from './shared-fields'

/**
 * That somebody read something of a dispute, or was shown a private number: who, when, by which capability, and which parts were in
 * the answer.
 */
export const accessLogRecord = z.object({
  _id: id,
  communityId: id,
  issueId: id,
  issueCode: z.string(),
  personId: id,
  personName: z.string(),
  capability: z.string(),
  /** The parts that were not empty, as the answer names them. */
  fields: z.array(z.string()),
  /** Whose number was shown, and what for; null for whose, once they have left. */
  phone: z.object({ ownerId: id.nullable(), purpose: z.enum(phonePurposes), words: z.string().nullable() }).optional(),
  at: instant,
})
export type AccessLog = z.infer<typeof accessLogRecord>

/** What a number was asked for, in one line; null where none was. */
export const purposeWordsOf = ({ phone }: Pick<AccessLog, 'phone'>): string | null =>
  phone ? [phonePurposeNames[phone.purpose], phone.words].filter(Boolean).join('：') : null

/** The same entry without whose number it was, for when they have left. */
export const withoutPhoneOwner = (log: AccessLog): AccessLog =>
  log.phone ? { ...log, phone: { ...log.phone, ownerId: null } } : log

/** Parts of an answer that tell something of the dispute itself, as people call them. */
export const readFields = {
  text: '情况说明',
  placeLabel: '地点',
  reporter: '上报人',
  timeline: '办理过程',
  sentence: '处理结果',
  parties: '当事人',
  what: '承诺事项',
  agenda: '会议议题',
  minutes: '会议纪要',
  phone: '电话',
} as const
type ReadField = keyof typeof readFields

/** Whether there is something to read: a row of a timeline whose words are not shown has none. */
const isFilled = (value: unknown): boolean => {
  if (Array.isArray(value)) {
    return value.some(
      (one: unknown) => typeof one !== 'object' || one === null || !('text' in one) || one.text !== null,
    )
  }
  return value !== null && value !== undefined && value !== '' && !isWithheld(value)
}

export interface DisputeRead {
  issueId: string
  issueCode: string
  fields: ReadField[]
}

const depthMax = 6

/**
 * What an answer tells of disputes, found in the answer itself: whatever carries the class of a dispute is one. So no capability, old or
 * new, can answer a dispute and forget to say so.
 */
export const disputesIn = (answer: unknown, depth = 0): DisputeRead[] => {
  if (typeof answer !== 'object' || answer === null || depth > depthMax) return []
  if (Array.isArray(answer)) return answer.flatMap((inner: unknown) => disputesIn(inner, depth + 1))
  const whole = answer as Record<string, unknown>
  const issueId = whole.issueId ?? whole.id
  if (
    typeof whole.classCode === 'string' &&
    procedureOf(whole.classCode) === 'dispute' &&
    typeof issueId === 'string'
  ) {
    const fields = (Object.keys(readFields) as ReadField[]).filter((field) => isFilled(whole[field]))
    const code = whole.issueCode ?? whole.code
    return [{ issueId, issueCode: typeof code === 'string' ? code : '', fields }]
  }
  return Object.values(whole).flatMap((inner) => disputesIn(inner, depth + 1))
}
