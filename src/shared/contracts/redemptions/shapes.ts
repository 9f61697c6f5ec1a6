import * as z from 'zod'
import { day, fileId, id, instant } from '../../kernel/shapes'

/** Whose points pay: one's own, or those of the family account (家庭账户). */
export const payer = z.enum(['person', 'family'], { error: '请选择用哪个账户兑换' })

/**
 * held: set aside, to be fetched · captured: handed over · released: cancelled or not fetched in time · returned: handed over and taken
 * back (冲正).
 */
export const redemptionState = z.enum(['held', 'captured', 'released', 'returned'])

/** How many of a reward one person may have, in a calendar month or ever. */
export const rewardLimit = z.strictObject({
  count: z.int('限量必须是整数').min(1, '限量至少 1 份').max(1000, '限量太大'),
  per: z.enum(['month', 'ever'], { error: '请选择按月还是总共' }),
})

const clock = z.string({ error: '时间必须是文字' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间格式不正确，例如 08:30')

/** When a centre is open; weekdays from 0 for Sunday to 6. */
export const openingHours = z
  .strictObject({
    weekdays: z
      .array(z.int('星期不正确').min(0, '星期不正确').max(6, '星期不正确'))
      .min(1, '至少开放一天')
      .max(7, '星期重复了')
      .refine((days) => new Set(days).size === days.length, '星期重复了'),
    opens: clock,
    closes: clock,
  })
  .refine(({ opens, closes }) => opens < closes, '关门时间要晚于开门时间')

export const centreView = z.object({
  id,
  name: z.string(),
  place: z.string(),
  phone: z.string().nullable(),
  hours: openingHours,
  /** Whether it is open just now. */
  isOpen: z.boolean(),
})

/** A reward (兑换品) as members choose it. */
export const rewardRow = z.object({
  id,
  name: z.string(),
  /** In half points. */
  price: z.int(),
  /** How many can still be had; those set aside for others are not among them. */
  stock: z.int(),
  limit: rewardLimit.nullable(),
  photoUrl: z.string().nullable(),
  centreName: z.string(),
})

/** Points that end before what was set aside would be released, so that cancelling would not bring them back. */
export const endingLots = z.array(z.object({ expiresOn: day, halfPoints: z.int() }))

export const redemptionRow = z.object({
  id,
  rewardName: z.string(),
  halfPoints: z.int(),
  payer,
  state: redemptionState,
  /** Why it was released; null while it was not. */
  releasedFor: z.enum(['cancelled', 'expired']).nullable(),
  centreName: z.string(),
  heldAt: instant,
  /** Until when it has to be fetched. */
  endsAt: instant,
  /** When it was handed over; null before. */
  capturedAt: instant.nullable(),
})

/** What somebody hands over, and only as much about whom as telling two people in the queue apart takes. */
export const handout = z.object({
  id,
  rewardName: z.string(),
  halfPoints: z.int(),
  photoUrl: z.string().nullable(),
  maskedName: z.string(),
  payer,
  heldAt: instant,
})

/** A reward as those who manage it see it. */
export const managedReward = z.object({
  id,
  centreId: id,
  name: z.string(),
  words: z.string(),
  price: z.int(),
  stock: z.int(),
  /** Set aside and still on the shelf. */
  held: z.int(),
  limit: rewardLimit.nullable(),
  isOffered: z.boolean(),
  /** Whether less than a tenth is left. */
  isLow: z.boolean(),
  photos: z.array(z.object({ id: fileId, url: z.string() })),
})

/** Sentences about a code, shared by looking it up and by handing over. */
export const codeRefusals = {
  CODE_UNKNOWN: '没有这个领取码，请核对后再输一次',
  CODE_OF_OTHER_CENTRE: '这个码要到另一个服务中心领取，请对方看看兑换页上的地点',
  CODE_REPLACED: '这个码已经换了新的，请对方重新出示',
  CODE_EXPIRED: '这个码已过期，请对方重新出示一次',
  CODE_TRIED_TOO_OFTEN: '一分钟内输错太多次了，请过一分钟再试，或改用扫码',
  REDEMPTION_ALREADY_CAPTURED: '这份兑换品已经发放过了，不能再发',
  REDEMPTION_ENDED: '这次兑换已取消或已过领取期限，积分已退回，不能领取',
  OWN_REDEMPTION: '不能给自己或自家发放，请由另一位工作人员办理',
} as const
