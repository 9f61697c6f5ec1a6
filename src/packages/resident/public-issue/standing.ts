import type { PublicDetail } from '@/shared/contracts/issues/public'
import type { IssueState } from '@/shared/kernel/vocabulary'
import { issueResultNames } from '@/shared/kernel/vocabulary'

type Sentence = (issue: PublicDetail) => string

const sentences: Record<IssueState, Sentence> = {
  reported: () => '已经收到，社区正在安排由谁负责。',
  dispatched: ({ postName }) => `已派给${postName}，还没有开始处理。`,
  handling: ({ postName }) => `${postName}正在处理。`,
  suspended: () => '需要等一等，到了日子会继续处理。',
  verifying: () => '处理结果已提交，正在等人核查。',
  returned: () => '还缺一点情况，正在等上报人补充。',
  closed: ({ result }) => (result ? `处理结果：${issueResultNames[result]}。` : '这件事已经办结。'),
  declined: () => '没有受理，已答复上报人。',
  merged: () => '已合并到同类事项一起处理。',
  withdrawn: () => '上报人已撤回。',
}

/** How it stands, for people who have no part in it; an end is told with its result. */
export const publicStandingOf = (issue: PublicDetail): string => sentences[issue.state](issue)
