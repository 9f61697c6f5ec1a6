import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { issueResultNames, type IssueMove, type IssueResult, type IssueState } from '@/shared/kernel/vocabulary'
import { isMyJob } from './actions'
import { dueWords } from '@/features/issues/time-words'

type Sentence = (issue: IssueDetail) => string

/** What a reporter is asked about a result: nobody is told that what could not be done was done. */
const brought: Record<IssueResult, string> = {
  resolved: '处理人说办好了，请您看看是不是真的解决了。',
  partly: '处理人说解决了一部分，请您看看这样行不行。',
  cannot: '处理人说没法解决，原因写在下面，请您看看。',
  notOurs: '处理人说这不归社区管，原因写在下面，请您看看。',
}

/** Whose word on a result is waited for, as whoever did not report it reads it; a verifier is told that the reporter comes first. */
const checkedBy = ({ moves }: IssueDetail): string => {
  const may = (wanted: IssueMove) => moves.some(({ move }) => move === wanted)
  if (may('confirm')) return '处理结果已提交，请您核查。'
  return may('reject')
    ? '先等上报人说是不是解决了，没有回音再请您核查；您看到没解决，现在就可以核查不通过。'
    : '处理结果已提交，等待确认。'
}

const sentences: Record<IssueState, Sentence> = {
  reported: () => '已经收到，社区正在安排具体的人负责。',
  dispatched: (issue) =>
    isMyJob(issue)
      ? '派给您了，还没有开始处理。'
      : `已派给${issue.owner.roleName}${issue.owner.name}，还没有开始处理。`,
  handling: (issue) => (isMyJob(issue) ? '您正在处理。' : `${issue.owner.roleName}${issue.owner.name}正在处理。`),
  suspended: () => '需要等一等，到了日子会自动继续处理。',
  verifying: (issue) => (issue.isMine ? brought[issue.result ?? 'resolved'] : checkedBy(issue)),
  returned: ({ isMine }) => (isMine ? '还缺一点情况，请您补充后再提交。' : '已请上报人补充情况，补充前不计时。'),
  closed: ({ result }) => (result ? `处理结果：${issueResultNames[result]}。` : '这件事已经办结。'),
  declined: ({ isMine }) => (isMine ? '没有受理。原因写在下面，您可以申诉一次。' : '没有受理，已答复上报人。'),
  merged: () => '已合并到同类事项一起处理。',
  withdrawn: () => '已撤回，不再处理。',
}

/** How the issue stands now, in a sentence for whoever looks at it. */
export const standingOf = (issue: IssueDetail): string => sentences[issue.state](issue)

const explained: readonly IssueState[] = ['suspended', 'returned', 'declined', 'handling', 'dispatched']

/** What was said when it came to stand so: why it was sent back, put off or declined. */
export const reasonOf = ({ timeline, state }: IssueDetail): string | null => {
  const last = timeline.filter(({ kind, to }) => kind === 'move' && to !== null).at(-1)
  const isSentBack = state !== 'handling' || last?.move === 'reject' || last?.move === 'reopen'
  const isPassedOn = state !== 'dispatched' || last?.move === 'passOn'
  return explained.includes(state) && last?.to === state && isSentBack && isPassedOn ? last.text : null
}

/** Until when, while a clock runs. */
export const dueOf = ({ dueAt, urgency, now }: IssueDetail): string | null =>
  dueAt && urgency !== 'none' ? dueWords(dueAt, now) : null

const steps: Partial<Record<IssueState, string[]>> = {
  reported: ['派给具体的人', '处理并提交结果', '确认办结'],
  dispatched: ['开始处理', '提交结果', '确认办结'],
  handling: ['提交结果', '确认办结'],
  suspended: ['恢复处理', '提交结果', '确认办结'],
  verifying: ['确认办结'],
  returned: ['补充后重新提交'],
}

/** What is still to come, so that nobody has to ask what happens next. */
export const stepsAhead = ({ state }: IssueDetail): readonly string[] => steps[state] ?? []
