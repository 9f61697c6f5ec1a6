import { projectStateNames } from '../../kernel/projects'
import { yuanWords } from '../../kernel/money'
import { toInstant } from '../../kernel/time'
import type { Announcement } from '../notices/announcement'
import type { Notice } from '../notices/notice'
import type { Funding, Payment } from './funding'
import type { Project } from './project'

type Subject = Notice['subject']

const noticeOf = (
  { communityId }: Pick<Project, 'communityId'>,
  { key, recipientId, now }: { key: string; recipientId: string; now: number },
  title: string,
  text: string,
  subject: Subject,
): Notice => ({
  _id: `${key}:${recipientId}`,
  communityId,
  recipientId,
  title,
  text,
  subject,
  createdAt: toInstant(now),
  isRead: false,
})

interface To {
  key: string
  recipientId: string
  now: number
}

/** Told to whoever proposed it, at every step. */
export const stepNotice = (project: Project, to: To): Notice => {
  const words = project.history.at(-1)?.words
  return noticeOf(
    project,
    to,
    '您的提案有进展',
    `“${project.title}”${projectStateNames[project.state]}。${words ?? ''}`,
    { kind: 'project', id: project._id },
  )
}

/** Told to whoever a resolution names. */
export const ownerNotice = (project: Project, to: To): Notice =>
  noticeOf(
    project,
    to,
    '由您负责一个项目',
    `决议“${project.title}”由您负责，${project.resolution?.dueOn ?? ''} 前办完。`,
    { kind: 'project', id: project._id },
  )

/** Told to whoever is to keep the money. */
export const treasurerNotice = (funding: Funding, to: To): Notice =>
  noticeOf(
    funding,
    to,
    '请您经办一项自筹',
    `“${funding.title}”的居民自筹由您经办。各户的缴款只有本户和您能看到，请妥善保管。`,
    { kind: 'funding', id: funding.projectId },
  )

/** Told to whoever keeps the money once the final account says how much of it is spent. */
export const spendingNotice = (funding: Funding, to: To): Notice =>
  noticeOf(
    funding,
    to,
    '请您确认决算',
    `“${funding.title}”的决算写好了用掉多少居民自筹的钱，请您核对、确认，社区才能公布。`,
    { kind: 'funding', id: funding.projectId },
  )

/** Told to the members of a household of what was put to its account. */
export const paymentNotice = (funding: Funding, { kind, fen }: Payment, to: To): Notice =>
  noticeOf(
    funding,
    to,
    kind === 'paid' ? '缴款已入账' : '退款已登记',
    `您家在“${funding.title}”${kind === 'paid' ? '缴款' : '退款'} ${yuanWords(fen)} 已入账。有出入请联系经办人 ${funding.treasurer.name}。`,
    { kind: 'share', id: funding.projectId },
  )

/** Told to the members of a household of a slip that was taken out again, which they had been told was counted. */
export const voidedNotice = (funding: Funding, { kind, fen }: Payment, to: To): Notice =>
  noticeOf(
    funding,
    to,
    kind === 'paid' ? '一笔缴款已作废' : '一笔退款已作废',
    `您家在“${funding.title}”的一笔${kind === 'paid' ? '缴款' : '退款'} ${yuanWords(fen)} 录错了，已作废，不计入。打开看看现在的账，有出入请联系经办人 ${funding.treasurer.name}。`,
    { kind: 'share', id: funding.projectId },
  )

/** Told to whoever met the issue a project was made of, once everybody may read the project. */
export const grownAnnouncement = (
  { _id, communityId, title }: Project,
  key: string,
  recipientIds: string[],
  now: number,
): Announcement => ({
  _id: key,
  communityId,
  recipientIds,
  title: '您反映的事立成了项目',
  text: `“${title}”已经公开征求意见，往后走到哪一步、花多少钱都能看到。`,
  subject: { kind: 'project', id: _id },
  createdAt: toInstant(now),
})

const toHouseholds = (
  funding: Funding,
  key: string,
  recipientIds: string[],
  now: number,
  title: string,
  text: string,
): Announcement => ({
  _id: key,
  communityId: funding.communityId,
  recipientIds,
  title,
  text,
  subject: { kind: 'share', id: funding.projectId },
  createdAt: toInstant(now),
})

/** Told to every household once payment begins. */
export const openedAnnouncement = (funding: Funding, key: string, recipientIds: string[], now: number): Announcement =>
  toHouseholds(
    funding,
    key,
    recipientIds,
    now,
    '自筹开始缴款',
    `“${funding.title}”的自筹已经算好，您家的金额、怎么算的都在这里。有疑问或有困难请联系经办人 ${funding.treasurer.name}。`,
  )

/** A friendly word to those who have not paid everything: no sum, no names, no threat. */
export const reminderAnnouncement = (
  funding: Funding,
  key: string,
  recipientIds: string[],
  now: number,
): Announcement =>
  toHouseholds(
    funding,
    key,
    recipientIds,
    now,
    '自筹缴款小提醒',
    `“${funding.title}”您家还没有缴齐，方便的时候办理就好。已经缴过或手头不便，请告诉经办人 ${funding.treasurer.name}，可以商量。`,
  )
