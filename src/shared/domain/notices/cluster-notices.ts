import { toInstant } from '../../kernel/time'
import { classOf } from '../issues/classes'
import type { Cluster, ClusterRule } from '../issues/cluster'
import type { Issue } from '../issues/issue'
import type { Announcement } from './announcement'
import { noticeTitleOf } from './issue-notices'
import type { Notice } from './notice'

/** Tells the duty post of a cluster. Its id follows from the cluster alone: it is told once, whoever is there. */
export const clusterNotice = (
  cluster: Cluster,
  recipientId: string,
  now: number,
  { clusterDays }: ClusterRule,
): Notice => ({
  _id: `notice:${cluster._id}`,
  communityId: cluster.communityId,
  recipientId,
  title: '相似上报',
  text: `${cluster.placeLabel}一带 ${clusterDays} 天内有 ${cluster.issueIds.length} 件“${classOf(cluster.classCode)?.name ?? '同类'}”上报，可能是一回事，请您看看要不要合并。`,
  subject: { kind: 'cluster', id: cluster._id },
  createdAt: toInstant(now),
  isRead: false,
})

/** What everybody whose report was merged is told, in one sentence and once however many they had reported. */
export const mergedAnnouncement = (
  parent: Issue,
  children: readonly Issue[],
  key: string,
  now: number,
): Announcement => ({
  _id: `${key}:`,
  communityId: parent.communityId,
  recipientIds: [...new Set([parent, ...children].map(({ reporterId }) => reporterId))],
  title: noticeTitleOf(parent),
  text: `您反映的事，有 ${children.length + 1} 件上报说的是同一件，已经合在一起办。以后有进展都会告诉您。`,
  subject: { kind: 'issue', id: parent._id },
  createdAt: toInstant(now),
})

/** What the owners of what was merged are told, once each; not the one who owns the parent, who goes on with it. */
export const mergedNotices = (parent: Issue, children: readonly Issue[], key: string, now: number): Notice[] => {
  const owners = new Set(children.map(({ owner }) => owner.personId))
  return [...owners].map((recipientId) => ({
    _id: `${key}-owner:${recipientId}`,
    communityId: parent.communityId,
    recipientId,
    title: noticeTitleOf(parent),
    text:
      recipientId === parent.owner.personId
        ? '有相似的上报合并到这件事，一起处理。'
        : '由您负责的相似上报已合并到这件事，那几件您不用再单独处理。',
    subject: { kind: 'issue', id: parent._id },
    createdAt: toInstant(now),
    isRead: false,
  }))
}
