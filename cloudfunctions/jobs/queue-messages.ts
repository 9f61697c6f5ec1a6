import type { Issue } from '@/shared/domain/issues/issue'
import { subscriptionId, type Message } from '@/shared/domain/notices/message'
import { templateKeys, type TemplateKey } from '@/shared/domain/notices/template-ids'
import { messageFields, templateFor } from '@/shared/domain/notices/templates'
import type { Notice } from '@/shared/domain/notices/notice'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { digest } from '../runtime/hash'
import type { Store } from '../store/store'
import { batchSize } from './job'

/**
 * A notice carries the instant its call began and is there when its call ends, so those of the last minutes are looked at again. Looking twice
 * queues once, because a message has its id from its notice.
 */
const overlapMs = 2 * minuteMs
/** Where the first run ever starts: old news is no reason to ring. */
const firstMs = 10 * minuteMs
const cursorId = 'cursor:notices'

/** One page of notices after a key, the oldest first. */
const noticesAfter = (store: Store, from: string, last: Notice | undefined): Promise<Notice[]> =>
  store.notices.list({
    where: { createdAt: { after: from } },
    ...(last
      ? { anyOf: [{ createdAt: { after: last.createdAt } }, { createdAt: last.createdAt, _id: { after: last._id } }] }
      : {}),
    orderBy: [
      ['createdAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: batchSize,
  })

const messageOf = (notice: Notice, issue: Issue, template: TemplateKey, now: number): Message => ({
  _id: `message-${digest('message', notice._id)}`,
  communityId: notice.communityId,
  recipientId: notice.recipientId,
  template,
  fields: messageFields(issue, notice.createdAt),
  page: `packages/resident/issue/index?id=${issue._id}`,
  createdAt: notice.createdAt,
  state: 'waiting',
  dueAt: toInstant(now),
  attempts: 0,
  sentAt: null,
  reason: null,
})

/** Takes a credit and puts the message into the outbox, both or neither; nothing without a credit, or when it is there already. */
const queue = (store: Store, message: Message): Promise<boolean> =>
  store.transact(async (tx) => {
    const held = await tx.subscriptions.get(subscriptionId(message.recipientId, message.template))
    if (!held || held.credits < 1 || (await tx.outbox.get(message._id))) return false
    await tx.subscriptions.put({ ...held, credits: held.credits - 1 })
    await tx.outbox.create(message)
    return true
  })

const queuePage = async (store: Store, notices: readonly Notice[], now: number): Promise<number> => {
  const fresh = notices.filter(({ isRead, subject }) => !isRead && subject.kind === 'issue')
  const recipients = [...new Set(fresh.map(({ recipientId }) => recipientId))]
  if (recipients.length === 0) return 0
  const ids = recipients.flatMap((personId) => templateKeys.map((key) => subscriptionId(personId, key)))
  const held = await store.subscriptions.list({ where: { _id: { in: ids } }, limit: 1000 })
  const credited = new Set(held.filter(({ credits }) => credits > 0).map(({ _id }) => _id))
  const isCredited = ({ recipientId }: Notice) =>
    templateKeys.some((key) => credited.has(subscriptionId(recipientId, key)))
  const wanted = fresh.filter(isCredited)
  if (wanted.length === 0) return 0
  const issueIds = [...new Set(wanted.map(({ subject }) => subject.id))]
  const issues = new Map(
    (await store.issues.list({ where: { _id: { in: issueIds } }, limit: 1000 })).map((one) => [one._id, one]),
  )
  let queued = 0
  for (const notice of wanted) {
    const issue = issues.get(notice.subject.id)
    if (!issue) continue
    const template = templateFor(issue, notice.recipientId)
    if (!credited.has(subscriptionId(notice.recipientId, template))) continue
    if (await queue(store, messageOf(notice, issue, template, now))) queued += 1
  }
  return queued
}

/** Turns fresh notices into messages for whoever holds a credit, from where the last run stopped; a report costs nothing more for it. */
export const queueMessages = async (store: Store, now: number): Promise<number> => {
  const cursor = await store.cursors.get(cursorId)
  const from = toInstant(Math.min(cursor ? Date.parse(cursor.at) : now - firstMs, now) - overlapMs)
  let last: Notice | undefined
  let queued = 0
  for (;;) {
    const notices = await noticesAfter(store, from, last)
    queued += await queuePage(store, notices, now)
    last = notices.at(-1) ?? last
    if (notices.length < batchSize) break
  }
  if (last) {
    const at = last.createdAt
    await store.transact((tx) => tx.cursors.put({ _id: cursorId, at }))
  }
  return queued
}
