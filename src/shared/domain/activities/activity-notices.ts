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
  sessionNotice(session, key, recipientId, '报名成功，有名额了', `${titleOf(session)}您有名额了，请按时参加。`, now)

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

/** Told to somebody whose participation waits for nobody any more; why it was not agreed to, only where the words may be read. */
export const decidedNotice = (
  participation: Participation,
  session: About,
  key: string,
  { isReasonPublic, now }: { isReasonPublic: boolean; now: number },
): Notice => {
  const { decision, personId } = participation
  return decision?.isConfirmed
    ? sessionNotice(session, key, personId, '签到已确认', `${titleOf(session)}的签到已经确认。`, now)
    : sessionNotice(
        session,
        key,
        personId,
        '签到没有确认',
        `${titleOf(session)}的签到没有确认。${isReasonPublic ? `原因：${decision?.reason ?? ''}` : '原因通过内容检测后再告诉您。'}`,
        now,
      )
}

/** Told once the words of somebody who is no staff have passed the content check. */
export const decidedReasonNotice = (participation: Participation, key: string, now: number): Notice => {
  const { sessionId: _id, communityId, title, startsAt, personId, decision } = participation
  const session = { _id, communityId, title, startsAt }
  const text = `${titleOf(session)}的签到没有确认，原因：${decision?.reason ?? ''}`
  return sessionNotice(session, key, personId, '签到没有确认的原因', text, now)
}

/** Why an account took fewer points than were earned. */
export type Shortfall = { readonly halfPoints: number; readonly why: 'ACCOUNT_SUSPENDED' | 'BALANCE_FULL' }
const shortfallWords: Record<Shortfall['why'], (points: string) => string> = {
  ACCOUNT_SUSPENDED: (points) => `积分账户暂停中，${points} 分没有记，时长照记`,
  BALANCE_FULL: (points) => `账户里的积分到上限了，${points} 分没有记，时长照记`,
}

/** Told of the points somebody and their family got, and of those that an account did not take. */
export const awardedNotice = (
  { personId, communityId, title, awarded }: Participation,
  shortfall: Shortfall | null,
  key: string,
  now: number,
): Notice => {
  const { person = 0, family = 0 } = awarded ?? {}
  const parts = [
    person > 0 ? `您得 ${pointsText(person)} 分` : '',
    family > 0 ? `家庭账户得 ${pointsText(family)} 分` : '',
    shortfall ? shortfallWords[shortfall.why](pointsText(shortfall.halfPoints)) : '',
  ]
  return {
    _id: key,
    communityId,
    recipientId: personId,
    title: person + family > 0 ? '积分到账' : '这一场没有得分',
    text: `参加“${title}”，${parts.filter(Boolean).join('，')}。`,
    subject: { kind: 'points', id: personId },
    createdAt: toInstant(now),
    isRead: false,
  }
}

/** Told to whoever comes to lead, and to whoever no longer does: of one session, or of an activity with all that lies ahead. */
export const leaderNotice = (
  led: Activity | Session,
  key: string,
  { recipientId, leaderName }: { recipientId: string; leaderName: string },
  now: number,
): Notice => {
  const isSession = 'activityId' in led
  const what = isSession ? titleOf(led) : `“${led.title}”今后的场次`
  const isLeader = recipientId === led.leaderId
  return {
    _id: key,
    communityId: led.communityId,
    recipientId,
    title: isLeader ? '请您带队' : '带队人换了',
    text: isLeader
      ? `${what}由您带队了。签到时在场次里点“带队屏幕”，出示签到码。`
      : `${what}改由${leaderName}带队，您不用再负责签到和确认。`,
    subject: { kind: isSession ? 'session' : 'activity', id: led._id },
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
    `${titleOf(session)}取消了。${session.isReasonPublic ? `原因：${session.cancelledFor ?? ''}` : '原因通过内容检测后，在活动详情里看得到。'}`,
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
