import type { Issue } from '../issues/issue'
import { noticeTitleOf } from './issue-notices'
import type { Notice } from './notice'

/**
 * What each person is told of an act of joint handling. The ids follow from the request (`key`) and the recipient, so that
 * writing them twice is writing them once; whoever acted finds theirs read.
 */
export const jointNotices = (issue: Issue, told: ReadonlyMap<string, string>, actorId: string, key: string): Notice[] =>
  [...told].map(([recipientId, text]) => ({
    _id: `${key}:${recipientId}`,
    communityId: issue.communityId,
    recipientId,
    title: noticeTitleOf(issue),
    text,
    subject: { kind: 'issue', id: issue._id },
    createdAt: issue.updatedAt,
    isRead: recipientId === actorId,
  }))
