import * as z from 'zod'
import { contentCheckView } from './check-shapes'
import { extensionShown, supervisionShown } from './clock-shapes'
import { staffRoles } from '../../kernel/roles'
import { fileId, id, instant, personName, point, role, stars, words } from '../../kernel/shapes'
import { jointDetail } from './joint-shapes'
import { procedureDetail } from './procedure-shapes'
import { worksShown } from './works-shapes'
import { issueMoveNames, issueResults, issueSources, issueStates, type IssueMove } from '../../kernel/vocabulary'

export const moveName = z.enum(Object.keys(issueMoveNames) as [IssueMove, ...IssueMove[]], { error: '没有这种操作' })

/**
 * Where it is: what the reporter picked, where they stood, or what they typed; at least one. Routing uses them
 * in that order and keeps the rest as a hint for whoever goes there.
 */
export const issuePlace = z
  .strictObject({
    householdId: id.optional(),
    unitId: id.optional(),
    buildingId: id.optional(),
    estateId: id.optional(),
    point: point.optional(),
    accuracyMeters: z.number().min(0).max(100_000).optional(),
    words: words(200, '地点说明').optional(),
  })
  .refine(
    (place) => place.householdId ?? place.unitId ?? place.buildingId ?? place.estateId ?? place.point ?? place.words,
    '请选择地点、在地图上标出，或写下地点',
  )
export type IssuePlace = z.infer<typeof issuePlace>

export const route = z.object({
  gridId: id.nullable(),
  gridName: z.string().nullable(),
  owner: z.object({ personId: id, name: z.string(), role, roleName: z.string() }),
  /** A whole sentence, e.g. "第六网格 · 网格员 王某，因为位置在网格内". */
  reason: z.string(),
})

export const photo = z.object({ id: fileId, url: z.string() })

/** What a line of an issue's history can be: a move of the table, or a fact beside the state. */
export const entryKinds = [
  'reported',
  'move',
  'progress',
  'rating',
  'joint',
  'extensionAsked',
  'extensionAgreed',
  'extensionRefused',
  'supervised',
  'supervisionEnded',
  'followUp',
  'follows',
] as const

const timelineEntry = z.object({
  at: instant,
  kind: z.enum(entryKinds),
  move: moveName.nullable(),
  title: z.string(),
  actor: personName.nullable(),
  from: z.enum(issueStates).nullable(),
  to: z.enum(issueStates).nullable(),
  text: z.string().nullable(),
  photos: z.array(photo),
})

const urgency = z.enum(['normal', 'amber', 'red', 'none'])

export const brief = z.object({
  id,
  code: z.string(),
  classCode: z.string(),
  className: z.string(),
  text: z.string(),
  placeLabel: z.string(),
  gridName: z.string().nullable(),
  state: z.enum(issueStates),
  stateName: z.string(),
  result: z.enum(issueResults).nullable(),
  ownerName: z.string(),
  createdAt: instant,
  updatedAt: instant,
  dueAt: instant.nullable(),
  /** amber from 75 % of the limit, red from 100 %, none while the clock does not run. */
  urgency,
  photoCount: z.number().int(),
  isRated: z.boolean(),
  /** How many households beside its reporter's have met the same thing. */
  joinedCount: z.number().int(),
  /** True when the reader has joined it (我也遇到). */
  hasJoined: z.boolean(),
  /** Until when a result waits for its reporter's word before a verifier's; null where it does not. */
  reporterUntil: instant.nullable(),
})

/** A project as an issue points to it. */
export const projectLink = z.object({ id, title: z.string(), stateName: z.string() })

const allowedMove = z.object({
  move: moveName,
  name: z.string(),
  to: z.enum(issueStates),
  /** Input fields the move cannot do without. */
  needs: z.array(z.string()),
})

/** What a change answers: the issue as it now stands, without photos; the page reads the whole again. */
export const changed = brief.extend({ now: instant, moves: z.array(allowedMove) })

export const detail = brief.extend({
  now: instant,
  source: z.enum(issueSources),
  photoPolicy: z.enum(['asked', 'optional', 'never']),
  place: z.object({
    label: z.string(),
    point: point.nullable(),
    buildingId: id.nullable(),
    words: z.string().nullable(),
  }),
  route,
  owner: z.object({
    personId: id,
    name: z.string(),
    role,
    roleName: z.string(),
    dutyPhone: z.string().nullable(),
  }),
  /** The first person asked stays the resident's contact (首问负责). */
  contact: z.object({ personId: id, name: z.string(), roleName: z.string(), dutyPhone: z.string().nullable() }),
  /** Who of the night's roster (值班表) it was told to, and when; they own nothing. */
  rosterTold: z.array(
    z.object({
      personId: id,
      name: z.string(),
      roleName: z.string(),
      dutyPhone: z.string().nullable(),
      toldAt: instant,
    }),
  ),
  /** null where the caller may not know who reported it. */
  reporter: z.object({ personId: id, name: z.string(), isUnnamed: z.boolean() }).nullable(),
  /** Who entered it for the reporter (代报); null where nobody did, or the caller may not know who reported it. */
  enteredBy: z.object({ personId: id, name: z.string(), roleName: z.string() }).nullable(),
  isMine: z.boolean(),
  /** True when the caller may ask for the reporter's number. */
  canAskPhone: z.boolean(),
  photos: z.array(photo),
  sentence: z.string().nullable(),
  resultPhotos: z.array(photo),
  timeline: z.array(timelineEntry),
  moves: z.array(allowedMove),
  joint: jointDetail,
  /** Steps of a dispute or a hazard; null for all other classes. */
  procedure: procedureDetail.nullable(),
  /** Whom a dispute is between; null for whoever may not know, and where there is none. */
  parties: z.array(z.string()).nullable(),
  /** Who once stood among them; empty for whoever may not know. */
  formerParties: z.array(z.string()),
  /** What is not shown to the caller's department, in words. */
  hiddenFields: z.array(z.string()),
  /** Works (整治工程) done for it; null where there were none. */
  works: worksShown.nullable(),
  canSetWorks: z.boolean(),
  /** The project that was made of it, where the caller may see that. */
  project: projectLink.nullable(),
  canGrowProject: z.boolean(),
  canAddProgress: z.boolean(),
  canRate: z.boolean(),
  /** True when the reader is asked, four weeks after closing, whether it has held. */
  canAnswerFollowUp: z.boolean(),
  followUp: z.object({ answer: z.enum(['lasting', 'brokeAgain']), at: instant }).nullable(),
  rating: z.object({ stars, tags: z.array(z.string()), text: z.string().nullable() }).nullable(),
  extension: extensionShown,
  isSupervised: z.boolean(),
  supervision: supervisionShown,
  reopens: z.number().int(),
  limitLabel: z.string(),
  contentCheck: contentCheckView.nullable(),
  /** What it was merged into, where the caller may see that. */
  parent: z.object({ id, code: z.string() }).nullable(),
  /** The closed issue that it follows (又坏了), where the caller may know both. */
  follows: z.object({ id, code: z.string() }).nullable(),
  /** What was reported when this one broke again, where the caller may know both. */
  followedBy: z.array(z.object({ id, code: z.string() })),
  /** What was merged into it, for those who deal with it. */
  children: z.array(z.object({ id, code: z.string() })),
  /** True when the reader may say that they have met it too. */
  canJoin: z.boolean(),
})
export type IssueDetail = z.infer<typeof detail>
export type IssueBrief = z.infer<typeof brief>

/** The posts whose holders deal with issues. */
export const handlers = [...staffRoles, 'localUnit'] as const
