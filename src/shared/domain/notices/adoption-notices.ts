import { toInstant } from '../../kernel/time'
import type { Adoption } from '../issues/adoption-record'
import type { Notice } from './notice'

type About = 'begun' | 'renewed' | 'ending' | 'lapsed' | 'ended' | 'back'

const spoken = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}

const compact = (day: string): string => day.replaceAll('-', '')

const sentences: Record<About, (adoption: Adoption) => string> = {
  begun: ({ to }) => `这块地由您认养，到 ${spoken(to)}。做过养护，打开记一笔就行。谢谢您！`,
  renewed: ({ to }) => `认养已续到 ${spoken(to)}，辛苦您继续照看。`,
  ending: ({ to }) => `认养到 ${spoken(to)}期满。想继续的话，请联系社区续期。`,
  lapsed: ({ endReason }) => `${endReason}，这块地先交回社区照看。想继续认养，请联系社区。谢谢您这段时间的照看。`,
  ended: () => '这项认养已经终止，谢谢您这段时间的照看。',
  back: ({ endReason }) => `有一块认养的绿地交回社区（${endReason}），现在由您负责照看。`,
}

/**
 * What somebody is told of an adoption. The id follows from adoption, period and occasion, so that each is told once a period; null where there is
 * nobody to tell.
 */
export const adoptionNotice = (
  adoption: Adoption,
  about: About,
  recipientId: string | null,
  now: number,
): Notice | null =>
  recipientId === null
    ? null
    : {
        _id: `${adoption._id}:${compact(adoption.from)}-${compact(adoption.to)}:${about}-${adoption.state}`,
        communityId: adoption.communityId,
        recipientId,
        title: `绿地认养 · ${adoption.plot.name}`,
        text: sentences[about](adoption),
        subject: { kind: 'adoption', id: adoption._id },
        createdAt: toInstant(now),
        isRead: false,
      }
