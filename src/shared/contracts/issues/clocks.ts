import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { brief, changed } from './shapes'

/** What may be done about the time an issue takes: more of it (延期), and somebody's eye on it (督办). */
export const clocks = {
  askExtension: command({
    summary: '申请延期：负责人在时限前可以申请一次，最多再加时限的一半',
    roles: ['owner'],
    input: z.strictObject({ id, reason: words(500, '延期的理由'), until: instant }),
    output: changed,
    refusals: {
      ISSUE_EXTENSION_ASKED: '这件事已经申请过一次延期',
      ISSUE_EXTENSION_TOO_LATE: '时限已经过了，不能再申请延期，请尽快办结',
      ISSUE_EXTENSION_NOT_NOW: '只有待处理和处理中的事项可以申请延期',
      ISSUE_EXTENSION_RANGE: '延期须晚于原来的时限，最多再加时限的一半',
    },
  }),
  decideExtension: command({
    summary: '答复延期申请：由党小组组长或社区工作者决定，不能是负责人自己',
    roles: ['groupLeader', 'communityWorker'],
    input: z.strictObject({ id, agree: z.boolean(), reason: words(500, '理由').optional() }),
    output: changed,
    refusals: {
      ISSUE_EXTENSION_NOT_ASKED: '这件事没有延期申请',
      ISSUE_EXTENSION_DECIDED: '这次延期申请已经答复过了',
      ISSUE_EXTENSION_LAPSED: '这件事已经提交结果或结束，不用再答复延期',
      ISSUE_MOVE_INCOMPLETE: '还有内容没有填写',
    },
  }),
  setSupervision: command({
    summary: '督办一件事、再次催问，或解除督办，都要写明理由',
    roles: ['communityWorker'],
    input: z.strictObject({ id, on: z.boolean(), reason: words(500, '理由') }),
    output: changed,
    refusals: {
      ISSUE_SUPERVISION_CLOSED: '这件事已经结束，不能督办',
      ISSUE_NOT_SUPERVISED: '这件事没有在督办',
      ISSUE_SUPERVISION_OWN: '您是这件事的负责人，请由其他社区工作者解除督办',
    },
  }),
  listSupervised: query({
    summary: '督办中的事项：由谁答复、何时之前、最近的进展，先到期的在前',
    roles: ['communityWorker', 'administrator', 'branchSecretary'],
    input: z.strictObject({ cursor }),
    output: z.object({
      supervised: z.array(
        z.object({
          issue: brief,
          reason: z.string(),
          /** null: by the rule, when it was reopened too often. */
          byName: z.string().nullable(),
          since: instant,
          answerBy: instant,
          /** The answer is late, and somebody owes it. */
          isLate: z.boolean(),
          lastAnswer: z.object({ at: instant, title: z.string(), text: z.string(), byName: z.string() }).nullable(),
        }),
      ),
      next: cursor,
      now: instant,
    }),
  }),
  listOverdue: query({
    summary: '超过时限还没有办结的事项，按网格分开，超得最久的在前',
    roles: ['communityWorker', 'administrator', 'branchSecretary'],
    input: z.strictObject({
      /** One grid; null for what lies in none; absent for all. */
      gridId: id.nullable().optional(),
      cursor,
    }),
    output: z.object({
      /** How many there are in every grid that has any, the most first, of the thousand longest late; only with the first page. */
      grids: z.array(z.object({ gridId: id.nullable(), name: z.string(), count: z.number().int() })),
      /** There are more than a thousand: then each grid has at least so many. */
      isMore: z.boolean(),
      issues: z.array(brief),
      next: cursor,
      now: instant,
    }),
  }),
}
