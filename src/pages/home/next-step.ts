import { dueWords } from '@/features/issues/time-words'
import { isWaitingForMe } from '@/features/issues/waiting'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { issueResultNames, type IssueState } from '@/shared/kernel/vocabulary'

/** One line that says what happens next, and through whom. */
export const nextStep = (issue: IssueBrief, now: string): string => {
  const { state, ownerName, dueAt, result, isRated } = issue
  if (issue.hasJoined) return `我也遇到 · ${issue.stateName}`
  const due = dueAt ? dueWords(dueAt, now) : ''
  const words: Record<IssueState, string> = {
    reported: '社区正在安排负责人',
    dispatched: `已派给${ownerName}${due && `，${due}`}`,
    handling: `${ownerName}正在处理${due && `，${due}`}`,
    suspended: `暂缓处理，${ownerName}会继续跟进`,
    verifying: '处理完了，请您确认',
    returned: '需要您补充内容',
    closed: isRated ? `结果：${result ? issueResultNames[result] : '已办结'}` : '已办结，请您评价',
    declined: '没有受理，点开看原因',
    merged: '已合并到同类事项一起处理',
    withdrawn: '已撤回',
  }
  return words[state]
}

/** What waits for me first, then the newest. */
export const latestFirst = (issues: readonly IssueBrief[], count: number): IssueBrief[] =>
  [...issues.filter(isWaitingForMe), ...issues.filter((issue) => !isWaitingForMe(issue))].slice(0, count)
