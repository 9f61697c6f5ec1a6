import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { addMonths } from '@/shared/kernel/months'

type Answer = OutputOf<ContractOf<'insight.getRates'>>
export type Figures = Answer['total']
export type Ratio = Figures['response']

export const rateNames = ['response', 'resolution', 'satisfaction', 'lasting'] as const
export type RateName = (typeof rateNames)[number]

/** Each rate in words: what is divided by what, and who is silent in it. */
export const definitions: Record<RateName, { name: string; means: string; parts: [string, string]; silent: string }> = {
  response: {
    name: '响应率',
    means: '上报后 2 个工作小时内有人接手或答复的 ÷ 到了该答复时间的。按上报的月份算。',
    parts: ['按时', '该答复'],
    silent: '至今没人答复',
  },
  resolution: {
    name: '解决率',
    means: '办结时结果为“已解决”的 ÷ 已办结的。“部分解决”另列，不算在内。按办结的月份算。',
    parts: ['已解决', '已办结'],
    silent: '上报人没有亲自确认',
  },
  satisfaction: {
    name: '满意率',
    means: '打 4 星或 5 星的 ÷ 作了评价的。没评价的单独列出，不当作满意。按办结的月份算。',
    parts: ['4 星以上', '已评价'],
    silent: '没有评价',
  },
  lasting: {
    name: '没有再坏',
    means: '办结四周后回访答“还好”的 ÷ 答了的。按办结的月份算。',
    parts: ['还好', '答了'],
    silent: '没有答复',
  },
}

export const spans = [
  { value: 'month', label: '本月', months: 1 },
  { value: 'quarter', label: '近三个月', months: 3 },
  { value: 'year', label: '近一年', months: 12 },
] as const
export type Span = (typeof spans)[number]['value']

/** The months of a span that ends with the month of an instant's day, both as YYYY-MM. */
export const spanOf = (span: Span, today: string): { from: string; to: string } => {
  const { months } = spans.find(({ value }) => value === span)!
  const to = today.slice(0, 7)
  return { from: addMonths(to, 1 - months), to }
}
