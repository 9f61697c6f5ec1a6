import * as z from 'zod'
import { day, id, instant, words } from '../../kernel/shapes'
import { fenMax } from '../../kernel/money'
import {
  fundedBuildingsMax,
  moneySources,
  projectMoveList,
  projectStates,
  projectSteps,
  shareRules,
} from '../../kernel/projects'

/** Who runs projects. */
export const desk = ['communityWorker', 'administrator'] as const

/** An amount in fen. */
export const fen = z.int('金额必须是整数分').min(0, '金额不能是负数').max(fenMax, '金额太大')

export const projectState = z.enum(projectStates)
export const projectMove = z.enum(projectMoveList, { error: '没有这一步' })
export const shareRule = z.enum(shareRules, { error: '请选择按什么分摊' })
export const moneySource = z.enum(moneySources, { error: '请选择资金来源' })

/** One line of a budget (预算): what for, from where, how much was planned and what it cost in the end. */
export const budgetLine = z.strictObject({
  name: words(60, '用途'),
  source: moneySource,
  plannedFen: fen,
  finalFen: fen.nullable(),
})

/** One building of a project (工程点), how much it counts and how far it has come. */
export const site = z.strictObject({
  buildingId: id,
  weight: z.int('权重必须是整数').min(1, '权重至少是 1').max(1000, '权重太大'),
  percent: z.int('进度必须是整数').min(0, '进度不能是负数').max(100, '进度不能超过 100'),
})
export const sites = z
  .array(site)
  .max(fundedBuildingsMax, `最多 ${fundedBuildingsMax} 栋楼`)
  .refine((all) => new Set(all.map(({ buildingId }) => buildingId)).size === all.length, '同一栋楼写了两次')

/** A project in a list. */
export const projectRow = z.object({
  id,
  title: z.string(),
  unitName: z.string().nullable(),
  state: projectState,
  /** Days of its works, both ends counted; null before they began. */
  days: z.int().nullable(),
  areaSquareMeters: z.number().nullable(),
  /** Tenths of a percent; null where nothing is done by building. */
  progressTenths: z.int().nullable(),
  plannedFen: fen,
  updatedAt: instant,
})

export const moneySum = z.object({ plannedFen: fen, finalFen: fen })

export const funnelStep = z.object({
  step: z.enum(projectSteps),
  reached: z.int(),
  here: z.int(),
  ended: z.int(),
})

/** A call for proposals (征集). */
export const callView = z.object({
  id,
  title: z.string(),
  text: z.string(),
  from: day,
  to: day,
  isOpen: z.boolean(),
  fundFen: fen,
  allocatedFen: fen,
  units: z.array(z.object({ id, kind: z.enum(['partyGroup', 'residentGroup']), name: z.string() })),
  /** Which it is of the times it was set, to be sent along with a change. */
  version: z.int(),
})

/** What a set of shares comes to; told to nobody but whoever keeps the money. */
export const shareSums = z.object({
  households: z.int(),
  plannedFen: z.int(),
  exemptFen: z.int(),
  paidFen: z.int(),
  refundedFen: z.int(),
})

/** A slip that was counted (缴款、退款), as its household and the treasurer see it. */
export const paymentView = z.object({
  id,
  kind: z.enum(['paid', 'refunded']),
  fen: z.int(),
  slipNumber: z.string(),
  slipUrl: z.string().nullable(),
  paidOn: day,
  reason: z.string().nullable(),
  isVoid: z.boolean(),
  at: instant,
})

/** One household's share (分摊) as it stands. */
export const shareView = z.object({
  householdId: id,
  label: z.string(),
  areaHundredths: z.int(),
  plannedFen: z.int(),
  dueFen: z.int(),
  exemptFor: z.string().nullable(),
  paidFen: z.int(),
  refundedFen: z.int(),
  /** What is still to be paid; below nothing what was paid too much. */
  balanceFen: z.int(),
})
