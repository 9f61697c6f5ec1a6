import { checkAnswered, type ActivityCheck } from '@/shared/domain/activities/words-check'
import type { CheckAnswer } from '@/shared/domain/issues/content-check'
import { traceKey } from '@/shared/domain/issues/check-trace'
import { toInstant } from '@/shared/kernel/time'
import { endCheck } from '../capabilities/activities/checks'
import type { ContentCheckPort } from '../runtime/wechat-ports'
import type { JobContext } from './job'

type CheckContext = JobContext & { contentCheck: ContentCheckPort }

/** How many questions one run asks; few residents lead. */
const checksMax = 50

const answerTo = async (
  { of, content, authorId }: ActivityCheck,
  { store, files, contentCheck }: CheckContext,
): Promise<CheckAnswer> => {
  const openid = (await store.persons.get(authorId))?.openid
  if (!openid) return { kind: 'unaskable', label: 'unknownPerson' }
  if (of !== 'cover') return contentCheck.checkText(content, openid)
  const url = (await files.urlsOf([content])).get(content)
  return url ? contentCheck.askAboutImage(url, openid) : { kind: 'unaskable', label: 'gone' }
}

/** Asks about one outside any transaction, then writes what came of it. */
const ask = async (check: ActivityCheck, context: CheckContext): Promise<void> => {
  const { store, now } = context
  const answer = await answerTo(check, context)
  const found = checkAnswered(check, answer, now)
  await store.transact(async (tx) => {
    if (typeof found === 'string') return endCheck(tx, check, found, now)
    const current = await tx.activityChecks.get(check._id)
    if (current?.content !== check.content) return
    await tx.activityChecks.put(found)
    if (answer.kind !== 'asked') return
    const { _id: activityCheckId, communityId, content: fileId } = check
    const _id = traceKey(answer.traceId)
    await tx.checkTraces.put({ _id, communityId, activityCheckId, fileId, round: 1, at: toInstant(now) })
  })
}

/** Asks WeChat about what residents who lead or propose activities wrote for others, the longest due first. A run that dies loses nothing. */
export const checkActivityWords = async (context: CheckContext): Promise<{ done: number }> => {
  const due = await context.store.activityChecks.list({
    where: { dueAt: { before: toInstant(context.now + 1) } },
    orderBy: [['dueAt', 'asc']],
    limit: checksMax,
  })
  for (const check of due) await ask(check, context)
  return { done: due.length }
}
