import type { issues } from '@/shared/contracts/issues'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { answerByOf, lastAnswerOf } from '@/shared/domain/issues/supervision'
import { briefOf, titleOf } from '@/shared/domain/issues/view'
import { wordsFor } from '@/shared/domain/issues/words-for'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { watchedBy } from './watched'

/** Everything under supervision that is still open, whose answer is due first. One indexed query. */
export const listSupervised: Handler<typeof issues.listSupervised> = async ({ cursor }, { actor, now, store }) => {
  const watched = watchedBy(actor)
  if (!watched) return refuse('FORBIDDEN')
  const found = await store.issues.list({
    ...afterKey({ ...watched, isSupervised: true, isOpen: true }, cursor, 'supervision.answerBy', 'asc'),
    limit: pageSize + 1,
  })
  return {
    supervised: found
      .slice(0, pageSize)
      .filter((issue) => canSeeIssue(issue, actor))
      .map((issue) => {
        const answer = lastAnswerOf(issue)
        const row = {
          issue: briefOf(issue, actor, now),
          reason: issue.supervision?.reason ?? '多次重新打开，自动转入督办',
          byName: issue.supervision?.byName ?? null,
          since: issue.supervision?.since ?? issue.createdAt,
          answerBy: answerByOf(issue),
          isLate: issue.state !== 'verifying' && now >= Date.parse(answerByOf(issue)),
          lastAnswer: answer && {
            at: answer.at,
            title: titleOf(answer),
            text: answer.text ?? '',
            byName: answer.actor?.name ?? '',
          },
        }
        return wordsFor(row, issue, actor)
      }),
    next: nextCursor(found, answerByOf),
    now: toInstant(now),
  }
}
