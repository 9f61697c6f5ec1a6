import { roleNames } from '../../kernel/roles'
import { wallClock } from '../../kernel/time'
import { issueResultNames, issueStateNames } from '../../kernel/vocabulary'
import { classOf } from './classes'
import type { Issue } from './issue'

/** The heads of an export, in the order of its cells. */
export const exportHeads = [
  '编号',
  '类别',
  '地点',
  '网格',
  '状态',
  '处理结果',
  '负责人岗位',
  '负责人',
  '上报时间',
  '应办结时间',
  '办结时间',
  '评价（星）',
] as const

/** What a spreadsheet would run as a formula, or take for one; also in the wide letters of Chinese input. */
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/u

/** A cell that is only ever text: what begins like a formula gets an apostrophe before it. */
export const neutralised = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

const momentOf = (at: string | null): string => (at === null ? '' : wallClock(at).format('YYYY-MM-DD HH:mm'))

/**
 * An issue as a row of an export. It tells nothing of a person but who is in charge: no reporter, no number, no door, and none of the
 * words somebody typed; where a private class (矛盾纠纷、困难求助…) happened is left out too.
 */
export const exportRow = (issue: Issue): string[] => {
  const issueClass = classOf(issue.classCode)
  return [
    issue.code,
    issueClass?.name ?? '其他',
    issueClass?.isPrivate ? '' : issue.place.label,
    issue.gridName ?? '',
    issueStateNames[issue.state],
    issue.result === null ? '' : issueResultNames[issue.result],
    roleNames[issue.owner.role],
    issue.owner.name,
    momentOf(issue.createdAt),
    momentOf(issue.clock.dueAt),
    momentOf(issue.closedAt),
    issue.rating === null ? '' : String(issue.rating.stars),
  ].map(neutralised)
}
