import type { IssueBrief, IssueDetail } from '../../contracts/issues/shapes'
import type { Issue } from './issue'
import { neighbourWords } from './neighbour-words'
import type { PublicPlace } from './public-place'

/**
 * A row as somebody may read it who merely follows the issue: where it is as the public may know it. Its words and photos have
 * been cut to what passed the content check by then.
 */
export const briefForFollower = <T extends IssueBrief>(brief: T, { label }: PublicPlace): T => ({
  ...brief,
  placeLabel: label,
})

/**
 * The same of the whole issue. What those who deal with it wrote is for them and the reporter; a neighbour reads it without the
 * reporter's name and without numbers. Photos of promises kept lie beside the issue and are cut to what passed here.
 */
export const detailForFollower = (
  detail: IssueDetail,
  place: PublicPlace,
  issue: Pick<Issue, 'reporterName' | 'passedFileIds'>,
): IssueDetail => {
  const told = (text: string): string => neighbourWords(text, issue)
  const orNull = (text: string | null): string | null => text && told(text)
  const { route, sentence, joint, procedure, extension, supervision } = detail
  return {
    ...briefForFollower(detail, place),
    place: { label: place.label, point: place.point, buildingId: detail.place.buildingId, words: null },
    route: { ...route, reason: told(route.reason) },
    sentence: orNull(sentence),
    joint: {
      ...joint,
      helpers: joint.helpers.map((helper) => ({ ...helper, task: told(helper.task) })),
      commitments: joint.commitments.map((one) => ({
        ...one,
        what: told(one.what),
        sentence: orNull(one.sentence),
        photos: one.photos.filter(({ id }) => issue.passedFileIds.includes(id)),
      })),
    },
    procedure: procedure && {
      ...procedure,
      taken: procedure.taken.map((step) => ({ ...step, text: orNull(step.text) })),
    },
    extension: {
      ...extension,
      asked: extension.asked && {
        ...extension.asked,
        reason: told(extension.asked.reason),
        decision: extension.asked.decision && {
          ...extension.asked.decision,
          reason: orNull(extension.asked.decision.reason),
        },
      },
    },
    supervision: {
      ...supervision,
      current: supervision.current && { ...supervision.current, reason: told(supervision.current.reason) },
    },
  }
}
