import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { monthsBetween } from '../kernel/months'
import { cursor, id, instant } from '../kernel/shapes'
import { themes } from '../kernel/themes'
import { exported, sheetFormat } from './issues/export-shapes'

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份格式不正确')
const count = z.number().int()

/** A rate as an exact fraction; `unanswered` of `of` did not answer. */
const ratio = z.object({ numerator: count, denominator: count, unanswered: count, of: count })
const figures = z.object({
  response: ratio,
  resolution: ratio,
  /** Closed as partly solved, which the resolution rate does not count. */
  partly: count,
  satisfaction: ratio,
  /** How many gave one star, two, and so on. */
  stars: z.array(count).length(5),
  lasting: ratio,
  spot: count,
  drawn: count,
})

/** Up to two years of months. */
const months = z.strictObject({ from: month, to: month })
const isSpan = ({ from, to }: { from: string; to: string }): boolean => {
  const { length } = monthsBetween(from, to)
  return length >= 1 && length <= 24
}
const spanFault = { path: ['to'], error: '请选 1 到 24 个月' }

/** Half points in and out, what was taken back already taken off. */
const pointsMoved = z.object({ issued: count, adjusted: count, captured: count, expired: count })
const served = {
  /** Times somebody came and was credited with any minutes. */
  times: count,
  /** Minutes; honour (荣誉时长) also such as wait for somebody's agreement. */
  themes: z.array(z.object({ theme: z.enum(themes), name: z.string(), counted: count, honour: count })),
  points: pointsMoved,
}

const readers = ['administrator', 'communityWorker', 'branchSecretary', 'groupLeader', 'gridWorker'] as const

/** What belongs to the whole community is read by its desk. */
const deskReaders = ['administrator', 'communityWorker'] as const

/** What the records say about how things go (研判). */
export const insight = {
  getRates: query({
    summary: '响应率、解决率、满意率和四周回访：按月、网格、类别，分子分母和没答复的都在',
    roles: readers,
    input: months.extend({ gridId: id.optional() }).refine(isSpan, spanFault),
    output: z.object({
      total: figures,
      byMonth: z.array(z.object({ month: z.string(), figures })),
      byGrid: z.array(z.object({ gridId: id.nullable(), name: z.string(), figures })),
      byGroup: z.array(
        z.object({ group: z.enum(['clean', 'facility', 'safety', 'other']), name: z.string(), figures }),
      ),
    }),
    refusals: { GRID_UNKNOWN: '没有这个网格，请重新选择' },
  }),
  getService: query({
    summary: '志愿服务数据：按月的活跃和回来的志愿者、各主题时长、积分发放、兑换、到期和未用',
    roles: deskReaders,
    input: months.refine(isSpan, spanFault),
    output: z.object({
      /** Only months that have been reckoned, in their order. */
      months: z.array(
        z.object({
          month: z.string(),
          /** People who came and were credited with any minutes; `returning`: those of them who had been in an earlier month. */
          active: count,
          returning: count,
          ...served,
          /** Half points members have at its end. */
          outstanding: count,
        }),
      ),
      total: z.object(served),
      /** As of when; null before it was first reckoned. */
      at: instant.nullable(),
      now: instant,
    }),
  }),
  exportService: command({
    summary: '把这几个月的志愿服务数据导出为表格，合计与页面相同',
    roles: deskReaders,
    input: months.extend({ format: sheetFormat }).refine(isSpan, spanFault),
    output: exported,
    refusals: { EXPORT_EMPTY: '这几个月还没有数字，不用导出' },
  }),
  listDrawn: query({
    summary: '随手解决里抽中核查的事，新抽的在前；抽中与否只由编号算出，谁都可以复核',
    roles: readers,
    input: z.strictObject({ cursor }),
    output: z.object({
      drawn: z.array(z.object({ issueId: id, code: z.string(), gridName: z.string().nullable(), drawnAt: instant })),
      next: cursor,
      now: instant,
    }),
  }),
}
