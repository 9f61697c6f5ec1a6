import type { insight } from '@/shared/contracts/insight'
import { figuresOf, groupOf } from '@/shared/domain/insight/figures'
import { countNames, type Counts } from '@/shared/domain/insight/tally'
import { refuse } from '@/shared/kernel/decision'
import { monthsBetween } from '@/shared/kernel/months'
import { publicGroupNames } from '@/shared/kernel/public-groups'
import type { Handler, QueryContext } from '../../runtime/handler'
import type { Where } from '../../store/store'

type Cut = Counts & { _id: { month?: string; gridId?: string | null; classCode?: string } }

const groupNames = { ...publicGroupNames, other: '其他（含不公开的）' }

const sumsBy = async (fields: readonly string[], where: Where, { store }: QueryContext): Promise<Cut[]> =>
  (await store.aggregate('rates', where, [
    {
      group: {
        _id: Object.fromEntries(fields.map((field) => [field, `$${field}`])),
        ...Object.fromEntries(countNames.map((name) => [name, { $sum: `$counts.${name}` }])),
      },
    },
  ])) as Cut[]

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
  const [sums, cells] = await Promise.all([
    sumsBy(['month'], where, context),
    sumsBy(['gridId', 'classCode'], where, context),
  ])
  const inGrid = (id: string | null) => cells.filter(({ _id }) => (_id.gridId ?? null) === id)
  const isOutside = inGrid(null).length > 0
  return {
    total: figuresOf(sumOf(sums)),
    byMonth: months.map((month) => ({
      month,
      figures: figuresOf(sumOf(sums.filter(({ _id }) => _id.month === month))),
    })),
    byGrid: gridId
      ? []
      : [
          ...grids.map(({ _id, name }) => ({ gridId: _id, name, figures: figuresOf(sumOf(inGrid(_id))) })),
          ...(isOutside ? [{ gridId: null, name: '不在网格里的', figures: figuresOf(sumOf(inGrid(null))) }] : []),
        ],
    byGroup: (['clean', 'facility', 'safety', 'other'] as const).map((group) => ({
      group,
      name: groupNames[group],
      figures: figuresOf(sumOf(cells.filter(({ _id }) => groupOf(_id.classCode ?? '') === group))),
    })),
  }
}
