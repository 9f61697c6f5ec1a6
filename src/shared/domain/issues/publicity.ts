import type { IssueState } from '../../kernel/vocabulary'
import { classOf } from './classes'
import type { Issue } from './issue'

type Checked = Pick<Issue, 'classCode' | 'state' | 'textCheck' | 'fileIds' | 'passedFileIds'>

/** What its reporter took back, has to complete, or what stands under another issue is not shown by itself. */
const statesHidden: readonly IssueState[] = ['withdrawn', 'returned', 'merged']

/**
 * Whether residents may see an issue: its class is public, it stands by itself, and its words and every photo its reporter sent have passed the
 * content check. While the check is down nothing passes, so nothing shows.
 */
export const mayBePublic = ({ classCode, state, textCheck, fileIds, passedFileIds }: Checked): boolean =>
  classOf(classCode)?.isPublic === true &&
  !statesHidden.includes(state) &&
  textCheck === 'passed' &&
  fileIds.every((fileId) => passedFileIds.includes(fileId))

/** The issue with what follows from its checks, `isPublic` and `isToReview`; for whatever changes its words, its photos or a check. */
export const withPublicity = (issue: Issue): Issue => ({
  ...issue,
  isPublic: mayBePublic(issue),
  isToReview: (issue.contentCheck?.held ?? []).some(({ verdict }) => verdict === 'review'),
})
