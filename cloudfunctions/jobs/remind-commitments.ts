import { isOverdue, type Commitment } from '@/shared/domain/issues/commitment'
import { addDays, dayOf, toInstant } from '@/shared/kernel/time'
import type { Where } from '../store/store'
import { batchSize, type Job, type JobContext } from './job'

/** Once the day before it is due, once when it is late; a moved day is reminded of anew. */
const remind = async (commitment: Commitment, { store, now }: JobContext): Promise<boolean> => {
  const isLate = isOverdue(commitment, now)
  const _id = `commitment:${commitment._id}:${commitment.dueOn}:${isLate ? 'late' : 'soon'}`
  return store.transact(async (tx) => {
    const current = await tx.commitments.get(commitment._id)
    if (!current?.isOpen || current.dueOn !== commitment.dueOn || (await tx.notices.get(_id))) return false
    await tx.notices.create({
      _id,
      communityId: commitment.communityId,
      recipientId: commitment.owner.personId,
      title: `承诺事项 · ${commitment.issueCode}`,
      text: isLate ? '有一项由您负责的承诺已经过期，请尽快完成或改期。' : '有一项由您负责的承诺就要到期，打开看看。',
      subject: { kind: 'issue', id: commitment.issueId },
      createdAt: toInstant(now),
      isRead: false,
    })
    return true
  })
}

/** Reminds whoever promised something that is due today or tomorrow, or late. Running twice reminds once. */
export const remindCommitments: Job = async (context) => {
  const { store, now } = context
  const before = addDays(dayOf(now), 2)
  let done = 0
  let last: Commitment | undefined
  for (;;) {
    const beyond: Where[] | undefined = last && [
      { dueOn: { after: last.dueOn } },
      { dueOn: last.dueOn, _id: { after: last._id } },
    ]
    const found = await store.commitments.list({
      where: { isOpen: true },
      within: [{ dueOn: { before } }],
      ...(beyond ? { anyOf: beyond } : {}),
      orderBy: [
        ['dueOn', 'asc'],
        ['_id', 'asc'],
      ],
      limit: batchSize,
    })
    for (const commitment of found) if (await remind(commitment, context)) done++
    last = found.at(-1)
    if (found.length < batchSize || !last) return { done }
  }
}
