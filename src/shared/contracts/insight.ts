import * as z from 'zod'
import { query } from '../kernel/capability'
import { monthsBetween } from '../kernel/months'
import { cursor, id, instant } from '../kernel/shapes'

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

const readers = ['administrator', 'communityWorker', 'branchSecretary', 'groupLeader', 'gridWorker'] as const

/** What the records say about how things go (研判). */
export const insight = {
  getRates: query({
    summary: '响应率、解决率、满意率和四周回访：按月、网格、类别，分子分母和没答复的都在',
    roles: readers,
    input: z
      .strictObject({ from: month, to: month, gridId: id.optional() })
      .refine(({ from, to }) => [...Array(24).keys()].includes(monthsBetween(from, to).length - 1), {
        path: ['to'],
        error: '请选 1 到 24 个月',
      }),
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
