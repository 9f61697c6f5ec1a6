import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, day, id, instant, words } from '../../kernel/shapes'
import { photoIds, photoRefusals } from '../files'
import { commitmentRow } from './joint-shapes'
import { changed, handlers } from './shapes'

const ended = { COMMITMENT_ENDED: '这项承诺已经完成或撤销' } as const
const dayFit = { COMMITMENT_DAY_UNFIT: '完成日期须在今天到一年之内，改期只能往后' } as const

/** Commitments (承诺事项): dated tasks of one issue, each with an owner. */
export const commitments = {
  addCommitment: command({
    summary: '记一项承诺：做什么、谁负责、哪天前完成',
    roles: handlers,
    input: z.strictObject({
      id,
      what: words(200, '承诺的内容'),
      personId: z.string({ error: '请选择由谁负责' }).min(1, '请选择由谁负责').pipe(id),
      dueOn: day,
      /** The joint meeting at which it was promised. */
      meetingId: id.optional(),
    }),
    output: changed,
    refusals: {
      ...dayFit,
      ISSUE_NOT_SHARED_NOW: '这件事现在的状态不能调整分工，请刷新后再看',
      ISSUE_PERSON_UNFIT: '不能请这个人，请选择在岗的工作人员',
      ISSUE_HELPERS_FULL: '协办已经有 10 个，请先减少一个',
      ISSUE_SENT_BACK_TOO_OFTEN: '这件事已被多次退回，由社区来决定由谁办',
      ISSUE_HELPS_ALREADY: '这个人已经在负责、牵头或协办',
      COMMITMENTS_FULL: '一件事最多记 50 项承诺',
    },
  }),
  completeCommitment: command({
    summary: '承诺完成：写一句怎么完成的，可附照片',
    roles: handlers,
    input: z.strictObject({ id, sentence: words(500, '完成情况'), fileIds: photoIds }),
    output: commitmentRow,
    refusals: { ...ended, ...photoRefusals },
  }),
  postponeCommitment: command({
    summary: '承诺改期，只能改一次，写明理由',
    roles: handlers,
    input: z.strictObject({ id, dueOn: day, reason: words(500, '改期的理由') }),
    output: commitmentRow,
    refusals: { ...ended, ...dayFit, COMMITMENT_MOVED_ALREADY: '这项承诺已经改期过一次，不能再改' },
  }),
  dropCommitment: command({
    summary: '撤销承诺，写明理由',
    roles: handlers,
    input: z.strictObject({ id, reason: words(500, '撤销的理由') }),
    output: commitmentRow,
    refusals: ended,
  }),
  listCommitments: query({
    summary: '本人或本部门的承诺事项，按完成日期排',
    roles: handlers,
    input: z.strictObject({
      of: z.enum(['mine', 'department']).default('mine'),
      isOpen: z.boolean().default(true),
      cursor,
    }),
    output: z.object({ commitments: z.array(commitmentRow), next: cursor, now: instant }),
  }),
}
