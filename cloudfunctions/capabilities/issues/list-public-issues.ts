import type { issues } from '@/shared/contracts/issues'
import { isShownToPublic, publicBriefOf } from '@/shared/domain/issues/public-view'
import { gridOf, gridsNear } from '@/shared/domain/organization/locate'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { publicWhere, publicWhereIn } from './public-issues'

/** How far "near" reaches, and how many of the newest there are looked at for it. */
const nearMeters = 500
const nearRowsMax = 200

/**
 * What residents of the community have reported and may know of each other. One indexed read a page; "near" is one read of the
 * newest in the grids around, sorted by distance.
 */
export const listPublicIssues: Handler<typeof issues.listPublicIssues> = async (
  { near, cursor, ...filter },
  { actor, now, store, directory },
) => {
  const places = await directory()
  const { communityId } = actor
  if (near) {
    const around = [
      ...new Set([
        ...[gridOf(places.locator, near)].flatMap((gridId) => gridId ?? []),
        ...gridsNear(places.locator, near, nearMeters).map(({ gridId }) => gridId),
      ]),
    ]
    const found = await store.issues.list({
      where: publicWhereIn(communityId, filter, filter.gridId ? [filter.gridId] : around),
      orderBy: [['updatedAt', 'desc']],
      limit: nearRowsMax,
    })
    return {
      issues: found
        .filter((issue) => isShownToPublic(issue, communityId))
        .map((issue) => publicBriefOf(issue, places, near))
        .filter(({ distanceMeters }) => distanceMeters !== null && distanceMeters <= nearMeters)
        .sort((a, b) => a.distanceMeters! - b.distanceMeters!)
        .slice(0, pageSize * 2),
      now: toInstant(now),
    }
  }
  const where = publicWhere(communityId, filter)
  const found = await store.issues.list({ ...afterKey(where, cursor, 'updatedAt', 'desc'), limit: pageSize + 1 })
  return {
    issues: found
      .slice(0, pageSize)
      .filter((issue) => isShownToPublic(issue, communityId))
      .map((issue) => publicBriefOf(issue, places, null)),
    next: nextCursor(found, (issue) => issue.updatedAt),
    now: toInstant(now),
  }
}
