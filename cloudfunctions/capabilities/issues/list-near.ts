import type { Issue } from '@/shared/domain/issues/issue'
import { nearCellsAround } from '@/shared/domain/issues/near-cell'
import { duplicateRadiusOf, type DuplicateRule } from '@/shared/domain/issues/duplicates'
import type { Point } from '@/shared/kernel/shapes'
import type { QueryContext } from '../../runtime/handler'
import type { Where } from '../../store/store'

/**
 * The most a search looks through: the last changed around a spot. That is all there is in a community with five hundred open issues and
 * five thousand a year; more of some classes there are one thing already, which the cluster job (聚集) finds.
 */
export const nearMax = 100
/** The most where only open ones are looked at, of which there are half as many. */
export const openNearMax = 60

/** A building's own extent is looked at whatever the radius of the class is. */
const leastMeters = 100

interface Around {
  communityId: string
  classCodes: readonly string[]
  spot: Point
  /** Those closed after this instant are found too; without it only open ones. */
  closedAfter?: string
  /** What the caller may know of; one of them must hold. */
  within?: readonly Where[]
  /** How near counts, as the community has set it. */
  rule: DuplicateRule
}

/**
 * Those in some cells that are open, and those closed after an instant, as alternatives. Whatever was closed lately was changed lately,
 * so that both are read in the order of their last change, by one index.
 */
export const openOrClosedAfter = (nearCell: { in: readonly string[] }, closedAfter: string | undefined): Where[] => [
  { nearCell, isOpen: true },
  ...(closedAfter === undefined
    ? []
    : [{ nearCell, isOpen: false, updatedAt: { after: closedAfter }, closedAt: { after: closedAfter } }]),
]

/**
 * The issues of some classes around a spot that are open or were closed lately, the last changed first: one request over one index, at
 * most a hundred, however many the community has had.
 */
export const listNear = (
  store: QueryContext['store'],
  { communityId, classCodes, spot, closedAfter, within, rule }: Around,
): Promise<Issue[]> => {
  const radii = classCodes.map((code) => duplicateRadiusOf(code, rule) ?? 0)
  const meters = Math.max(leastMeters, ...radii)
  const nearCell = { in: classCodes.flatMap((code) => nearCellsAround(communityId, code, spot, meters)) }
  return store.issues.list({
    where: {},
    anyOf: openOrClosedAfter(nearCell, closedAfter),
    ...(within ? { within } : {}),
    orderBy: [['updatedAt', 'desc']],
    limit: closedAfter === undefined ? openNearMax : nearMax,
  })
}
