import type { IssueBrief, IssueDetail } from '../../contracts/issues/shapes'
import type { PublicPlace } from './public-place'

/**
 * A row as somebody may read it who merely follows the issue: where it is as the public may know it. Its words and photos have
 * been cut to what passed the content check by then.
 */
export const briefForFollower = <T extends IssueBrief>(brief: T, { label }: PublicPlace): T => ({
  ...brief,
  placeLabel: label,
})

/** The same of the whole issue. */
export const detailForFollower = (detail: IssueDetail, place: PublicPlace): IssueDetail => ({
  ...briefForFollower(detail, place),
  place: { label: place.label, point: place.point, buildingId: detail.place.buildingId, words: null },
})
