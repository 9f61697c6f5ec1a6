import * as z from 'zod'
import { query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { brief, detail, handlers } from './shapes'

/** What a person may read of issues. */
export const reading = {
  getIssue: query({
    summary: '一件事的全部：经过、负责人、我能做的操作',
    roles: ['signedIn'],
    input: z.strictObject({ id }),
    output: detail,
  }),
  listMyIssues: query({
    summary: '我上报的和我也遇到的事项，新的在前',
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
}
