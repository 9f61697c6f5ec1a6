import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant } from '../../kernel/shapes'
import { centreView, endingLots, payer, redemptionRow, rewardLimit, rewardRow } from './shapes'

const ended = { REDEMPTION_NOT_HELD: '这次兑换已经领取或已经结束，不能再操作' } as const

/** What members do: choose, set aside, fetch. */
export const memberSide = {
  listCentres: query({
    summary: '服务中心的地点、电话和开放时间',
    roles: ['resident'],
    input: z.strictObject({}),
    output: z.object({ centres: z.array(centreView), now: instant }),
  }),
  listRewards: query({
    summary: '可以兑换的物品：图片、所需积分、还剩多少',
    roles: ['resident'],
    input: z.strictObject({ centreId: id.optional(), cursor }),
    output: z.object({ rewards: z.array(rewardRow), next: cursor, now: instant }),
  }),
  getReward: query({
    summary: '一件兑换品，以及我的账户够不够、会不会有积分在领取期内到期',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: z.object({
      id,
      name: z.string(),
      words: z.string(),
      price: z.int(),
      stock: z.int(),
      limit: rewardLimit.nullable(),
      /** How many the caller may still have; null without a limit. */
      limitLeft: z.int().nullable(),
      photos: z.array(z.object({ url: z.string() })),
      centre: centreView,
      /** Until when it would have to be fetched, were it set aside now. */
      endsAt: instant,
      accounts: z.array(
        z.object({
          payer,
          available: z.int(),
          isEnough: z.boolean(),
          isSuspended: z.boolean(),
          /** What would not come back on the last day. */
          ending: endingLots,
        }),
      ),
      now: instant,
    }),
  }),
  redeemReward: command({
    summary: '兑换一件物品：积分先预扣，在期限内到服务中心领取',
    roles: ['resident'],
    input: z.strictObject({
      id,
      payer,
      /** What the caller read that it costs. */
      price: z.int('积分必须是 0.5 的整数倍').min(1, '积分不正确').max(1_000_000_000, '积分不正确'),
    }),
    output: redemptionRow,
    refusals: {
      REWARD_SOLD_OUT: '已兑完',
      REWARD_CROWDED: '正在兑换的人太多，还没有轮到您，请再试一次',
      REWARD_NOT_OFFERED: '这件兑换品已下架',
      REWARD_PRICE_CHANGED: '所需积分有变动，请刷新看看再兑换',
      REWARD_LIMIT_REACHED: '您能兑换的份数已经兑完了',
      POINTS_TOO_FEW: '可用积分不够',
      ACCOUNT_SUSPENDED: '这个积分账户暂停中，不能兑换',
      ACCOUNT_NONE: '您还没有绑定住户，没有家庭账户',
    },
  }),
  listMyRedemptions: query({
    summary: '我和我家的兑换，从新到旧',
    roles: ['resident'],
    input: z.strictObject({ cursor }),
    output: z.object({ redemptions: z.array(redemptionRow), next: cursor, now: instant }),
  }),
  getRedemption: query({
    summary: '一次兑换：状态、领取地点和期限',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: redemptionRow.extend({
      photoUrl: z.string().nullable(),
      centre: centreView,
      /** What cancelling now would not bring back later than its own last day. */
      ending: endingLots,
      now: instant,
    }),
  }),
  showCode: command({
    summary: '出示领取码：二维码和八位码，只在短时间内有效；再出示一次就换新的',
    roles: ['resident'],
    isSecret: true,
    input: z.strictObject({ id }),
    output: z.object({
      /** What the picture says. */
      scan: z.string(),
      /** Eight letters and digits to type. */
      typed: z.string(),
      expiresAt: instant,
      now: instant,
    }),
    refusals: ended,
  }),
  cancelRedemption: command({
    summary: '取消一次还没领取的兑换，积分和库存一起退回',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: redemptionRow,
    refusals: ended,
  }),
}
