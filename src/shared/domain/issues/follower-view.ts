import type { IssueBrief, IssueDetail } from '../../contracts/issues/shapes'
import type { Issue } from './issue'
import type { PublicPlace } from './public-place'

/** Stands where a reporter's words have not passed the content check. */
const wordsHidden = '（文字正在检查，通过后就能看到）'

const isShown = ({ textCheck }: Issue): boolean => textCheck === 'passed'

/** A row as a resident among others may read it: the place as it is public, and words that have passed the content check. */
export const briefForFollower = <T extends IssueBrief>(brief: T, issue: Issue, { label }: PublicPlace): T => ({
  ...brief,
  text: isShown(issue) ? brief.text : wordsHidden,
  placeLabel: label,
})

/**
 * A detail as somebody may read it who merely follows the issue: words and photos that have passed the content check, the place as
 * it is public, and no words of its reporter along the way, which nothing has checked.
 */
export const detailForFollower = (detail: IssueDetail, issue: Issue, place: PublicPlace): IssueDetail => {
  const passed = (photos: IssueDetail['photos']) => photos.filter(({ id }) => issue.passedFileIds.includes(id))
  return {
    ...briefForFollower(detail, issue, place),
    place: { label: place.label, point: place.point, buildingId: issue.place.buildingId, words: null },
    photos: passed(detail.photos),
    resultPhotos: passed(detail.resultPhotos),
    timeline: detail.timeline.map((entry, at) => ({
      ...entry,
      text: issue.timeline[at]?.actor?.personId === issue.reporterId ? null : entry.text,
      photos: passed(entry.photos),
    })),
    rating: null,
  }
}
