import type { IssueBrief, IssueDetail } from '../../contracts/issues/shapes'
import type { Issue } from './issue'
import type { PublicPlace } from './public-place'

/**
 * A row as somebody may read it who merely follows the issue: where it is as the public may know it. Its words and photos have
 * been cut to what passed the content check by then.
 */
export const briefForFollower = <T extends IssueBrief>(brief: T, { label }: PublicPlace): T => ({
  ...brief,
  placeLabel: label,
})

/** The same of the whole issue. Photos of promises kept lie beside the issue and are cut to what passed here. */
export const detailForFollower = (
  detail: IssueDetail,
  place: PublicPlace,
  { passedFileIds }: Pick<Issue, 'passedFileIds'>,
): IssueDetail => ({
  ...briefForFollower(detail, place),
  place: { label: place.label, point: place.point, buildingId: detail.place.buildingId, words: null },
  joint: {
    ...detail.joint,
    commitments: detail.joint.commitments.map((one) => ({
      ...one,
      photos: one.photos.filter(({ id }) => passedFileIds.includes(id)),
    })),
  },
})
