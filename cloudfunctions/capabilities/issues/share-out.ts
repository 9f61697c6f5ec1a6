import type { IssueRules } from '@/shared/domain/issues/allowed-moves'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Shareout } from '@/shared/domain/issues/joint'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { jointNotices } from '@/shared/domain/notices/joint-notices'
import { refuse, type Refusal } from '@/shared/kernel/decision'
import type { CommandContext } from '../../runtime/handler'
import type { Transaction } from '../../store/store'
import { putIssue } from './put-issue'

/** Writes an issue changed by an act of joint handling, and tells whoever the act names. */
export const saveShareout = async (
  tx: Transaction,
  before: Issue,
  { issue, told }: Shareout,
  actorId: string,
  key: string,
): Promise<void> => {
  if (issue !== before) await putIssue(tx, before, issue)
  for (const notice of jointNotices(issue, told, actorId, key)) await tx.notices.create(notice)
}

/** One act of joint handling on one issue: loaded, decided, saved, told. To whoever may not see it there is no such issue. */
export const shareOut = async <R extends string>(
  tx: Transaction,
  { id, key }: { id: string; key: string },
  { actor, now, directory }: Pick<CommandContext, 'actor' | 'now' | 'directory'>,
  decide: (issue: Issue, rules: IssueRules) => Promise<Shareout | Refusal<R>>,
): Promise<ReturnType<typeof changedOf> | Refusal<R | 'NOT_FOUND'>> => {
  const issue = await tx.issues.get(id)
  if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
  const { rules } = await directory()
  const shared = await decide(issue, rules)
  if ('refused' in shared) return shared
  await saveShareout(tx, issue, shared, actor.personId, key)
  return changedOf(shared.issue, actor, now, rules)
}

/** Whether somebody still owes an open commitment of an issue. One request. */
export const owesCommitment = async (
  issueId: string,
  personId: string,
  { store }: Pick<CommandContext, 'store'>,
): Promise<boolean> => (await store.commitments.count({ 'owner.personId': personId, isOpen: true, issueId })) > 0
