import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { id, instant, words } from '../../kernel/shapes'
import { issueStates } from '../../kernel/vocabulary'
import { photoIds, photoRefusals } from '../files'
import { issuePlace, route } from './shapes'

/** Before and while something is reported. */
export const reporting = {
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
      /** Entered for somebody else (代报): the assistance it is entered in. */
      assistanceId: id.optional(),
      /** The closed issue that broke again (又坏了). */
      followsId: id.optional(),
    }),
    output: z.object({ id, code: z.string(), state: z.enum(issueStates), route, dueAt: instant }),
    refusals: {
      ISSUE_CLASS_UNKNOWN: '没有这个事项类别，请重新选择',
      ISSUE_PLACE_UNKNOWN: '没有找到这个地点，请重新选择',
      ISSUE_OUTSIDE_COMMUNITY: '这个位置不在本社区范围内，请重新标注或选择小区和楼栋',
      ISSUE_SUBJECT_UNKNOWN: '没有找到您要反映的人，请重新选择',
      ISSUE_REPORTED_TOO_OFTEN:
        '您报得有点密，我们先把前面的办起来。这一件已存在手机里，过一会儿再提交就行；急事请直接打社区电话',
      ISSUE_FOLLOWED_UNKNOWN: '没有找到原来那件办结的事，请去掉它再提交；写好的内容还在',
      ASSISTANCE_UNKNOWN: '没有找到这次代报，请重新开始代报；写好的内容还在',
      ASSISTANCE_OVER: '这次代报已经结束，请重新开始代报；写好的内容还在',
      ASSISTANCE_ABOUT_SELF: '对您自己的意见不能由您代报，请让居民找别人代报，或自己上报',
      ISSUE_ENTERED_TOO_OFTEN: '您代报得有点密，先把前面的办起来，过一会儿再提交；急事请直接打社区电话',
      ...photoRefusals,
    },
  }),
}
