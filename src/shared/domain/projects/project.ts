import * as z from 'zod'
import { budgetLine, site } from '../../contracts/projects/shapes'
import { day, id, instant } from '../../kernel/shapes'
import { projectMoveList, projectStates, projectSteps } from '../../kernel/projects'
import { checkedWords } from '../consultations/checked-words'
import { worksShape } from '../issues/works-shape'

const party = z.strictObject({ personId: id, name: z.string() })

/** A project (项目): one document from the proposal to the published final account. */
export const projectRecord = z.strictObject({
  _id: id,
  communityId: id,
  /** The call it answers and the unit it comes from; null for one the desk put on record by itself. */
  callId: id.nullable(),
  unitId: id.nullable(),
  unitName: z.string().nullable(),
  /** The issue (事项) out of which the desk made it; null for all others. */
  issueId: id.nullable(),
  title: z.string(),
  text: z.string(),
  state: z.enum(projectStates),
  /** The last step of the way it reached, which an end beside the way keeps. */
  reached: z.enum(projectSteps),
  isEnded: z.boolean(),
  /** Seen by everybody once the desk has screened what somebody wrote; never where the content check found it risky. */
  isPublic: z.boolean(),
  ...checkedWords.shape,
  proposerId: id,
  proposerName: z.string(),
  /** Who answers for it, named by the resolution. */
  owner: party.nullable(),
  resolution: z.strictObject({ sentence: z.string(), dueOn: day }).nullable(),
  /** The last day of the public notice. */
  noticeUntil: day.nullable(),
  lines: z.array(budgetLine),
  works: worksShape.nullable(),
  sites: z.array(site),
  fundingId: id.nullable(),
  history: z.array(
    z.strictObject({
      move: z.enum(projectMoveList).nullable(),
      state: z.enum(projectStates),
      at: instant,
      /** The post's holder who did it; null for whoever proposed. */
      byName: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
  createdAt: instant,
  updatedAt: instant,
})
export type Project = z.infer<typeof projectRecord>
export type BudgetLine = Project['lines'][number]
export type Site = Project['sites'][number]

/** A call for proposals (征集) among party groups and resident groups, with what the special fund holds for it. */
export const projectCallRecord = z.strictObject({
  _id: id,
  communityId: id,
  title: z.string(),
  text: z.string(),
  from: day,
  to: day,
  fundFen: z.int().min(0),
  /** Given to projects that were approved; final accounts correct it. */
  allocatedFen: z.int().min(0),
  units: z.array(
    z.strictObject({
      id,
      kind: z.enum(['partyGroup', 'residentGroup']),
      name: z.string(),
    }),
  ),
  /** Those of them that have proposed, which stay; written with a unit's first proposal, so that it cannot vanish under it. */
  unitIdsInUse: z.array(id),
  /** How often the desk has set it; whoever changes it says which of these they read. */
  version: z.int().min(1),
  createdAt: instant,
})
export type ProjectCall = z.infer<typeof projectCallRecord>
