import { setting, type Setting, type ValuesOf } from '../settings/setting'

const group = '积分兑换'

/** Every number about redeeming that a community may set, in the order of its page. */
export const redeemSettings = {
  holdDays: setting(
    group,
    '预留多久',
    'days',
    [7, 1, 30],
    '兑换后多少天之内来领，过了就退回积分；已经兑换的按兑换时的算。',
  ),
  codeMinutes: setting(
    group,
    '领取码多久有效',
    'minutes',
    [15, 5, 60],
    '领取码出示以后多少分钟之内有效；已经出示的按出示时的算。',
  ),
} satisfies Record<string, Setting>

export type RedeemSettings = ValuesOf<typeof redeemSettings>
