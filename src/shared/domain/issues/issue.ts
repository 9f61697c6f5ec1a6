import * as z from 'zod'
import { fileId, id, instant, point, role, stars } from '../../kernel/shapes'
import { entryKinds, moveName } from '../../contracts/issues/shapes'
import { contentCheckShape } from './content-check-record'
import { followerShape } from './followers'
import { followUpShape } from './follow-up-shape'
import { extensionShape } from './extension-shape'
import { remindersShape } from './reminders-shape'
import { supervisionShape } from './supervision-shape'
import { issueResults, issueSources, issueStates } from '../../kernel/vocabulary'
import { limitShape } from './limit'
import { jointFacts } from './joint-record'
import { partyShape } from './party'
import { procedureFacts } from './steps-record'
import { worksShape } from './works-shape'

export type { Party } from './party'

export const checkStates = ['waiting', 'passed', 'rejected'] as const

export const entryShape = z.object({
  at: instant,
  kind: z.enum(entryKinds),
  move: moveName.nullable(),
  /** What a step of joint handling is called; the others are called by their kind. */
  title: z.string().optional(),
  from: z.enum(issueStates).nullable(),
  to: z.enum(issueStates).nullable(),
  /** null: the system itself (router, timer). */
  actor: z.object({ personId: id, name: z.string(), role: role.nullable() }).nullable(),
  text: z.string().nullable(),
  fileIds: z.array(fileId),
  /** Which other issue the line is about; shown to nobody who may not know both. */
  issueId: id.optional(),
})
export type IssueEntry = z.infer<typeof entryShape>

/**
 * An issue (事项): anything that must be dealt with. State, owner and clock are the current truth; the timeline is how it
 * came about and is only ever appended to.
 */
export const issueRecord = z.object({
  _id: id,
  communityId: id,
  /** Short and readable, for the telephone: e.g. "1125-K7M3". */
  code: z.string(),
  classCode: z.string(),
  text: z.string(),
  source: z.enum(issueSources),
  place: z.object({
    /** What was picked, down to the unit, or the grid of a point; empty for words alone. */
    label: z.string(),
    /** The door of a picked household (门牌号), kept apart: it says who reported. */
    door: z.string().nullable(),
    estateId: id.nullable(),
    buildingId: id.nullable(),
    unitId: id.nullable(),
    householdId: id.nullable(),
    point: point.nullable(),
    accuracyMeters: z.number().nullable(),
    words: z.string().nullable(),
  }),
  gridId: id.nullable(),
  gridName: z.string().nullable(),
  groupId: id.nullable(),
  branchId: id.nullable(),
  routeReason: z.string(),
  state: z.enum(issueStates),
  /** False in every terminal state; the queue and the workloads count by it. */
  isOpen: z.boolean(),
  owner: partyShape,
  /** The first person asked (首问负责). */
  contact: partyShape,
  leadId: id,
  helperIds: z.array(id),
  ...jointFacts,
  ...procedureFacts,
  /** Whom of the night's roster (值班表) it was told to, and when; they may see it and note progress, but own nothing. */
  rosterTold: z.array(partyShape.extend({ toldAt: instant })).optional(),
  /** Whom of the street (街道) it was told to when it was late by days, and when; they may see it, and own nothing. */
  escalatedTo: z.array(partyShape.extend({ toldAt: instant })).optional(),
  reporterId: id,
  reporterName: z.string(),
  isUnnamed: z.boolean(),
  /** Who entered it for its reporter (代报), in the post in which they did; absent where the reporter did. */
  enteredBy: partyShape.optional(),
  /** Whom a complaint (意见) is about; they neither see it nor get it. */
  aboutPersonId: id.nullable(),
  fileIds: z.array(fileId),
  /** What the content check (内容安全检测) said of the reporter's words. */
  textCheck: z.enum(checkStates),
  /** The photos, before and after, that have passed the content check; no other photo is shown to the public. */
  passedFileIds: z.array(fileId),
  /** Where the content check stands; absent until an issue is first saved. */
  contentCheck: contentCheckShape.optional(),
  /** True when residents may see it: a public class, its words and every photo of its reporter passed. Follows from the rest. */
  isPublic: z.boolean(),
  /** True while something of it waits for a person to say whether it may be shown. Follows from the content check. */
  isToReview: z.boolean().optional(),
  /** Digests of the photos in `fileIds`, by which one of them is known again when it is shown as the result. */
  beforeDigests: z.array(z.string()),
  result: z.enum(issueResults).nullable(),
  sentence: z.string().nullable(),
  resultFileIds: z.array(fileId),
  /** Digests of every photo that was ever shown as a result, so that one that did not hold is not shown again. */
  shownDigests: z.array(z.string()).optional(),
  /** Who brought the result, and so may not check it. */
  fixerId: id.nullable(),
  clock: z.object({
    startedAt: instant,
    dueAt: instant,
    amberAt: instant,
    /** Set while the clock stands still (suspended, returned). */
    pausedAt: instant.nullable(),
    suspendedUntil: z.string().nullable(),
    /** The limit it was started with; absent in clocks from before limits could be set. */
    limit: limitShape.optional(),
  }),
  /** By when somebody has to have taken it up (受理时限); absent in issues from before it could be set. */
  acceptBy: instant.optional(),
  /** While returned or verifying: how long its reporter's answer is waited for. */
  silentUntil: instant.optional(),
  /** While closed: until when its reporter may reopen it. */
  reopenUntil: instant.optional(),
  reminders: remindersShape.optional(),
  extension: extensionShape.nullable().optional(),
  createdAt: instant,
  updatedAt: instant,
  submittedAt: instant.nullable(),
  closedAt: instant.nullable(),
  returnedAt: instant.nullable(),
  mergedInto: z.object({ issueId: id, from: z.enum(issueStates) }).nullable(),
  /** Who joined it (我也遇到), and the reporters and followers of the issues merged into it. */
  followers: z.array(followerShape),
  /** The household of its reporter when they reported, which counts once however many of it join. */
  reporterHouseholdId: id.nullable().optional(),
  /** Where likely duplicates are looked for; absent where there is no spot to measure from. */
  nearCell: z.string().optional(),
  /** The closed issue that broke again (又坏了), and the reports that came when this one did. */
  followsId: id.optional(),
  followedByIds: z.array(id).optional(),
  /** Works (整治工程) done for it. */
  works: worksShape.nullable().optional(),
  /** The project (项目) the desk made of it, the latest where there were several. */
  projectId: id.nullable().optional(),
  reopens: z.number().int(),
  passes: z.number().int(),
  /** Until when the desk has to name an owner: of what came back to it, or was passed on too often. */
  decisionDueAt: instant.nullable(),
  appeals: z.number().int(),
  isSupervised: z.boolean(),
  supervision: supervisionShape.nullable().optional(),
  isSampled: z.boolean(),
  rating: z.object({ stars, tags: z.array(z.string()), text: z.string().nullable(), at: instant }).nullable(),
  /** The answer to the second question, four weeks after closing. */
  followUp: followUpShape.nullable().optional(),
  timeline: z.array(entryShape),
})
export type Issue = z.infer<typeof issueRecord>
