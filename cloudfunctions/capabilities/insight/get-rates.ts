import type { insight } from '@/shared/contracts/insight'
import { figuresOf, groupOf } from '@/shared/domain/insight/figures'
import { countNames, noCounts, type Counts } from '@/shared/domain/insight/tally'
import { refuse } from '@/shared/kernel/decision'
import { monthsBetween } from '@/shared/kernel/months'
import { publicGroupNames } from '@/shared/kernel/public-groups'
import type { Handler, QueryContext } from '../../runtime/handler'
import type { Where } from '../../store/store'

type Row = Counts & { _id: string | null }

const groupNames = { ...publicGroupNames, other: '其他（含不公开的）' }

const sumsBy = async (field: 'month' | 'gridId' | 'classCode', where: Where, { store }: QueryContext): Promise<Row[]> =>
  (await store.aggregate('rates', where, [
    {
      group: { _id: `$${field}`, ...Object.fromEntries(countNames.map((name) => [name, { $sum: `$counts.${name}` }])) },
    },
  ])) as Row[]

const sumOf = (rows: readonly Counts[]): Counts =>
  Object.fromEntries(countNames.map((name) => [name, rows.reduce((sum, counts) => sum + counts[name], 0)])) as Counts

/**
 * The rates of some months, from the sums kept for them: never from the issues themselves, so that it costs the same with ten issues and
 * with a million. Every cut adds up to the same total.
 */
export const getRates: Handler<typeof insight.getRates> = async ({ from, to, gridId }, context) => {
  const { actor, directory } = context
  const { grids, gridById } = await directory()
  if (gridId && !gridById.has(gridId)) return refuse('GRID_UNKNOWN')
  const months = monthsBetween(from, to)
  const where: Where = {
    communityId: actor.communityId,
    ...(gridId ? { gridId } : {}),
    month: { in: months },
  }
  const [byMonth, byGrid, byClass] = await Promise.all([
    sumsBy('month', where, context),
    gridId ? [] : sumsBy('gridId', where, context),
    sumsBy('classCode', where, context),
  ])
  const of = (rows: readonly Row[], id: string | null) => figuresOf(rows.find(({ _id }) => _id === id) ?? noCounts)
  const isOutside = byGrid.some(({ _id }) => _id === null)
  return {
    total: figuresOf(sumOf(byMonth)),
    byMonth: months.map((month) => ({ month, figures: of(byMonth, month) })),
    byGrid: gridId
      ? []
      : [
          ...grids.map(({ _id, name }) => ({ gridId: _id, name, figures: of(byGrid, _id) })),
          ...(isOutside ? [{ gridId: null, name: '不在网格里的', figures: of(byGrid, null) }] : []),
        ],
    byGroup: (['clean', 'facility', 'safety', 'other'] as const).map((group) => ({
      group,
      name: groupNames[group],
      figures: figuresOf(sumOf(byClass.filter(({ _id }) => groupOf(_id ?? '') === group))),
    })),
  }
}
