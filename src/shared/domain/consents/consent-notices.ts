import { toInstant, wallClock } from '../../kernel/time'
import type { Announcement } from '../notices/announcement'
import type { Notice } from '../notices/notice'
import type { Consent } from './consent'

/** So many a message, so that no document grows without bound. */
const recipientsMax = 2000

type About = Pick<Consent, '_id' | 'communityId' | 'title' | 'closesAt'>

/** Midnight is 24:00 of the day before to whoever reads it. */
const untilWords = ({ closesAt }: About): string => {
  const end = wallClock(closesAt)
  return end.format('HH:mm') === '00:00'
    ? `${end.subtract(1, 'day').format('M 月 D 日')} 24:00`
    : end.format('M 月 D 日 HH:mm')
}

const announced = (
  { _id: id, communityId }: About,
  key: string,
  recipientIds: readonly string[],
  words: Pick<Announcement, 'title' | 'text'>,
  now: number,
): Announcement[] =>
  Array.from({ length: Math.ceil(recipientIds.length / recipientsMax) }, (_, at) => ({
    _id: `${key}:${id}:${at}:`,
    communityId,
    recipientIds: recipientIds.slice(at * recipientsMax, (at + 1) * recipientsMax),
    ...words,
    subject: { kind: 'consent', id },
    createdAt: toInstant(now),
  }))

/** Told when answers begin: owners that their household is asked, and contacts that they have doors to walk. Neither word presses anybody. */
export const openedAnnouncements = (
  consent: About,
  { owners, contacts }: { owners: readonly string[]; contacts: readonly string[] },
  now: number,
): Announcement[] => [
  ...announced(
    consent,
    'asked',
    owners,
    {
      title: '请您家表达意见',
      text: `“${consent.title}”开始征询，${untilWords(consent)} 截止。同意、不同意、弃权都可以，截止前能改。`,
    },
    now,
  ),
  ...announced(
    consent,
    'contact',
    contacts,
    {
      title: '有住户请您联系',
      text: `“${consent.title}”开始征询，分给您的住户在“签字征询”里。说明情况、听取意见，签不签由业主自己定。`,
    },
    now,
  ),
]

/** Told to whoever asked, once it has been counted. */
export const countedNotice = (consent: About, recipientId: string, now: number): Notice => ({
  _id: `counted:${consent._id}`,
  communityId: consent.communityId,
  recipientId,
  title: '征询已复核',
  text: `“${consent.title}”已从原始记录逐条复核，可以公布结果了。`,
  subject: { kind: 'consent', id: consent._id },
  createdAt: toInstant(now),
  isRead: false,
})
