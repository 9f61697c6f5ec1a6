import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { staffRoles } from '../kernel/roles'
import { cursor, day, fileId, id, instant, personName, point, role, stars, words } from '../kernel/shapes'
import {
  issueMoveNames,
  issueResults,
  issueSources,
  issueStates,
  ratingTags,
  type IssueMove,
} from '../kernel/vocabulary'
import { photoIds, photoRefusals } from './files'

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

const route = z.object({
  gridId: id.nullable(),
  gridName: z.string().nullable(),
  owner: z.object({ personId: id, name: z.string(), role, roleName: z.string() }),
  /** A whole sentence, e.g. "第六网格 · 网格员 王某，因为位置在网格内". */
  reason: z.string(),
})

const photo = z.object({ id: fileId, url: z.string() })

const timelineEntry = z.object({
  at: instant,
  kind: z.enum(['reported', 'move', 'progress', 'rating']),
  move: z.enum(Object.keys(issueMoveNames) as [IssueMove, ...IssueMove[]]).nullable(),
  title: z.string(),
  actor: personName.nullable(),
  from: z.enum(issueStates).nullable(),
  to: z.enum(issueStates).nullable(),
  text: z.string().nullable(),
  photos: z.array(photo),
})

const urgency = z.enum(['normal', 'amber', 'red', 'none'])

const brief = z.object({
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
})

const allowedMove = z.object({
  move: z.enum(Object.keys(issueMoveNames) as [IssueMove, ...IssueMove[]]),
  name: z.string(),
  to: z.enum(issueStates),
  /** Input fields the move cannot do without. */
  needs: z.array(z.string()),
})

/** What a change answers: the issue as it now stands, without photos; the page reads the whole again. */
const changed = brief.extend({ now: instant, moves: z.array(allowedMove) })

const detail = brief.extend({
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
  isMine: z.boolean(),
  photos: z.array(photo),
  sentence: z.string().nullable(),
  resultPhotos: z.array(photo),
  timeline: z.array(timelineEntry),
  moves: z.array(allowedMove),
  canAddProgress: z.boolean(),
  canRate: z.boolean(),
  rating: z.object({ stars, tags: z.array(z.string()), text: z.string().nullable() }).nullable(),
  isSupervised: z.boolean(),
  reopens: z.number().int(),
  limitLabel: z.string(),
  /** What it was merged into, where the caller may see that. */
  parent: z.object({ id, code: z.string() }).nullable(),
})
export type IssueDetail = z.infer<typeof detail>
export type IssueBrief = z.infer<typeof brief>

/** The posts whose holders deal with issues. */
const handlers = [...staffRoles, 'localUnit'] as const

export const issues = {
  listClasses: query({
    summary: '可上报的事项类别：时限、是否需要照片、紧急电话',
    roles: ['anyone'],
    input: z.strictObject({}),
    output: z.object({
      classes: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          keywords: z.array(z.string()),
          photoPolicy: z.enum(['asked', 'optional', 'never']),
          limitLabel: z.string(),
          responsible: z.string(),
          isPublic: z.boolean(),
          emergency: z
            .object({ advice: z.string(), numbers: z.array(z.object({ number: z.string(), name: z.string() })) })
            .nullable(),
        }),
      ),
    }),
  }),
  suggestClasses: query({
    summary: '从写的话猜是哪一类，最多三个，由上报人自己选',
    roles: ['signedIn'],
    input: z.strictObject({ text: words(2000, '情况说明') }),
    output: z.object({ classes: z.array(z.object({ code: z.string(), name: z.string() })).max(3) }),
  }),
  previewRoute: query({
    summary: '上报前看看会派给谁；靠近边界时给出两边供选择',
    roles: ['signedIn'],
    input: z.strictObject({
      classCode: z.string().max(40),
      place: issuePlace,
      /** As in the report, so that the preview says what the report will. */
      gridId: id.optional(),
      aboutPersonId: id.optional(),
    }),
    output: z.object({
      /** One route, or the routes of both sides when the place lies on a border. The first is taken unless another is chosen. */
      routes: z.array(route).min(1),
      isOnBorder: z.boolean(),
    }),
    refusals: {
      ISSUE_CLASS_UNKNOWN: '没有这个事项类别，请重新选择',
      ISSUE_PLACE_UNKNOWN: '没有找到这个地点，请重新选择',
      ISSUE_OUTSIDE_COMMUNITY: '这个位置不在本社区范围内，请重新标注或选择小区和楼栋',
      ISSUE_SUBJECT_UNKNOWN: '没有找到您要反映的人，请重新选择',
    },
  }),
  reportIssue: command({
    summary: '上报一件事，系统派给具体的人',
    roles: ['signedIn'],
    input: z.strictObject({
      classCode: z.string({ error: '请选择类别' }).max(40, '类别不正确'),
      text: words(2000, '情况说明'),
      place: issuePlace,
      fileIds: photoIds,
      /** On a border: the side the reporter chose. */
      gridId: id.optional(),
      /** Stay unnamed to all but the desk. */
      isUnnamed: z.boolean().default(false),
      /** Whom a complaint is about; they never get to decide it. */
      aboutPersonId: id.optional(),
      source: z.enum(['resident', 'patrol']).default('resident'),
    }),
    output: z.object({ id, code: z.string(), state: z.enum(issueStates), route, dueAt: instant }),
    refusals: {
      ISSUE_CLASS_UNKNOWN: '没有这个事项类别，请重新选择',
      ISSUE_PLACE_UNKNOWN: '没有找到这个地点，请重新选择',
      ISSUE_OUTSIDE_COMMUNITY: '这个位置不在本社区范围内，请重新标注或选择小区和楼栋',
      ISSUE_SUBJECT_UNKNOWN: '没有找到您要反映的人，请重新选择',
      ...photoRefusals,
    },
  }),
  getIssue: query({
    summary: '一件事的全部：经过、负责人、我能做的操作',
    roles: ['signedIn'],
    input: z.strictObject({ id }),
    output: detail,
  }),
  listMyIssues: query({
    summary: '我上报的事项，新的在前',
    roles: ['signedIn'],
    input: z.strictObject({ cursor }),
    output: z.object({ issues: z.array(brief), next: cursor, now: instant }),
  }),
  listQueue: query({
    summary: '待办队列，按截止时间排序',
    roles: handlers,
    input: z.strictObject({
      /** mine: I own it · verify: waits for a check I may do · grid: open in my grids · community: all open, for the desk. */
      view: z.enum(['mine', 'verify', 'grid', 'community']).default('mine'),
      cursor,
    }),
    output: z.object({ issues: z.array(brief), next: cursor, now: instant }),
  }),
  listCandidates: query({
    summary: '这件事可以交给谁：就近、部门、社区和其他网格在任的人，可按姓名、岗位、地点查找',
    roles: handlers,
    input: z.strictObject({ id, search: words(20, '查找的词').optional() }),
    output: z.object({
      groups: z.array(
        z.object({
          name: z.string(),
          people: z.array(
            z.object({
              personId: id,
              name: z.string(),
              roleName: z.string(),
              scopeName: z.string(),
              isAway: z.boolean(),
            }),
          ),
        }),
      ),
      /** True when there are more than are listed; searching finds them. */
      isMore: z.boolean(),
    }),
  }),
  moveIssue: command({
    summary: '推进一件事：开始、提交、核查、转交、退回等',
    roles: ['signedIn'],
    input: z.strictObject({
      id,
      move: z.enum(Object.keys(issueMoveNames) as [IssueMove, ...IssueMove[]], { error: '没有这种操作' }),
      reason: words(500, '理由').optional(),
      result: z.enum(issueResults, { error: '请选择处理结果' }).optional(),
      sentence: words(2000, '处理说明').optional(),
      /** After-photos with submit and solveOnSpot; further photos with resubmit. */
      fileIds: photoIds,
      /** Before-photo with solveOnSpot, where the report had none. */
      beforeFileIds: photoIds,
      personId: id.optional(),
      until: day.optional(),
      parentId: id.optional(),
      /** Who to turn to, when declined. */
      turnTo: words(200, '可以找谁').optional(),
    }),
    output: changed,
    refusals: {
      ISSUE_MOVE_NOT_ALLOWED: '这件事当前的状态不允许这样操作，请刷新后再看',
      ISSUE_MOVE_INCOMPLETE: '还有内容没有填写',
      ISSUE_FIXER_CANNOT_VERIFY: '处理人不能核查自己的处理结果',
      ISSUE_REOPEN_TOO_LATE: '办结已超过可以重新打开的期限，请重新上报',
      ISSUE_REOPEN_TOO_OFTEN: '这件事已多次重新打开并转入督办，请联系社区',
      ISSUE_ALREADY_APPEALED: '这件事已经申诉过一次',
      ISSUE_MERGE_CIRCLE: '不能合并到自己',
      ISSUE_PARENT_CLOSED: '要合并到的事项已经结束，请选择还在办理的事项',
      ISSUE_PERSON_UNFIT: '不能转给这个人，请选择在岗的工作人员',
      ISSUE_PASSED_ON_TOO_OFTEN: '这件事已转交多次，由社区来决定负责人',
      ISSUE_UNTIL_OUT_OF_RANGE: '挂起日期须在明天到 90 天之内',
      FILE_SHOWN_BEFORE: '处理后的照片和处理前的是同一张，请换一张处理之后拍的',
      ...photoRefusals,
    },
  }),
  addProgress: command({
    summary: '记一条进展，可附照片',
    roles: ['owner', 'lead'],
    input: z.strictObject({ id, text: words(2000, '进展'), fileIds: photoIds }),
    output: changed,
    refusals: { ISSUE_NOT_IN_PROGRESS: '只有处理中的事项可以记进展', ...photoRefusals },
  }),
  rateIssue: command({
    summary: '办结后由上报人评价',
    roles: ['reporter'],
    input: z.strictObject({
      id,
      stars,
      tags: z
        .array(z.enum(ratingTags, { error: '没有这个评价标签' }))
        .max(10)
        .default([]),
      text: words(500, '评价').optional(),
    }),
    output: changed,
    refusals: {
      ISSUE_NOT_CLOSED: '事情办结后才能评价',
      ISSUE_ALREADY_RATED: '您已经评价过了',
    },
  }),
}
