import { commitmentsMax } from '@/shared/domain/issues/commitment'
import type { Issue } from '@/shared/domain/issues/issue'
import { nothingGathered, type Gathered } from '@/shared/domain/issues/joint-view'
import { meetingsMax } from '@/shared/domain/issues/meeting-record'
import type { ReadStore } from '../../store/store'

/** The commitments and meetings of an issue, asked for only where it has any. */
export const gatheredFor = async (issue: Issue, store: ReadStore): Promise<Gathered> => {
  const where = { issueId: issue._id }
  const [commitments, meetings] = await Promise.all([
    issue.commitments
      ? store.commitments.list({ where, orderBy: [['createdAt', 'asc']], limit: commitmentsMax })
      : nothingGathered.commitments,
    issue.meetings
      ? store.meetings.list({ where, orderBy: [['startsAt', 'asc']], limit: meetingsMax })
      : nothingGathered.meetings,
  ])
  return { commitments, meetings }
}
