import { triesMax, type Export } from '@/shared/domain/issues/export-record'
import { toInstant } from '@/shared/kernel/time'
import { writeExport } from '../capabilities/issues/write-export'
import { actorOf } from '../runtime/actor'
import { findPerson } from '../store/reads'
import { rulesReader } from '../store/rules'
import type { Job, JobContext } from './job'

/** So many in one run, so that it ends within its minute; the rest goes with the next. */
const writtenMax = 3

const textOf = ({ state, name, total }: Export): string =>
  state === 'ready'
    ? `导出好了：${name}，共 ${total} 件，七天内可以下载。`
    : `这次导出没有写成：${name}。请缩短日期再试，还是不行请告诉管理员。`

/** What became of one: written, to be tried again, or given up. */
const attempt = async (asked: Export, { store, files, now }: JobContext): Promise<Export> => {
  const failed = (tries: number): Export => ({ ...asked, tries, state: tries >= triesMax ? 'failed' : 'waiting' })
  const found = await findPerson(store, asked.personId)
  if (!found) return failed(triesMax)
  try {
    const actor = actorOf({ ...found, request: null }, now)
    const { settings } = await rulesReader(store)(asked.communityId)
    return (await writeExport(asked, { store, files, actor, now, settings })) ?? failed(triesMax)
  } catch {
    return failed(asked.tries + 1)
  }
}

/** Writes the long exports, the oldest first, and tells whoever asked. One that another run has finished meanwhile stays as it is. */
export const writeExports: Job = async (context) => {
  const { store, now } = context
  const waiting = await store.exports.list({
    where: { state: 'waiting' },
    orderBy: [['createdAt', 'asc']],
    limit: writtenMax,
  })
  for (const asked of waiting) {
    const made = await attempt(asked, context)
    await store.transact(async (tx) => {
      if ((await tx.exports.get(asked._id))?.state !== 'waiting') return
      await tx.exports.put(made)
      if (made.state === 'waiting') return
      await tx.notices.create({
        _id: `notice:${made._id}`,
        communityId: made.communityId,
        recipientId: made.personId,
        title: '导出',
        text: textOf(made),
        subject: { kind: 'export', id: made._id },
        createdAt: toInstant(now),
        isRead: false,
      })
    })
  }
  return { done: waiting.length }
}
