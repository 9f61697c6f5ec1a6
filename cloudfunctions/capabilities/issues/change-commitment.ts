import type { Commitment, Promised } from '@/shared/domain/issues/commitment'
import type { Issue } from '@/shared/domain/issues/issue'
import { commitmentRowOf } from '@/shared/domain/issues/joint-view'
import { wordsFor } from '@/shared/domain/issues/words-for'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { refuse, type Refusal } from '@/shared/kernel/decision'
import type { CommandContext } from '../../runtime/handler'
import type { Transaction } from '../../store/store'
import { saveShareout } from './share-out'

type Context = Pick<CommandContext, 'actor' | 'now' | 'files'>

/** One change of one commitment, with its issue: both, or neither. What belongs to an issue one may not see is not there. */
export const changeCommitment = async <R extends string>(
  tx: Transaction,
  { id, key }: { id: string; key: string },
  { actor, now, files }: Context,
  decide: (issue: Issue, commitment: Commitment) => Promise<Promised | Refusal<R>>,
): Promise<ReturnType<typeof commitmentRowOf> | Refusal<R | 'NOT_FOUND'>> => {
  const commitment = await tx.commitments.get(id)
  const issue = commitment && (await tx.issues.get(commitment.issueId))
  if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
  const changed = await decide(issue, commitment)
  if ('refused' in changed) return changed
  await tx.commitments.put(changed.commitment)
  await saveShareout(tx, issue, changed, actor.personId, key)
  const { fileIds } = changed.commitment
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  return wordsFor(commitmentRowOf(changed.commitment, changed.issue, actor, urls, now), changed.issue, actor)
}
