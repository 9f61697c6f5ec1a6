import {
  answered,
  inHand,
  isStranded,
  subscriptionId,
  type Message,
  type SendAnswer,
} from '@/shared/domain/notices/message'
import type { TemplateKey } from '@/shared/domain/notices/template-ids'
import { toInstant } from '@/shared/kernel/time'
import type { MessagePort } from '../runtime/wechat-ports'
import type { Store } from '../store/store'
import { batchSize, type JobContext } from './job'
import { queueMessages } from './queue-messages'

type SendContext = JobContext & {
  messages: MessagePort
  templateIds: Readonly<Partial<Record<TemplateKey, string>>>
}

/** Writes what became of a message, and of the credit it took. */
const settle = (store: Store, id: string, answer: SendAnswer, now: number): Promise<void> =>
  store.transact(async (tx) => {
    const message = await tx.outbox.get(id)
    if (message?.state !== 'sending') return
    const { message: next, credit } = answered(message, answer, now)
    await tx.outbox.put(next)
    const held = credit === 'spent' ? null : await tx.subscriptions.get(subscriptionId(next.recipientId, next.template))
    if (held) await tx.subscriptions.put({ ...held, credits: credit === 'allGone' ? 0 : held.credits + 1 })
  })

const sendOne = async (message: Message, { store, messages, templateIds }: SendContext): Promise<SendAnswer> => {
  const person = await store.persons.get(message.recipientId)
  const templateId = templateIds[message.template]
  if (!templateId) return { kind: 'invalid' }
  if (!person?.openid) return { kind: 'unknownPerson' }
  return messages.send({ openid: person.openid, templateId, page: message.page, fields: message.fields })
}

/** Takes a message in hand for this run alone; false when another has it. */
const take = (store: Store, id: string, now: number): Promise<boolean> =>
  store.transact(async (tx) => {
    const message = await tx.outbox.get(id)
    const taken = message && inHand(message, now)
    if (taken) await tx.outbox.put(taken)
    return taken !== null
  })

/**
 * Carries fresh notices to WeChat for whoever agreed to be told there: queued by their own ids, taken in hand before they are sent, and never
 * sent again when nobody knows whether they went out. The inbox holds everything all the same.
 */
export const sendOutbox = async (context: SendContext): Promise<{ done: number }> => {
  const { store, now } = context
  await queueMessages(store, now)
  const inSight = { before: toInstant(now + 1) }
  const order = { orderBy: [['dueAt', 'asc']] as const, limit: batchSize }
  const [due, sending] = await Promise.all([
    store.outbox.list({ where: { state: 'waiting', dueAt: inSight }, ...order }),
    store.outbox.list({ where: { state: 'sending', dueAt: inSight }, ...order }),
  ])
  for (const message of sending.filter((one) => isStranded(one, now)))
    await settle(store, message._id, { kind: 'unclear' }, now)
  let done = 0
  for (const message of due) {
    if (!(await take(store, message._id, now))) continue
    await settle(store, message._id, await sendOne(message, context), now)
    done += 1
  }
  return { done }
}
