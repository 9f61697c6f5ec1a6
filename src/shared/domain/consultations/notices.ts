import { toInstant, wallClock } from '../../kernel/time'
import { recipientGroups, type Announcement } from '../notices/announcement'
import type { Notice } from '../notices/notice'
import type { Consultation, Meeting } from './records'

type About = Pick<Consultation, '_id' | 'communityId' | 'title'>

const subjectOf = ({ _id }: About) => ({ kind: 'consultation', id: _id }) as const

/** Told to one person about a topic. */
export const topicNotice = (
  about: About,
  key: string,
  recipientId: string,
  said: { title: string; text: string },
  now: number,
): Notice => ({
  _id: key,
  communityId: about.communityId,
  recipientId,
  ...said,
  subject: subjectOf(about),
  createdAt: toInstant(now),
  isRead: false,
})

/** Told to everybody who took part, so many a message. */
export const topicAnnouncements = (
  about: About,
  key: string,
  recipientIds: readonly string[],
  said: { title: string; text: string },
  now: number,
): Announcement[] =>
  recipientGroups(recipientIds).map((group, at) => ({
    _id: `${key}-${at}-`,
    communityId: about.communityId,
    recipientIds: group,
    ...said,
    subject: subjectOf(about),
    createdAt: toInstant(now),
  }))

const called = ({ title }: About): string => `“${title}”`

export const declinedSaid = (about: About, reason: string) => ({
  title: '议题没有通过初审',
  text: `您提的${called(about)}没有通过初审。原因：${reason}`,
})
export const acceptedSaid = (about: About) => ({
  title: '议题通过初审',
  text: `您提的${called(about)}通过了初审，接下来安排会议。`,
})
export const joinedSaid = (about: About, into: About) => ({
  title: '议题并入相似议题',
  text: `${called(about)}并入了${called(into)}，那边的进展会通知您。`,
})
export const meetingSaid = (about: About, { startsAt, place }: Meeting) => ({
  title: '议事会通知',
  text: `${called(about)}定于 ${wallClock(startsAt).format('M 月 D 日 HH:mm')} 在${place}开会，欢迎参加。`,
})
export const meetingOffSaid = (about: About, { startsAt, cancelledFor }: Meeting) => ({
  title: '议事会取消',
  text: `${called(about)}原定 ${wallClock(startsAt).format('M 月 D 日 HH:mm')} 的会取消了。原因：${cancelledFor ?? ''}`,
})
export const resolvedSaid = (about: About) => ({
  title: '议题有了决议',
  text: `${called(about)}形成了决议，点开看看。`,
})
export const goneBackSaid = (about: About, reason: string) => ({
  title: '议题退回重议',
  text: `${called(about)}退回重新商议。原因：${reason}`,
})
export const grownSaid = (about: About) => ({
  title: '议题立成了项目',
  text: `${called(about)}的决议立成了项目，预算、公示和施工都能在项目里看到。`,
})
export const ownerSaid = (about: About, dueOn: string) => ({
  title: '请您负责一项决议',
  text: `${called(about)}的决议由您负责，${wallClock(dueOn).format('YYYY 年 M 月 D 日')}前完成。`,
})
export const overdueSaid = (about: About) => ({
  title: '决议到期了',
  text: `${called(about)}的决议已过完成日期，请办结后回告大家，或说明情况。`,
})
export const reportedSaid = (about: About) => ({
  title: '议题有结果了',
  text: `您参与的${called(about)}办完了，结果已回告，点开看看。`,
})
