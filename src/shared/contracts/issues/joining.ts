import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { id, instant, words } from '../../kernel/shapes'
import { issueStates } from '../../kernel/vocabulary'
import { brief, handlers, issuePlace } from './shapes'

/** How near a like issue is: metres to the nearest ten, null where there is no spot to measure from. */
const nearness = { metersAway: z.number().int().nullable(), isSameBuilding: z.boolean() }

/** An issue the way every resident may know it: what and where, how it stands, words and a photo that have passed the check; nobody's name, no door. */
export const likeIssue = z.object({
  id,
  classCode: z.string(),
  className: z.string(),
  /** The words it was reported in, cut to a row: one lamp is not the other. */
  text: z.string(),
  placeLabel: z.string(),
  ...nearness,
  createdAt: instant,
  state: z.enum(issueStates),
  stateName: z.string(),
  isOpen: z.boolean(),
  thumbnailUrl: z.string().nullable(),
  /** How many households beside its reporter's have met it too. */
  joinedCount: z.number().int(),
  hasJoined: z.boolean(),
  isMine: z.boolean(),
})

/** Finding what has been reported already, and joining it (我也遇到) instead of reporting it again. */
export const joining = {
  findDuplicates: query({
    summary: '上报前找附近类似的事，最多五件，只给可以公开的内容',
    roles: ['signedIn'],
    input: z.strictObject({ classCode: z.string().max(40), text: words(2000, '情况说明'), place: issuePlace }),
    output: z.object({ issues: z.array(likeIssue).max(5), now: instant }),
    refusals: {
      ISSUE_CLASS_UNKNOWN: '没有这个事项类别，请重新选择',
      ISSUE_PLACE_UNKNOWN: '没有找到这个地点，请重新选择',
      ISSUE_OUTSIDE_COMMUNITY: '这个位置不在本社区范围内，请重新标注或选择小区和楼栋',
    },
  }),
  joinIssue: command({
    summary: '我也遇到：不用再报一次，每户算一次，有进展都会通知',
    roles: ['signedIn'],
    input: z.strictObject({ id }),
    output: z.object({ id, joinedCount: z.number().int(), ownerName: z.string(), stateName: z.string() }),
    refusals: {
      ISSUE_JOIN_OWN: '这件事是您自己上报的，进展会直接通知您',
      ISSUE_JOIN_ENDED: '这件事已经办结。如果还没有解决，请您再报一次',
      ISSUE_JOIN_FULL: '关注这件事的人已经太多，暂时加不进来；社区已经在处理',
    },
  }),
  leaveIssue: command({
    summary: '撤销我也遇到，不再收到这件事的通知',
    roles: ['signedIn'],
    input: z.strictObject({ id }),
    output: z.object({ id, joinedCount: z.number().int() }),
  }),
  listLikelyParents: query({
    summary: '这件事可能重复了哪件还在办的事，合并时先给这些',
    roles: handlers,
    input: z.strictObject({ id }),
    output: z.object({ issues: z.array(brief.extend(nearness)).max(5), now: instant }),
  }),
}
