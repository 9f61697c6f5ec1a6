import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { daysBetween } from '../../kernel/time'
import { cursor, day, id, instant, point, words } from '../../kernel/shapes'
import { child, minutes, participationView, sessionRow, sessionView, standing, theme, themeName, who } from './shapes'

const signedUp = z.object({ id, standing, ahead: z.int() })
const cancelledAlready = { SESSION_CANCELLED: '这一场已经取消了' } as const

/** How people take part: they look, sign up (报名), and check in (签到) and out. */
export const attending = {
  listSessions: query({
    summary: '活动场次，从某天起由近到远；可以按主题看',
    roles: ['signedIn'],
    input: z.strictObject({ from: day.optional(), to: day.optional(), theme: theme.optional(), cursor }),
    output: z.object({ sessions: z.array(sessionRow), now: instant, next: cursor }),
  }),
  countSessions: query({
    summary: '日历：每天有几场，最多六周',
    roles: ['signedIn'],
    input: z
      .strictObject({ from: day, to: day })
      .refine(({ from, to }) => from <= to && daysBetween(from, to) < 42, '最多看六周'),
    output: z.object({ days: z.array(z.object({ day, sessions: z.int(), mine: z.int() })) }),
  }),
  getSession: query({
    summary: '一场活动：时间地点、名额、自己的报名',
    roles: ['signedIn'],
    input: z.strictObject({ id }),
    output: sessionView,
  }),
  listMySignups: query({
    summary: '我报名的场次：将要参加的由近到远，过去的由近到远',
    roles: ['resident'],
    input: z.strictObject({ when: z.enum(['ahead', 'past'], { error: '请选择将来或过去' }).default('ahead'), cursor }),
    output: z.object({
      signups: z.array(
        z.object({
          session: sessionRow,
          standing,
          ahead: z.int(),
          participation: participationView.nullable(),
        }),
      ),
      now: instant,
      next: cursor,
    }),
  }),
  getMyHours: query({
    summary: '我的服务时长：计分时长和荣誉时长，按主题',
    roles: ['resident'],
    input: z.strictObject({}),
    output: z.object({
      times: z.int(),
      counted: minutes,
      honour: minutes,
      hours: z.array(themeName.extend({ counted: minutes, honour: minutes })),
    }),
  }),
  signUp: command({
    summary: '报名一场活动，可以带孩子；满了排候补，空出来自动递补并通知',
    roles: ['resident'],
    input: z.strictObject({
      id,
      who: who.default('self'),
      children: z.array(child).max(3, '最多带 3 个孩子').default([]),
      /** The guardian's separate consent to keep the children's first names and age groups for this session. */
      hasConsented: z.boolean({ error: '请确认是否同意' }).default(false),
    }),
    output: signedUp,
    refusals: {
      ...cancelledAlready,
      SESSION_BEGUN: '已经开始，不能再报名',
      SIGNUP_OVERLAPS: '与您报名的另一场时间冲突',
      WAITING_LIST_FULL: '候补也满了，请看看别的场次',
      SEATS_TOO_FEW: '这一场一共没有这么多名额，请少带孩子或换一场',
      GUARDIAN_NEEDED: '14 岁以下的孩子要有监护人一起来',
      CHILD_MISSING: '请填写孩子的名字和年龄段',
      CHILD_TWICE: '这个孩子已经报过名了，不能报两次',
      CONSENT_MISSING: '带孩子参加，要监护人单独同意',
      HOUSEHOLD_MISSING: '带孩子参加的积分记在家庭账户，请先绑定住房',
    },
  }),
  cancelSignup: command({
    summary: '取消报名，写明原因；候补的人自动递补',
    roles: ['resident'],
    input: z.strictObject({ id, reason: words(100, '原因') }),
    output: z.object({ id }),
    refusals: {
      NOT_SIGNED_UP: '您没有报名这一场',
      SESSION_BEGUN: '已经开始，不能取消报名',
      ALREADY_CHECKED_IN: '您已经签到，不能再取消报名；要先走请签退',
    },
  }),
  checkIn: command({
    summary: '签到：扫带队人屏幕上的码或输入六位数字，并核对位置',
    roles: ['resident'],
    input: z.strictObject({
      id,
      /** Six digits, or what the picture says; null where there is none, for somebody else to agree to later. */
      code: z
        .string({ error: '请输入签到码' })
        .max(200, '签到码不正确')
        .regex(/^(?:\d{6}|session:[A-Za-z0-9_-]{1,80}:\d{6})$/, '签到码是六位数字')
        .nullable(),
      /** null where the position was not granted or not found. */
      position: z
        .strictObject({
          point,
          accuracyMeters: z
            .number({ error: '定位精度必须是数字' })
            .min(0, '定位精度不正确')
            .max(100_000, '定位精度不正确'),
        })
        .nullable(),
      /** When it was scanned, by the telephone's clock; counts only for what was kept without a network. */
      scannedAt: instant,
      who: who.default('self'),
    }),
    output: participationView,
    refusals: {
      ...cancelledAlready,
      SESSION_SETTLED: '这一场已经结算，不能再改',
      NOT_SIGNED_UP: '您没有报名这一场',
      STILL_WAITING: '您还在候补，轮到您时才能签到',
      GUARDIAN_NEEDED: '14 岁以下的孩子要有监护人一起来',
      CHECK_IN_NOT_NOW: '现在不在这一场的签到时间里',
      CHECK_IN_TOO_LATE: '结束已经超过一天，不能再补签',
      CHECKED_IN_ELSEWHERE: '您在另一场还没有签退',
      TOO_FAR: '您离活动地点太远，请到现场再签到',
      TRIED_TOO_OFTEN: '一分钟内最多试 5 次，请稍等再试',
      CODE_EXPIRED: '这个码已经过期，请扫屏幕上现在的码',
      CODE_FOREIGN: '这是另一场活动的码，请扫这一场的码',
      CODE_WRONG: '签到码不对，请看屏幕上现在的六位数字',
    },
  }),
  checkOut: command({
    summary: '签退；忘了签退的，最多算到计划的结束时间',
    roles: ['resident'],
    input: z.strictObject({ id, at: instant }),
    output: participationView,
    refusals: { ...cancelledAlready, NOT_CHECKED_IN: '您还没有签到' },
  }),
}
