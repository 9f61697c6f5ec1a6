import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, day, id, instant, words } from '../../kernel/shapes'
import { centreView, codeRefusals, handout, redemptionRow, redemptionState } from './shapes'

const staff = ['clerk', 'administrator'] as const
const code = words(80, '领取码')

/** What is done at the counter of a centre (服务台): look at a code, hand over, look back on the day, mend. */
export const counterSide = {
  listMyCentres: query({
    summary: '我值守的服务中心；管理员和社区工作者看到全部',
    roles: [...staff, 'communityWorker'],
    input: z.strictObject({}),
    output: z.object({
      centres: z.array(centreView.extend({ clerkIds: z.array(id), mayManage: z.boolean(), mayHandOut: z.boolean() })),
      /** Whom an administrator can name; nobody for a clerk. */
      clerks: z.array(z.object({ personId: id, name: z.string() })),
      now: instant,
    }),
  }),
  setCentre: command({
    summary: '登记或修改一个服务中心：地点、开放时间、谁值守',
    roles: ['administrator'],
    input: z.strictObject({
      /** Left out for a new one. */
      id: id.optional(),
      name: words(40, '名称'),
      place: words(80, '地点'),
      phone: words(30, '电话').nullable(),
      hours: centreView.shape.hours,
      clerkIds: z.array(id).max(50, '人数太多'),
    }),
    output: centreView,
    refusals: { CLERK_UNFIT: '值守的人必须是在任的服务中心人员' },
  }),
  findRedemption: command({
    summary: '扫码或输入八位码，看要发放什么；先不发放',
    roles: ['clerk'],
    input: z.strictObject({ code }),
    output: handout,
    refusals: codeRefusals,
  }),
  captureRedemption: command({
    summary: '确认发放：预扣的积分核销，码作废',
    roles: ['clerk'],
    input: z.strictObject({ code }),
    output: handout.extend({ capturedAt: instant }),
    refusals: codeRefusals,
  }),
  listHandouts: query({
    summary: '某天发放了什么，合计多少件、多少积分',
    roles: staff,
    input: z.strictObject({ centreId: id, day, cursor }),
    output: z.object({
      centreName: z.string(),
      handouts: z.array(
        handout.omit({ photoUrl: true }).extend({
          state: redemptionState,
          capturedAt: instant,
          clerkName: z.string(),
          /** Why it was taken back; null while it was not. */
          returnedFor: z.string().nullable(),
          canReturn: z.boolean(),
        }),
      ),
      /** Over the whole day, what was taken back not counted. */
      totals: z.array(z.object({ rewardName: z.string(), count: z.int(), halfPoints: z.int() })),
      next: cursor,
      now: instant,
    }),
  }),
  returnRedemption: command({
    summary: '更正一次发放，要写明原因：积分退回；物品拿回来的，库存加回',
    roles: staff,
    input: z.strictObject({ id, reason: words(200, '原因'), isBack: z.boolean({ error: '请说明物品有没有拿回来' }) }),
    output: redemptionRow,
    refusals: {
      REDEMPTION_NOT_CAPTURED: '只有已发放的兑换才能更正',
      REDEMPTION_ALREADY_RETURNED: '这次发放已经更正过了',
      TRANSFER_TOO_OLD: '已超过可以更正的期限',
      TRANSFER_NOT_REVERSIBLE: '对方已注销账号，积分不能退回',
      OWN_REDEMPTION: codeRefusals.OWN_REDEMPTION,
    },
  }),
  listCodeRefusals: query({
    summary: '被拒绝的领取码：什么时候、谁核对的、为什么',
    roles: staff,
    input: z.strictObject({ cursor }),
    output: z.object({
      refusals: z.array(z.object({ id, at: instant, clerkName: z.string(), why: z.string() })),
      next: cursor,
      now: instant,
    }),
  }),
}
