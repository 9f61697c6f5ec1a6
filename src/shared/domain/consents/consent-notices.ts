import { toInstant, wallClock } from '../../kernel/time'
import { recipientGroups, type Announcement } from '../notices/announcement'
import type { Notice } from '../notices/notice'
import type { Consent } from './consent'

type About = Pick<Consent, '_id' | 'communityId' | 'title' | 'closesAt' | 'closedEarly'>

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
  recipientGroups(recipientIds).map((group, at) => ({
    _id: `${key}:${id}:${at}:`,
    communityId,
    recipientIds: group,
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

/**
 * Told a day before the end. To all owners alike, whether they have answered or not, so that a notice on a screen says nothing about
 * them; and to the contacts.
 */
export const endingAnnouncements = (
  consent: About,
  { owners, contacts }: { owners: readonly string[]; contacts: readonly string[] },
  now: number,
): Announcement[] => [
  ...announced(
    consent,
    'ending',
    owners,
    {
      title: '征询快截止了',
      text: `“${consent.title}”${untilWords(consent)} 截止。还没表达意见的可以表达，表达过的可以改；不表达也没有关系。`,
    },
    now,
  ),
  ...announced(
    consent,
    'ending-contact',
    contacts,
    {
      title: '征询快截止了',
      text: `“${consent.title}”${untilWords(consent)} 截止。请看看“我联系的住户”里还有没有没联系上的；签不签由业主自己定。`,
    },
    now,
  ),
]

/** That it ended before its time, by whom and why; nothing of one that did not. */
const earlyWords = (consent: About): string =>
  consent.closedEarly
    ? `原定 ${untilWords(consent)} 截止，由${consent.closedEarly.name}提前截止：${consent.closedEarly.reason}`
    : ''

/** Told to all owners who were asked, whatever they said, and to the contacts. */
export const publishedAnnouncements = (consent: About, recipientIds: readonly string[], now: number): Announcement[] =>
  announced(
    consent,
    'published',
    recipientIds,
    {
      title: '征询结果公布了',
      text: `“${consent.title}”的总数、各楼的数和签名的根已经公布，是从原始记录逐条复核出来的。哪一户怎么签不公开。${earlyWords(consent)}`,
    },
    now,
  )

/**
 * Told to the owners of a household when a paper is entered for its door, so that none is entered without them. What it says is not told
 * on a screen: it is read with the consent.
 */
export const paperNotice = (
  { _id: id, communityId, title }: About,
  { key, recipientId, now }: { key: string; recipientId: string; now: number },
): Notice => ({
  _id: `paper:${key}:${recipientId}`,
  communityId,
  recipientId,
  title: '您家有纸质签字录入',
  text: `“${title}”里，联系人为您家录入了一份纸质签字。请打开看看；如果不是您家签的，截止前可以改，也请告诉社区。`,
  subject: { kind: 'consent', id },
  createdAt: toInstant(now),
  isRead: false,
})

/** Told to whoever keeps in touch with further households from now on. */
export const reassignedNotice = (
  { _id: id, communityId, title }: About,
  { key, recipientId, count, now }: { key: string; recipientId: string; count: number; now: number },
): Notice => ({
  _id: `reassigned:${key}:${recipientId}`,
  communityId,
  recipientId,
  title: '又有住户请您联系',
  text: `“${title}”里又有 ${count} 户请您联系，都在“我联系的住户”里。`,
  subject: { kind: 'consent', id },
  createdAt: toInstant(now),
  isRead: false,
})

/** Told to whoever asked, a day before the end, when three days have brought next to nothing (预警). */
export const standstillNotice = (
  consent: About,
  { gained, households, left }: { gained: number; households: number; left: number },
  recipientId: string,
  now: number,
): Notice => ({
  _id: `standstill:${consent._id}`,
  communityId: consent.communityId,
  recipientId,
  title: '征询三天里几乎没有进展',
  text: `“${consent.title}”${untilWords(consent)} 截止，最近三天只多了 ${gained} 户同意，不到 ${households} 户的 1%；还有 ${left} 户没有意见。`,
  subject: { kind: 'consent', id: consent._id },
  createdAt: toInstant(now),
  isRead: false,
})

/** Told to whoever asked, once, when the raw log does not hold and so nothing is signed. */
export const uncountedNotice = (consent: About, recipientId: string, now: number): Notice => ({
  ...countedNotice(consent, recipientId, now),
  _id: `uncounted:${consent._id}`,
  title: '征询复核没有通过',
  text: `“${consent.title}”的原始记录和冻结时的户册对不上，可能被改动过，结果不能公布。请联系系统维护人员查明，系统每小时再复核一次。`,
})

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
