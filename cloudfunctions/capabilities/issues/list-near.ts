import type { Issue } from '@/shared/domain/issues/issue'
import { nearCellsAround } from '@/shared/domain/issues/near-cell'
import { duplicateRadiusOf, type DuplicateRule } from '@/shared/domain/issues/duplicates'
import type { Point } from '@/shared/kernel/shapes'
import type { QueryContext } from '../../runtime/handler'
import type { Where } from '../../store/store'

/** The most a search looks through: the newest of a class around a spot. More than this of one class there are one thing already. */
export const nearMax = 100

/** A building's own extent is looked at whatever the radius of the class is. */
const leastMeters = 100

interface Around {
  communityId: string
  classCode: string
  spot: Point
  /** Those closed after this instant are found too; without it only open ones. */
  closedAfter?: string
  /** What the caller may know of; one of them must hold. */
  within?: readonly Where[]
  /** How near counts, as the community has set it. */
  rule: DuplicateRule
}

/**
 * The issues of a class around a spot that are open or were closed lately, the last changed first: one request over two indexes, at
 * most a hundred, however many the community has had.
 */
export const listNear = (
  store: QueryContext['store'],
  { communityId, classCode, spot, closedAfter, within, rule }: Around,
): Promise<Issue[]> => {
  const meters = Math.max(leastMeters, duplicateRadiusOf(classCode, rule) ?? 0)
  const nearCell = { in: nearCellsAround(communityId, classCode, spot, meters) }
  return store.issues.list({
    where: {},
    anyOf: [
      { nearCell, isOpen: true },
      ...(closedAfter === undefined ? [] : [{ nearCell, closedAt: { after: closedAfter } }]),
    ],
    ...(within ? { within } : {}),
    orderBy: [['updatedAt', 'desc']],
    limit: nearMax,
  })
}
