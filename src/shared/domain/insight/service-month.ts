import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { themes, type Theme } from '../../kernel/themes'
import type { Participation } from '../activities/records'
import { isMemberPart, type Transfer } from '../lovebank/transfer'

const count = z.int()

/** What went in and out of the love bank in a month, in half points, what was taken back already taken off. */
const pointsMoved = z.object({ issued: count, adjusted: count, captured: count, expired: count })
export type PointsMoved = z.infer<typeof pointsMoved>

/**
 * What volunteers did in a month (服务月). `active` (活跃): people who came and were credited with any minutes, counted or of honour;
 * `returning` (回来的): those of them who had been in an earlier month. `outstanding` is what members have at its end.
 */
export const serviceMonthRecord = z.object({
  _id: id,
  communityId: id,
  month: z.string(),
  active: count,
  returning: count,
  times: count,
  themes: z.array(z.object({ theme: z.enum(themes), counted: count, honour: count })),
  points: pointsMoved,
  outstanding: count,
  /** As of when it was reckoned. */
  at: instant,
})
export type ServiceMonth = z.infer<typeof serviceMonthRecord>

export const serviceMonthIdOf = (communityId: string, month: string): string => `service:${communityId}:${month}`

export const noPoints: PointsMoved = { issued: 0, adjusted: 0, captured: 0, expired: 0 }

/** Adds up what people did in one month, one participation after another. */
export class ServiceTally {
  private readonly minutesOf = new Map<string, number>()
  private readonly byTheme = new Map<Theme, { counted: number; honour: number }>()
  times = 0

  take({ personId, theme, counted, honour }: Pick<Participation, 'personId' | 'theme' | 'counted' | 'honour'>): void {
    if (counted + honour === 0) return
    this.times++
    this.minutesOf.set(personId, (this.minutesOf.get(personId) ?? 0) + counted + honour)
    const sum = this.byTheme.get(theme) ?? { counted: 0, honour: 0 }
    this.byTheme.set(theme, { counted: sum.counted + counted, honour: sum.honour + honour })
  }

  /** Who was active. */
  people(): string[] {
    return [...this.minutesOf.keys()]
  }

  themes(): ServiceMonth['themes'] {
    return themes.flatMap((theme) => {
      const sum = this.byTheme.get(theme)
      return sum ? [{ theme, ...sum }] : []
    })
  }
}

/** What a transfer takes out of the accounts of the system, or brings into them, added to a sum. A hold and its release move nothing there. */
export const withTransfer = (sum: PointsMoved, { lines }: Pick<Transfer, 'lines'>): PointsMoved => {
  const next = { ...sum }
  for (const { account, halfPoints } of lines) {
    if (isMemberPart(account)) continue
    if (account.startsWith('issuer:')) next.issued -= halfPoints
    else if (account === 'adjusted') next.adjusted -= halfPoints
    else if (account === 'expired') next.expired += halfPoints
    else next.captured += halfPoints
  }
  return next
}

/** What members have after a month, from what they had before it. */
export const outstandingAfter = (before: number, { issued, adjusted, captured, expired }: PointsMoved): number =>
  before + issued + adjusted - captured - expired

/** What several months come to; people are not added up, because somebody who came in two of them is one person. */
export const totalOf = (months: readonly ServiceMonth[]) => ({
  times: months.reduce((sum, { times }) => sum + times, 0),
  themes: themes.flatMap((theme) => {
    const of = months.flatMap((month) => month.themes.filter((one) => one.theme === theme))
    if (of.length === 0) return []
    const sum = (field: 'counted' | 'honour') => of.reduce((total, one) => total + one[field], 0)
    return [{ theme, counted: sum('counted'), honour: sum('honour') }]
  }),
  points: months.reduce(
    (sum, { points }) => ({
      issued: sum.issued + points.issued,
      adjusted: sum.adjusted + points.adjusted,
      captured: sum.captured + points.captured,
      expired: sum.expired + points.expired,
    }),
    noPoints,
  ),
})
