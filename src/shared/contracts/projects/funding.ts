import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, day, fileId, id, instant, words } from '../../kernel/shapes'
import { fundedBuildingsMax } from '../../kernel/projects'
import { photoRefusals } from '../files'
import { cellProblems, sheetInput, sheetRefusals } from '../sheets'
import { desk, fen, paymentView, shareRule, shareSums, shareView } from './shapes'

const table = { projectId: id, ...sheetInput }
const shareSheetRefusals = { ...sheetRefusals, FUNDING_ALREADY_OPEN: '自筹已经开始缴款，分摊不能再改' } as const
const notOpen = { FUNDING_NOT_OPEN: '自筹还没有开始缴款' } as const
const noLonger = { FUNDING_TOO_LATE: '这个项目已经验收、决算或不做了，不再收款；已经收到的可以退款' } as const

const belowFinal = {
  BELOW_FINAL_ACCOUNT: '决算已经公布，这一笔会让实收的自筹少于决算用掉的钱，不能办理',
} as const

const fundingView = z.object({
  projectId: id,
  title: z.string(),
  state: z.enum(['draft', 'open']),
  rule: shareRule,
  totalFen: fen,
  treasurerName: z.string(),
  openedAt: instant.nullable(),
  remindedAt: instant.nullable(),
  households: z.int(),
})
/** What its treasurer sees beside: the sums of what households pay. */
const keptFunding = fundingView.extend({ sums: shareSums })

/** What one household bears and paid, whole (对账单). */
const statement = z.object({
  title: z.string(),
  /** The building, beside the door that stands in the share. */
  building: z.string(),
  rule: shareRule,
  totalFen: fen,
  base: z.object({ households: z.int(), areaHundredths: z.int() }),
  residue: z.string(),
  treasurerName: z.string(),
  share: shareView,
  standing: z.enum(['exempt', 'paid', 'due']),
  payments: z.array(paymentView),
  now: instant,
})

/** Self-funding (自筹): what each household bears, and what came in. */
export const funding = {
  setFunding: command({
    summary: '设定自筹：总额、分摊办法、哪些楼、由谁经办；缴款开始后只能换经办人',
    roles: desk,
    input: z.strictObject({
      projectId: id,
      rule: shareRule,
      totalFen: fen.min(1, '总额必须大于 0'),
      buildingIds: z
        .array(id)
        .min(1, '至少选一栋楼')
        .max(fundedBuildingsMax, `最多 ${fundedBuildingsMax} 栋楼`)
        .refine((ids) => new Set(ids).size === ids.length, '同一栋楼选了两次'),
      treasurerId: id,
    }),
    output: fundingView,
    refusals: {
      FUNDING_ALREADY_OPEN: shareSheetRefusals.FUNDING_ALREADY_OPEN,
      FUNDING_TOO_EARLY: '议事通过以后、验收以前才能设定自筹',
      BUILDING_UNKNOWN: '有的楼不在本社区，请重新选择',
      TREASURER_UNFIT: '经办人必须是本社区登记的人',
    },
  }),
  checkShares: query({
    summary: '导入前看一看：哪些格子不对，会改动多少户',
    roles: ['resident'],
    input: z.strictObject(table),
    output: z.object({
      problems: cellProblems,
      count: z.int(),
      changed: z.int(),
      sumFen: z.int(),
    }),
    refusals: shareSheetRefusals,
  }),
  importShares: command({
    summary: '导入各户面积、金额和免缴，重新计算分摊；有一格不对就一行也不导入',
    roles: ['resident'],
    input: z.strictObject(table),
    output: z.object({ count: z.int(), changed: z.int(), isChanged: z.boolean(), sumFen: z.int() }),
    refusals: {
      ...shareSheetRefusals,
      SHARE_ROWS_WRONG: '表里有填得不对的格子，一行也没有导入，请改好再上传',
    },
  }),
  openFunding: command({
    summary: '开始缴款：分摊从此固定，并告知各户',
    roles: ['resident'],
    input: z.strictObject({ projectId: id }),
    output: keptFunding,
    refusals: {
      FUNDING_ALREADY_OPEN: shareSheetRefusals.FUNDING_ALREADY_OPEN,
      ...noLonger,
      AREA_UNFIT: '有的户面积不大于 0，不能按面积分摊，请先导入各户面积',
      SHARES_DO_NOT_SUM: '各户分摊合计和总额不一致，请先导入各户金额',
      FUNDING_NOT_AS_BUDGETED: '自筹总额和预算里的居民自筹不一样，请社区先改成一样，再开始缴款',
    },
  }),
  getFunding: query({
    summary: '经办人看自筹：合计、各楼合计，缴款和回单是否相符',
    roles: ['resident'],
    input: z.strictObject({ projectId: id }),
    output: keptFunding.extend({
      residue: z.string(),
      buildings: z.array(shareSums.extend({ buildingId: id, name: z.string() })),
      /** The slips counted one by one, beside the sums kept with the shares. */
      slips: z.object({ count: z.int(), paidFen: z.int(), refundedFen: z.int(), isEqual: z.boolean() }),
      /** What the final account is to spend of it, for the treasurer to confirm; null while there is nothing to confirm. */
      spending: z.object({ fen: z.int(), isCovered: z.boolean(), isConfirmed: z.boolean() }).nullable(),
      now: instant,
    }),
  }),
  listShares: query({
    summary: '经办人看一栋楼各户的应缴、已缴',
    roles: ['resident'],
    input: z.strictObject({ projectId: id, buildingId: id }),
    output: z.object({ name: z.string(), shares: z.array(shareView) }),
  }),
  getShare: query({
    summary: '经办人看一户的对账单，可以打印给这户',
    roles: ['resident'],
    input: z.strictObject({ projectId: id, householdId: id }),
    output: statement,
  }),
  listPayments: query({
    summary: '经办人看入账的回单，新的在前；可只看一户',
    roles: ['resident'],
    input: z.strictObject({ projectId: id, householdId: id.optional(), cursor }),
    output: z.object({
      payments: z.array(paymentView.extend({ label: z.string() })),
      next: cursor,
      now: instant,
    }),
  }),
  recordPayment: command({
    summary: '入账一张回单：缴款或退款；同一张回单只能入一次',
    roles: ['resident'],
    input: z
      .strictObject({
        projectId: id,
        householdId: id,
        kind: z.enum(['paid', 'refunded'], { error: '请选择缴款或退款' }),
        fen: fen.min(1, '金额必须大于 0'),
        slipNumber: words(40, '回单编号'),
        paidOn: day,
        /** The slip's photo; needed for a payment. */
        fileId: fileId.optional(),
        /** Why it goes back; needed for a refund. */
        reason: words(100, '原因').optional(),
      })
      .refine(({ kind, fileId: photo }) => kind === 'refunded' || photo !== undefined, {
        path: ['fileId'],
        error: '请拍下回单',
      })
      .refine(({ kind, reason }) => kind === 'paid' || reason !== undefined, {
        path: ['reason'],
        error: '请填写退款原因',
      }),
    output: shareView,
    refusals: {
      ...photoRefusals,
      ...notOpen,
      ...noLonger,
      ...belowFinal,
      SLIP_ALREADY_COUNTED: '这个回单编号已经入过账，一张回单只能入一次',
      SLIP_PHOTO_ALREADY_COUNTED: '这张回单照片已经入过账，一张回单只能入一次',
      SLIP_NUMBER_EMPTY: '回单编号里没有字母和数字，请照回单填写',
      PAYMENT_DAY_UNFIT: '缴款日期不能晚于今天',
      REFUND_ABOVE_PAID: '退款不能超过这户已缴的金额',
    },
  }),
  voidPayment: command({
    summary: '作废一笔入错的回单，要写明原因；作废后这张回单可以重新入账',
    roles: ['resident'],
    input: z.strictObject({ id, reason: words(100, '原因') }),
    output: shareView,
    refusals: {
      ...belowFinal,
      PAYMENT_ALREADY_VOID: '这一笔已经作废过了',
      REFUND_ABOVE_PAID: '这户已经退过款，作废后退款会超过已缴金额，请先作废退款',
    },
  }),
  setExemption: command({
    summary: '给一户免缴或取消免缴，要写明原因；其他户的分摊不变',
    roles: ['resident'],
    input: z.strictObject({ projectId: id, householdId: id, reason: words(60, '原因').nullable() }),
    output: shareView,
    refusals: {
      ...notOpen,
      OWN_SHARE: '不能给自家免缴，请社区另派经办人办理',
    },
  }),
  confirmSpending: command({
    summary: '经办人确认决算用掉多少居民自筹的钱；确认以后社区才能公布决算',
    roles: ['resident'],
    input: z.strictObject({ projectId: id, fen }),
    output: z.object({ confirmedFen: fen }),
    refusals: {
      ...notOpen,
      SPENDING_NOT_KNOWN: '决算金额还没有填全，或决算已经公布，现在不用确认',
      SPENDING_CHANGED: '决算金额刚改过，请刷新看过新的数再确认',
      SPENDING_ABOVE_COLLECTED: '决算用掉的居民自筹比实际收到的多，不能确认，请社区核对决算',
    },
  }),
  getMyShare: query({
    summary: '我家在一个项目里的分摊：怎么算的、应缴、已缴、免缴、退款和每张回单',
    roles: ['resident'],
    input: z.strictObject({ projectId: id }),
    output: statement,
  }),
  remindShares: command({
    summary: '提醒还没缴齐的户，七天内最多一次；只发给本户成员',
    roles: ['resident'],
    input: z.strictObject({ projectId: id }),
    output: z.object({ households: z.int(), people: z.int() }),
    refusals: { ...notOpen, ...noLonger, REMINDED_RECENTLY: '七天内已经提醒过一次，过几天再提醒' },
  }),
  exportShares: query({
    summary: '导出各户分摊，或全部回单，只给经办人',
    roles: ['resident'],
    input: z.strictObject({ projectId: id, part: z.enum(['shares', 'payments']) }),
    output: z.object({ name: z.string(), text: z.string(), rows: z.int() }),
    refusals: { EXPORT_TOO_LARGE: '回单太多，一张表放不下，请一户一户查看，或请社区联系维护人员导出' },
  }),
}
