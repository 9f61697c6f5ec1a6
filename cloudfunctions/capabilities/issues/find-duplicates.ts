import type { issues } from '@/shared/contracts/issues'
import { classOf } from '@/shared/domain/issues/classes'
import { classesLike } from '@/shared/domain/issues/duplicate-classes'
import { duplicateRadiusOf, likeliest, type Likeness, type Told } from '@/shared/domain/issues/duplicates'
import { hasJoined, joinedCountOf } from '@/shared/domain/issues/followers'
import type { Issue } from '@/shared/domain/issues/issue'
import { spotFor } from '@/shared/domain/issues/near-cell'
import { publicPartsOf } from '@/shared/domain/issues/public-parts'
import { publicPlaceOf } from '@/shared/domain/issues/public-place'
import { rowTextOf } from '@/shared/domain/issues/row-text'
import { metersBetween } from '@/shared/domain/organization/distance'
import { decidePlace } from '@/shared/domain/organization/place'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { issueStateNames } from '@/shared/kernel/vocabulary'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import type { Directory } from '../../store/directory'
import { listNear } from './list-near'

/** An issue as it is held against others. */
export const toldOf = (issue: Issue, { buildingById }: Directory): Told => ({
  classCode: issue.classCode,
  text: issue.text,
  buildingId: issue.place.buildingId,
  buildingName: buildingById.get(issue.place.buildingId ?? '')?.name ?? null,
  spot: spotFor(issue.place, buildingById),
  at: Date.parse(issue.createdAt),
})

/** Metres to the nearest ten. */
export const tens = (meters: number | null): number | null => (meters === null ? null : Math.round(meters / 10) * 10)

/** The first photo a viewer may see: of their own issue any, of others' one that has passed the check. */
const thumbnailOf = (issue: Issue, isMine: boolean): string | undefined =>
  issue.fileIds.find((fileId) => isMine || issue.passedFileIds.includes(fileId))

/**
 * What has been reported already that this may be, under its class or a neighbouring one. Others' issues only where they are public, and of those only what is; the
 * distance is taken to where the issue stands in public, so that it gives away no more. At most three requests: a picked home, the
 * issues around, and the addresses of the photos.
 */
export const findDuplicates: Handler<typeof issues.findDuplicates> = async (
  { classCode, text, place },
  { actor, now, store, files, directory },
) => {
  const issueClass = classOf(classCode)
  if (!issueClass) return refuse('ISSUE_CLASS_UNKNOWN')
  const ground = await directory()
  const home = place.householdId ? await store.households.get(place.householdId) : null
  const decision = decidePlace(
    place,
    ground,
    home?.communityId === actor.communityId ? home : undefined,
    ground.rules.settings.borderMeters,
  )
  if (isRefusal(decision)) return decision
  const { buildingId } = decision
  const { settings: rule } = ground.rules
  const spot = spotFor({ buildingId, point: place.point }, ground.buildingById)
  if (!spot || duplicateRadiusOf(classCode, rule) === null) return { issues: [], now: toInstant(now) }
  const near = await listNear(store, {
    communityId: actor.communityId,
    classCodes: classesLike(classCode),
    spot,
    closedAfter: toInstant(now - rule.duplicateDays * dayMs),
    rule,
    within: [{ isPublic: true }, { reporterId: actor.personId }],
  })
  const candidates = near.map((issue) => ({ issue, told: toldOf(issue, ground) }))
  const buildingName = ground.buildingById.get(buildingId ?? '')?.name ?? null
  const found = likeliest({ classCode, text, buildingId, buildingName, spot, at: now }, candidates, rule)
  const shots = found.flatMap(({ issue }) => thumbnailOf(issue, issue.reporterId === actor.personId) ?? [])
  const urls = shots.length > 0 ? await files.urlsOf(shots) : new Map<string, string>()
  const shown = ({ issue, likeness }: { issue: Issue; likeness: Likeness }) => {
    const isMine = issue.reporterId === actor.personId
    const where = publicPlaceOf(issue, ground)
    return {
      id: issue._id,
      classCode: issue.classCode,
      className: classOf(issue.classCode)?.name ?? issueClass.name,
      text: rowTextOf(isMine ? issue.text : publicPartsOf(issue).text),
      placeLabel: where.label,
      metersAway: tens(where.point && metersBetween(spot, where.point)),
      isSameBuilding: likeness.isSameBuilding,
      createdAt: issue.createdAt,
      state: issue.state,
      stateName: issueStateNames[issue.state],
      isOpen: issue.isOpen,
      thumbnailUrl: urls.get(thumbnailOf(issue, isMine) ?? '') ?? null,
      joinedCount: joinedCountOf(issue),
      hasJoined: hasJoined(issue, actor.personId),
      isMine,
    }
  }
  return { issues: found.map(shown), now: toInstant(now) }
}
