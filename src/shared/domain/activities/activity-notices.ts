import { groupedCode } from '../../kernel/certificate-code'
import { pointsText } from '../../kernel/points'
import { toInstant, wallClock } from '../../kernel/time'
import type { Announcement } from '../notices/announcement'
import type { Notice } from '../notices/notice'
import { codeOfCertificate, type Certificate } from './certificate'
import type { Activity, Participation, Session } from './records'

/** When a session starts, as people say it. */
export const startWords = (startsAt: string): string => wallClock(startsAt).format('M 月 D 日 HH:mm')

const titleOf = ({ title, startsAt }: Pick<Session, 'title' | 'startsAt'>): string =>
  `“${title}”（${startWords(startsAt)}）`

type About = Pick<Session, '_id' | 'communityId' | 'title' | 'startsAt'>

const sessionNotice = (
  { _id: id, communityId }: About,
  key: string,
  recipientId: string,
  title: string,
  text: string,
  now: number,
): Notice => ({
  _id: key,
  communityId,
  recipientId,
  title,
  text,
  subject: { kind: 'session', id },
  createdAt: toInstant(now),
  isRead: false,
})

/** Told to whoever moves up from the waiting list. */
export const movedUpNotice = (session: About, key: string, recipientId: string, now: number): Notice =>
  sessionNotice(session, key, recipientId, '报名候补成功', `${titleOf(session)}有您的名额了，请按时参加。`, now)

/** Told to the leader when too few have signed up the day before. */
export const fewNotice = (session: Session, key: string, seats: number, now: number): Notice =>
  sessionNotice(
    session,
    key,
    session.leaderId,
    '报名人数不足',
    `${titleOf(session)}只有 ${seats} 人报名，最少要 ${session.headCountMin} 人。可以再邀请，或取消这一场。`,
    now,
  )

/** Told to the leader when nobody came. */
export const missedNotice = (session: Session, key: string, now: number): Notice =>
  sessionNotice(session, key, session.leaderId, '这一场没有人签到', `${titleOf(session)}没有人签到，请看看原因。`, now)

/** Told to the leader when the year has nothing left for more sessions. */
export const budgetNotice = ({ _id, communityId, title, leaderId }: Activity, key: string, now: number): Notice => ({
  _id: key,
  communityId,
  recipientId: leaderId,
  title: '积分额度不足',
  text: `“${title}”之后的场次没有排出来：今年的积分额度不够了。`,
  subject: { kind: 'activity', id: _id },
  createdAt: toInstant(now),
  isRead: false,
})

/** Told to somebody whose participation waits for nobody any more. */
export const decidedNotice = (participation: Participation, session: About, key: string, now: number): Notice => {
  const { decision, personId } = participation
  return decision?.isConfirmed
    ? sessionNotice(session, key, personId, '签到已确认', `${titleOf(session)}的签到已经确认。`, now)
    : sessionNotice(
        session,
        key,
        personId,
        '签到没有确认',
        `${titleOf(session)}的签到没有确认。原因：${decision?.reason ?? ''}`,
        now,
      )
}

/** Told of the points somebody and their family got. */
export const awardedNotice = (
  { personId, communityId, title, awarded }: Participation,
  key: string,
  now: number,
): Notice => {
  const { person = 0, family = 0 } = awarded ?? {}
  const own = person > 0 ? `您得 ${pointsText(person)} 分` : ''
  const home = family > 0 ? `家庭账户得 ${pointsText(family)} 分` : ''
  return {
    _id: key,
    communityId,
    recipientId: personId,
    title: '积分到账',
    text: `参加“${title}”，${[own, home].filter(Boolean).join('，')}。`,
    subject: { kind: 'points', id: personId },
    createdAt: toInstant(now),
    isRead: false,
  }
}

/** Told to whoever proposed an activity. */
export const proposalNotice = (activity: Activity, key: string, now: number): Notice => ({
  _id: key,
  communityId: activity.communityId,
  recipientId: activity.leaderId,
  title: activity.state === 'open' ? '活动已通过' : '活动没有通过',
  text:
    activity.state === 'open'
      ? `您发起的“${activity.title}”已通过，场次排好了，由您带队。`
      : `您发起的“${activity.title}”没有通过。原因：${activity.reason ?? ''}`,
  subject: { kind: 'activity', id: activity._id },
  createdAt: toInstant(now),
  isRead: false,
})

const announcement = (
  session: About,
  key: string,
  recipientIds: string[],
  title: string,
  text: string,
  now: number,
): Announcement => ({
  _id: key,
  communityId: session.communityId,
  recipientIds,
  title,
  text,
  subject: { kind: 'session', id: session._id },
  createdAt: toInstant(now),
})

/** Told to everybody who signed up, waiting list included. */
export const cancelledAnnouncement = (
  session: Session,
  key: string,
  recipientIds: string[],
  now: number,
): Announcement =>
  announcement(
    session,
    key,
    recipientIds,
    '活动取消',
    `${titleOf(session)}取消了。${session.isReasonPublic ? `原因：${session.cancelledFor ?? ''}` : '原因请问带队人。'}`,
    now,
  )

/** Told the day before to everybody who has a place. */
export const reminderAnnouncement = (
  session: Session,
  key: string,
  recipientIds: string[],
  now: number,
): Announcement =>
  announcement(
    session,
    key,
    recipientIds,
    '活动提醒',
    `${titleOf(session)}，地点：${session.place.words}。不能来请取消报名。`,
    now,
  )

/** Told to whom a certificate was issued when staff have ended it. */
export const certificateRevokedNotice = (
  { _id, communityId, personId }: Certificate,
  reason: string,
  key: string,
  now: number,
): Notice => ({
  _id: key,
  communityId,
  recipientId: personId,
  title: '志愿服务证明已作废',
  text: `编号 ${groupedCode(codeOfCertificate(_id))} 的志愿服务证明已由社区作废。原因：${reason}`,
  subject: { kind: 'certificate', id: _id },
  createdAt: toInstant(now),
  isRead: false,
})
