import type { issues } from '@/shared/contracts/issues'
import { openStates } from '@/shared/domain/issues/moves'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { watchedBy } from './watched'

/** So many at most, so that one read and one answer stay small; the most pressing go first. */
const pinsMax = 200

/** Open issues where they really are: staff go there, so nothing is rounded as it is for the public. One bounded read. */
export const listDeskPins: Handler<typeof issues.listDeskPins> = async (_input, { actor, now, store, directory }) => {
  const watched = watchedBy(actor)
  if (!watched) return refuse('FORBIDDEN')
  const [{ buildingById }, found] = await Promise.all([
    directory(),
    store.issues.list({
      where: { ...watched, state: { in: openStates }, aboutPersonId: { not: actor.personId } },
      orderBy: [['clock.dueAt', 'asc']],
      limit: pinsMax + 1,
    }),
  ])
  const shown = found.slice(0, pinsMax).filter((issue) => canSeeIssue(issue, actor))
  const pins = shown.flatMap((issue) => {
    const point = issue.place.point ?? buildingById.get(issue.place.buildingId ?? '')?.centre
    if (!point) return []
    const { id, classCode, className, placeLabel, stateName, urgency } = briefOf(issue, actor, now)
    return [{ id, classCode, className, placeLabel, stateName, urgency, point }]
  })
  return {
    pins,
    withoutPoint: shown.length - pins.length,
    isMore: found.length > pinsMax,
    now: toInstant(now),
  }
}
