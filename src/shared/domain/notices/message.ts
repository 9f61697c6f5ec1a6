import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { minuteMs, toInstant } from '../../kernel/time'
import { templateKeys, type TemplateKey } from './template-ids'

/**
 * How many messages of a template somebody still agreed to: one tap on 允许 is one message, and WeChat tells nobody how many are left. A credit is taken
 * when a message is put into the outbox, and given back when it could not be sent.
 */
export const subscriptionRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  template: z.enum(templateKeys),
  credits: z.number().int().min(0),
  updatedAt: instant,
})
export type Subscription = z.infer<typeof subscriptionRecord>

export const subscriptionId = (personId: string, template: TemplateKey): string => `sub:${template}:${personId}`

/** More taps than this are not kept: nobody means to get fifty messages. */
export const creditsMax = 50

/** A message for the world outside, on its way by a job. */
export const messageRecord = z.object({
  _id: id,
  communityId: id,
  recipientId: id,
  template: z.enum(templateKeys),
  fields: z.record(z.string(), z.string()),
  page: z.string(),
  createdAt: instant,
  state: z.enum(['waiting', 'sending', 'sent', 'gaveUp']),
  /** When it is next tried, or since when it is being sent. */
  dueAt: instant,
  attempts: z.number().int(),
  sentAt: instant.nullable(),
  /** Why it was given up. */
  reason: z.enum(['refused', 'invalid', 'unreachable', 'unclear', 'unknownPerson']).nullable(),
})
export type Message = z.infer<typeof messageRecord>

/** What WeChat said to a message. `unclear`: nobody knows whether it went out. */
export type SendAnswer =
  | { readonly kind: 'sent' | 'refused' | 'invalid' | 'unclear' | 'unknownPerson' }
  | { readonly kind: 'later'; readonly minutes: number }

const attemptsMax = 8
const sendingMinutes = 10

/** The message as somebody takes it in hand; null when it is not its turn, or another run has it. */
export const inHand = (message: Message, now: number): Message | null =>
  message.state === 'waiting' && Date.parse(message.dueAt) <= now
    ? { ...message, state: 'sending', attempts: message.attempts + 1, dueAt: toInstant(now) }
    : null

/** A message left in hand by a run that died: it may have gone out, and twice is worse than never, since the inbox has it all. */
export const isStranded = ({ state, dueAt }: Message, now: number): boolean =>
  state === 'sending' && Date.parse(dueAt) + sendingMinutes * minuteMs <= now

/** The message after an answer, and what becomes of the credit it took: given back when WeChat did not use one; all are gone when refused. */
export const answered = (
  message: Message,
  answer: SendAnswer,
  now: number,
): { message: Message; credit: 'spent' | 'givenBack' | 'allGone' } => {
  if (answer.kind === 'sent') return { message: { ...message, state: 'sent', sentAt: toInstant(now) }, credit: 'spent' }
  if (answer.kind === 'later') {
    if (message.attempts >= attemptsMax)
      return { message: { ...message, state: 'gaveUp', reason: 'unreachable' }, credit: 'givenBack' }
    const minutes = Math.max(answer.minutes, 2 ** message.attempts)
    return { message: { ...message, state: 'waiting', dueAt: toInstant(now + minutes * minuteMs) }, credit: 'spent' }
  }
  const credit = answer.kind === 'refused' ? 'allGone' : answer.kind === 'unclear' ? 'spent' : 'givenBack'
  return { message: { ...message, state: 'gaveUp', reason: answer.kind }, credit }
}
