import type { issues } from '@/shared/contracts/issues'
import { classesLike } from '@/shared/domain/issues/duplicate-classes'
import { likeliest } from '@/shared/domain/issues/duplicates'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { tens, toldOf } from './find-duplicates'
import { listNear } from './list-near'

/** Below what is taken for one thing too: whoever merges looks for themself, and only a contradiction is left out. */
const leastScore = 0.15

/** The open issues that one may be a repetition of, the likeliest first; of them only what the caller sees. */
export const listLikelyParents: Handler<typeof issues.listLikelyParents> = async (
  { id },
  { actor, now, store, directory },
) => {
  const issue = await store.issues.get(id)
  if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
  const ground = await directory()
  const told = toldOf(issue, ground)
  const { settings: rule } = ground.rules
  if (!told.spot) return { issues: [], now: toInstant(now) }
  const near = await listNear(store, {
    communityId: issue.communityId,
    classCodes: classesLike(issue.classCode),
    spot: { datum: 'gcj02', ...told.spot },
    rule,
  })
  const candidates = near
    .filter((one) => one._id !== id && canSeeIssue(one, actor))
    .map((one) => ({ one, told: toldOf(one, ground) }))
  return {
    issues: likeliest(told, candidates, rule, { least: leastScore }).map(({ one, likeness }) => ({
      ...briefOf(one, actor, now),
      metersAway: tens(likeness.meters),
      isSameBuilding: likeness.isSameBuilding,
    })),
    now: toInstant(now),
  }
}
