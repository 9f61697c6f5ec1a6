import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { cursor, day, id, instant, words } from '../kernel/shapes'

/** person: one's own account · family (家庭账户): what children earn with a guardian, for the household. */
const accountKind = z.enum(['person', 'family'], { error: '没有这种账户' })
const transferKind = z.enum(['award', 'hold', 'capture', 'release', 'reverse', 'expire', 'adjust'])
/** Half points (半分): 3 are shown as 1.5. */
const halfPoints = z.int()

const accountView = z.object({
  kind: accountKind,
  available: halfPoints,
  held: halfPoints,
  /** What comes off the next awards. */
  owed: halfPoints,
  /** The last days of what is free, the next first; of equal days one. */
  lots: z.array(z.object({ expiresOn: day, halfPoints })),
  isSuspended: z.boolean(),
})

const entryView = z.object({
  id,
  kind: transferKind,
  title: z.string(),
  reason: z.string().nullable(),
  at: instant,
  /** What the member has more (or, negative, less) to spend by it. */
  change: halfPoints,
  /** What is set aside by it, or no longer. */
  heldChange: halfPoints,
  owedChange: halfPoints,
  /** What there was after it. */
  available: halfPoints,
  held: halfPoints,
  /** The last days of the points it moved. */
  lots: z.array(z.object({ expiresOn: day, halfPoints })),
})

const bankRoles = ['communityWorker', 'administrator'] as const
const reason = words(200, '原因')
/** Whose account staff mean: the person or the household. */
const member = { kind: accountKind, ownerId: id }

const postRefusals = {
  AMOUNT_INVALID: '积分必须是 0.5 的整数倍，且不能为零',
  AMOUNT_TOO_LARGE: '更正的积分太多，比一个账户最多能有的还多，请核对数字',
  BALANCE_FULL: '加上这一笔余额就超过上限了，请少加一些',
  POINTS_TOO_FEW: '可用积分不够',
} as const

/** The love bank (爱心银行): what members have, and why. */
export const lovebank = {
  getMyAccount: query({
    summary: '我的积分：可用、预扣、欠扣，和各批积分哪天到期；家庭账户一并列出',
    roles: ['resident'],
    input: z.strictObject({}),
    output: z.object({
      /** The own account always, also while it is empty; the family's once it has earned. */
      accounts: z.array(accountView),
    }),
  }),
  listStatement: query({
    summary: '积分明细，从新到旧，每笔都有余额',
    roles: ['resident'],
    input: z.strictObject({ kind: accountKind, cursor }),
    output: z.object({ entries: z.array(entryView), next: cursor }),
  }),
  getMember: query({
    summary: '工作人员查看一个账户：余额和到期日',
    roles: bankRoles,
    input: z.strictObject(member),
    output: z.object({
      name: z.string(),
      account: accountView,
      /** The household whose family account stands beside a person's own; null without one. */
      familyId: id.nullable(),
    }),
  }),
  listMemberStatement: query({
    summary: '工作人员逐笔核对一个账户',
    roles: bankRoles,
    input: z.strictObject({ ...member, cursor }),
    output: z.object({ entries: z.array(entryView.extend({ isReversible: z.boolean() })), next: cursor }),
  }),
  getBooks: query({
    summary: '积分总账：每晚逐笔核对的结果，和近 30 天每天发放、兑换、到期多少',
    roles: bankRoles,
    input: z.strictObject({}),
    output: z.object({
      /** The last night's look through the whole ledger; null before the first. */
      last: z
        .object({
          day,
          state: z.enum(['running', 'sound', 'broken']),
          accounts: z.int(),
          transfers: z.int(),
          /** Half points since the beginning, what was taken back already taken off: issued + adjusted − captured − expired = outstanding. */
          issued: halfPoints,
          adjusted: halfPoints,
          captured: halfPoints,
          expired: halfPoints,
          outstanding: halfPoints,
          /** The digest of the whole ledger as it was then. */
          head: z.string(),
          problem: z.string().nullable(),
          at: instant,
        })
        .nullable(),
      /** What came and went from one night to the next, newest first. */
      days: z.array(
        z.object({
          day,
          issued: halfPoints,
          adjusted: halfPoints,
          captured: halfPoints,
          expired: halfPoints,
          outstanding: halfPoints,
        }),
      ),
    }),
  }),
  adjustPoints: command({
    summary: '更正积分，要写明原因；本人会收到通知',
    roles: ['administrator'],
    input: z.strictObject({
      ...member,
      halfPoints: z
        .number({ error: '积分必须是数字' })
        .int('积分必须是 0.5 的整数倍')
        .min(-1_000_000_000, '积分超出范围')
        .max(1_000_000_000, '积分超出范围'),
      reason,
    }),
    output: z.object({ account: accountView }),
    refusals: { ...postRefusals, OWN_ACCOUNT: '不能更正自己或自家的积分，请由另一位管理员办理' },
  }),
  reverseTransfer: command({
    summary: '冲正一笔积分，要写明原因；可用积分不够的部分记为欠扣',
    roles: bankRoles,
    input: z.strictObject({ id, reason }),
    output: z.object({ account: accountView }),
    refusals: {
      TRANSFER_NOT_REVERSIBLE: '这一笔不能冲正',
      TRANSFER_OF_REDEMPTION: '这一笔是兑换，请在“发放记录”里更正，积分和库存会一起退',
      TRANSFER_TOO_OLD: '已超过可以冲正的期限',
      TRANSFER_ALREADY_REVERSED: '这一笔已经冲正过了',
      OWN_ACCOUNT: '不能冲正自己或自家的积分，请由另一位工作人员办理',
    },
  }),
  setSuspension: command({
    summary: '暂停或恢复一个账户；暂停期间不能得分也不能兑换，暂停前兑换好的仍可领取',
    roles: ['administrator'],
    input: z.strictObject({ ...member, isSuspended: z.boolean({ error: '请选择暂停或恢复' }), reason }),
    output: z.object({ account: accountView }),
    refusals: { OWN_ACCOUNT: '不能暂停或恢复自己或自家的账户，请由另一位管理员办理' },
  }),
}
