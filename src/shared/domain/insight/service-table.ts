import type { insight } from '../../contracts/insight'
import type { OutputOf } from '../../kernel/capability'
import { themes, type Theme } from '../../kernel/themes'
import { neutralised } from '../issues/export-columns'
import { totalOf, type ServiceMonth } from './service-month'

type Service = OutputOf<typeof insight.getService>
type Names = Readonly<Record<Theme, string>>

const named = (sums: ServiceMonth['themes'], names: Names): Service['months'][number]['themes'] =>
  sums.map((sum) => ({ ...sum, name: names[sum.theme] }))

/** The figures of some months as the desk reads them, and what they come to. */
export const serviceView = (
  months: readonly ServiceMonth[],
  names: Names,
): Pick<Service, 'months' | 'total' | 'at'> => {
  const total = totalOf(months)
  return {
    months: months.map(({ month, active, returning, times, themes: sums, points, outstanding }) => ({
      month,
      active,
      returning,
      times,
      themes: named(sums, names),
      points,
      outstanding,
    })),
    total: { ...total, themes: named(total.themes, names) },
    at: months.reduce<string | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null),
  }
}

const pointsOf = (halfPoints: number): number => halfPoints / 2

const moved = ({ issued, adjusted, captured, expired }: ServiceMonth['points']): number[] =>
  [issued, adjusted, captured, expired].map(pointsOf)

const minutesOf = (sums: ServiceMonth['themes']): number[] => {
  const of = (theme: Theme, field: 'counted' | 'honour') => sums.find((sum) => sum.theme === theme)?.[field] ?? 0
  const total = (field: 'counted' | 'honour') => sums.reduce((sum, one) => sum + one[field], 0)
  return [total('counted'), total('honour'), ...themes.map((theme) => of(theme, 'counted') + of(theme, 'honour'))]
}

/**
 * The same figures as a table, a row a month and the sums of the screen under them. Minutes and points are numbers to go on reckoning
 * with; of people there is no sum, because somebody who came in two months is one person.
 */
export const serviceTable = (months: readonly ServiceMonth[], names: Names): (string | number)[][] => {
  const total = totalOf(months)
  return [
    [
      '月份',
      '活跃人数',
      '其中回来的人数',
      '参加人次',
      '计分时长（分钟）',
      '荣誉时长（分钟）',
      ...themes.map((theme) => `${neutralised(names[theme])}（分钟）`),
      '发放积分',
      '更正积分',
      '兑换积分',
      '到期积分',
      '月末未用积分',
    ],
    ...months.map(({ month, active, returning, times, themes: sums, points, outstanding }) => [
      month,
      active,
      returning,
      times,
      ...minutesOf(sums),
      ...moved(points),
      pointsOf(outstanding),
    ]),
    [
      '合计',
      '',
      '',
      total.times,
      ...minutesOf(total.themes),
      ...moved(total.points),
      pointsOf(months.at(-1)?.outstanding ?? 0),
    ],
  ]
}
