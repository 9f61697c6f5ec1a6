import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { brief, changed, handlers } from './shapes'

const sharing = {
  ISSUE_NOT_SHARED_NOW: '这件事现在的状态不能调整分工，请刷新后再看',
} as const
const asking = {
  ...sharing,
  ISSUE_PERSON_UNFIT: '不能请这个人，请选择在岗的工作人员',
  ISSUE_HELPERS_FULL: '协办已经有 10 个，请先减少一个',
  ISSUE_SENT_BACK_TOO_OFTEN: '这件事已被多次退回，由社区来决定由谁办',
} as const
const owed = { ISSUE_COMMITMENT_OWED: '还有没完成的承诺事项，请先完成，或请牵头人撤销' } as const

/** Joint handling (联合办理): one lead, helpers, and the way back. */
export const joint = {
  setLead: command({
    summary: '指定牵头人：一件事只有一个牵头，由牵头提交结果',
    roles: handlers,
    input: z.strictObject({ id, personId: id, reason: words(500, '理由') }),
    output: changed,
    refusals: { ...asking, ISSUE_LEADS_ALREADY: '这个人已经在牵头' },
  }),
  addHelper: command({
    summary: '增加一个协办，写明请对方做什么',
    roles: handlers,
    input: z.strictObject({ id, personId: id, task: words(200, '请对方做什么') }),
    output: changed,
    refusals: { ...asking, ISSUE_HELPS_ALREADY: '这个人已经在负责、牵头或协办' },
  }),
  removeHelper: command({
    summary: '减少一个协办，写明理由',
    roles: handlers,
    input: z.strictObject({ id, personId: id, reason: words(500, '理由') }),
    output: changed,
    refusals: { ...sharing, ...owed, ISSUE_HELPER_UNKNOWN: '这个人不在协办里' },
  }),
  sendBack: command({
    summary: '部门退回：不属本部门，写明理由退给负责人；退回多次由社区决定',
    roles: handlers,
    input: z.strictObject({ id, reason: words(500, '退回的理由') }),
    output: changed,
    refusals: {
      ...sharing,
      ...owed,
      ISSUE_DECIDED_BY_COMMUNITY: '社区已经决定由您办理，有不同意见请联系社区',
    },
  }),
  listDepartmentIssues: query({
    summary: '部门收件箱：本人或本部门牵头、协办的事项',
    roles: handlers,
    input: z.strictObject({
      part: z.enum(['lead', 'help']).default('lead'),
      of: z.enum(['mine', 'department']).default('department'),
      isOpen: z.boolean().default(true),
      cursor,
    }),
    output: z.object({
      /** `task`: what a helper was asked for. */
      issues: z.array(brief.extend({ task: z.string().nullable() })),
      next: cursor,
      now: instant,
    }),
  }),
}
