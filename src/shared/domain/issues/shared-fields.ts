import type { IssueBrief, IssueDetail } from '../../contracts/issues/shapes'
import type { Actor } from '../../kernel/actor'
import { departmentIdOf, type DepartmentField } from '../organization/departments'
import type { Issue } from './issue'
import { isHandlingTeam, isDispute } from './procedure'
import { isCommunityWorkerOf } from './sight'

/** The parts of a dispute that a department may be shown, as people call them. */
export const fieldNames = {
  text: '情况说明',
  place: '地点',
  process: '办理过程',
  promises: '承诺事项',
  result: '处理结果',
} as const
export type SharedField = keyof typeof fieldNames

/**
 * Which department sees what of a dispute it helps with: what its part needs, and no more. Whoever is not listed sees that there is one
 * and what was asked of them. Names of parties are in no row: they stay with the handling team.
 */
export const sharedFields: Partial<Record<DepartmentField, readonly SharedField[]>> = {
  综治: ['text', 'place', 'process', 'promises', 'result'],
  司法: ['text', 'process', 'promises', 'result'],
  公安: ['text', 'place', 'result'],
  劳动保障: ['text', 'promises', 'result'],
  综合行政执法: ['place', 'promises'],
}

const everything = Object.keys(fieldNames) as SharedField[]

const fieldsOfDepartment = (communityId: string, departmentId: string | undefined): readonly SharedField[] =>
  (Object.keys(sharedFields) as DepartmentField[])
    .filter((field) => departmentIdOf(communityId, field) === departmentId)
    .flatMap((field) => sharedFields[field] ?? [])

/** What somebody may be shown of an issue they see: all of it, unless it is a dispute and they are there as an outside body. */
export const fieldsSeenBy = (issue: Issue, viewer: Actor): readonly SharedField[] => {
  if (!isDispute(issue) || isHandlingTeam(issue, viewer)) return everything
  if (issue.reporterId === viewer.personId || isCommunityWorkerOf(issue, viewer)) return everything
  const outside = viewer.postings.filter(({ role }) =>
    ['officer', 'areaPolice', 'propertyManager', 'localUnit'].includes(role),
  )
  if (outside.length === 0) return everything
  return outside.flatMap(({ role, departmentId }) =>
    role === 'areaPolice' ? (sharedFields.公安 ?? []) : fieldsOfDepartment(issue.communityId, departmentId),
  )
}

const withheldEnd = '不向本部门公开）'
const withheld = (field: SharedField): string => `（${fieldNames[field]}${withheldEnd}`

/** True for the words that stand where a field is not shown. */
export const isWithheld = (value: unknown): boolean => typeof value === 'string' && value.endsWith(withheldEnd)

/** Stands for the router's reason where the place is not shown: that reason names the grid. */
const byClass = '由社区按类别派遣'

/** A row with only what its reader may be shown. */
export const sharedBrief = <B extends Pick<IssueBrief, 'text' | 'placeLabel' | 'gridName' | 'result'>>(
  brief: B,
  seen: readonly SharedField[],
): B => ({
  ...brief,
  ...(seen.includes('text') ? {} : { text: withheld('text') }),
  ...(seen.includes('place') ? {} : { placeLabel: withheld('place'), gridName: null }),
  ...(seen.includes('result') ? {} : { result: null }),
})

/** The whole issue with only what its reader may be shown. */
export const sharedDetail = (detail: IssueDetail, seen: readonly SharedField[], viewer: Actor): IssueDetail => {
  const hidden = everything.filter((field) => !seen.includes(field))
  if (hidden.length === 0) return detail
  const isHidden = (field: SharedField) => hidden.includes(field)
  return {
    ...sharedBrief(detail, seen),
    hiddenFields: hidden.map((field) => fieldNames[field]),
    ...(isHidden('text') ? { photos: [] } : {}),
    ...(isHidden('place')
      ? {
          place: { label: withheld('place'), point: null, buildingId: null, words: null },
          route: { ...detail.route, gridId: null, gridName: null, reason: byClass },
          timeline: detail.timeline.map((entry) =>
            entry.move === 'dispatch' && entry.actor === null ? { ...entry, text: byClass } : entry,
          ),
        }
      : {}),
    ...(isHidden('result') ? { sentence: null, resultPhotos: [], works: null } : {}),
    ...(isHidden('process')
      ? {
          timeline: detail.timeline.map((entry) =>
            entry.actor?.id === viewer.personId ? entry : { ...entry, text: null, photos: [] },
          ),
          procedure: detail.procedure && {
            ...detail.procedure,
            taken: detail.procedure.taken.map((step) => ({ ...step, text: null })),
          },
        }
      : {}),
    joint: {
      ...detail.joint,
      commitments: detail.joint.commitments.filter(
        ({ owner }) => !isHidden('promises') || owner.personId === viewer.personId,
      ),
      helpers: detail.joint.helpers.map((helper) =>
        isHidden('process') && helper.personId !== viewer.personId ? { ...helper, task: '协助办理' } : helper,
      ),
    },
  }
}
