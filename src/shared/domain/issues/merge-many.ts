import type { Actor } from '../../kernel/actor'
import { isRefusal, refuse, type Refusal } from '../../kernel/decision'
import type { IssueRules } from './allowed-moves'
import { decideMove } from './decide-move'
import { withChild } from './followers'
import type { Issue } from './issue'
import { withJointEntry } from './joint'

export type MergeManyRefusal = 'FORBIDDEN' | 'CLUSTER_STATE_CHANGED' | 'ISSUE_MERGE_CIRCLE' | 'ISSUE_PARENT_CLOSED'

/** Issues merged into one in one go: the parent with all it has gained, and every child with its own history. */
export interface MergedMany {
  readonly parent: Issue
  readonly children: readonly Issue[]
}

/** The same move for each of several issues, all or none; `above`: what the parent has itself been merged into. The parent’s history says how many were merged into it. */
export const mergeMany = (
  parent: Issue,
  children: readonly Issue[],
  actor: Actor,
  now: number,
  context: IssueRules & { above: readonly string[] },
): MergedMany | Refusal<MergeManyRefusal> => {
  const merged: Issue[] = []
  let gaining = parent
  for (const child of children) {
    const moved = decideMove(child, 'merge', { parentId: parent._id }, actor, now, { ...context, parent })
    if (isRefusal(moved)) {
      const { refused } = moved
      return refused === 'FORBIDDEN' || refused === 'ISSUE_MERGE_CIRCLE' || refused === 'ISSUE_PARENT_CLOSED'
        ? refuse(refused)
        : refuse('CLUSTER_STATE_CHANGED')
    }
    merged.push(moved)
    gaining = withChild(gaining, child)
  }
  const text = `${children.length} 件相似上报合并到这里，一起处理`
  return { parent: withJointEntry(gaining, { title: '合并相似上报', text }, actor, now), children: merged }
}
