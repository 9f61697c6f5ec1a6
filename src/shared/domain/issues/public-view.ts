import type { PublicBrief, PublicDetail, PublicPin } from '../../contracts/issues/public'
import { roleNames } from '../../kernel/roles'
import type { Point } from '../../kernel/shapes'
import { toInstant } from '../../kernel/time'
import { issueMoveNames, issueStateNames } from '../../kernel/vocabulary'
import { metersBetween } from '../organization/distance'
import { classOf, limitLabel } from './classes'
import { limitOf } from './issue-limit'
import { joinedCountOf } from './followers'
import type { Issue, IssueEntry } from './issue'
import { publicPartsOf } from './public-parts'
import { publicPlaceOf, type PublicPlaces } from './public-place'
import { mayBePublic } from './publicity'
import { neighbourWords } from './neighbour-words'
import { rowTextOf } from './row-text'
import { worksShownOf } from './works-view'

/** Days for which something that has ended stays on the public map. */
export const closedDaysOnMap = 30

/**
 * Whether anybody at all may see an issue. The stored fact is what lists are found by; it is worked out anew from the checks
 * before anything is shown, so that a fact gone stale shows nothing.
 */
export const isShownToPublic = (issue: Issue, communityId: string): boolean =>
  issue.communityId === communityId && issue.isPublic && mayBePublic(issue)

const standingOf = ({ state, isOpen, result }: Issue) => ({
  state,
  stateName: issueStateNames[state],
  isOpen,
  result,
})

const classNameOf = ({ classCode }: Issue): string => classOf(classCode)?.name ?? '其他'

/** A row of the public list; `near` adds how far away it is, so coarse that it points to no door. */
export const publicBriefOf = (issue: Issue, places: PublicPlaces, near: Point | null): PublicBrief => {
  const { label, point } = publicPlaceOf(issue, places)
  return {
    id: issue._id,
    code: issue.code,
    classCode: issue.classCode,
    className: classNameOf(issue),
    ...standingOf(issue),
    text: rowTextOf(publicPartsOf(issue).text),
    placeLabel: label,
    gridName: issue.gridName,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    photoCount: publicPartsOf(issue).fileIds.length,
    distanceMeters: near && point ? Math.round(metersBetween(near, point) / 10) * 10 : null,
  }
}

/** A pin of the public map; null for what has no place on it. */
export const publicPinOf = (issue: Issue, places: PublicPlaces): PublicPin | null => {
  const { label, point } = publicPlaceOf(issue, places)
  return (
    point && {
      id: issue._id,
      classCode: issue.classCode,
      className: classNameOf(issue),
      ...standingOf(issue),
      placeLabel: label,
      point,
    }
  )
}

/** A change of state as the public reads it: when, what, and by which post; residents act without any. */
const stepOf = ({ at, kind, move, to, actor }: IssueEntry): PublicDetail['steps'] =>
  to === null
    ? []
    : [
        {
          at,
          title: kind === 'reported' || !move ? '上报' : issueMoveNames[move],
          to,
          postName: kind === 'move' && actor?.role ? roleNames[actor.role] : null,
        },
      ]

/** The works with those photos that have passed the content check, and in masked words. */
const publicWorksOf = (issue: Issue, urls: ReadonlyMap<string, string>, now: number): PublicDetail['works'] => {
  const shown = worksShownOf(issue, urls, now, (fileId) => issue.passedFileIds.includes(fileId))
  const told = (text: string): string => neighbourWords(text, issue)
  return (
    shown && {
      ...shown,
      what: told(shown.what),
      pairs: shown.pairs.map((pair) => ({ ...pair, spot: told(pair.spot) })),
    }
  )
}

/** What everybody may see of an issue, but for the project made of it. Callers make sure that it may be seen at all. */
export const publicDetailOf = (
  issue: Issue,
  places: PublicPlaces,
  urls: ReadonlyMap<string, string>,
  now: number,
): Omit<PublicDetail, 'project'> => {
  const { text, fileIds, resultFileIds } = publicPartsOf(issue)
  const photosOf = (ids: readonly string[]) => ids.flatMap((id) => (urls.has(id) ? [{ id, url: urls.get(id)! }] : []))
  return {
    id: issue._id,
    code: issue.code,
    classCode: issue.classCode,
    className: classNameOf(issue),
    ...standingOf(issue),
    text,
    place: { ...publicPlaceOf(issue, places) },
    gridName: issue.gridName,
    postName: roleNames[issue.owner.role],
    limitLabel: limitLabel(limitOf(issue)),
    dueAt: issue.isOpen && issue.clock.pausedAt === null ? issue.clock.dueAt : null,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    photos: photosOf(fileIds),
    resultPhotos: photosOf(resultFileIds),
    works: publicWorksOf(issue, urls, now),
    othersCount: joinedCountOf(issue),
    steps: issue.timeline.flatMap(stepOf),
    now: toInstant(now),
  }
}
