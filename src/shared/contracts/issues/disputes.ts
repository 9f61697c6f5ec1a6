import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { steps } from '../../kernel/steps'
import { photoIds, photoRefusals } from '../files'
import { changed, handlers } from './shapes'

/** A name as it is written: letters of any kind, at least one of them Chinese. */
const partyName = words(20, '姓名').pipe(
  z.string().regex(/^(?=.*\p{Script=Han})[\p{L}·\s]{2,}$/u, '姓名请写两个字以上的中文名'),
)

/** Disputes (矛盾纠纷) and hazards (隐患): their steps, their parties, and who has read them. */
export const disputes = {
  takeStep: command({
    summary: '矛盾纠纷和隐患走下一步：受理、调解、协议、履行、回访，或整改、复查',
    roles: handlers,
    input: z.strictObject({
      id,
      step: z.enum(steps, { error: '没有这一步' }),
      text: words(2000, '这一步的情况'),
      fileIds: photoIds,
    }),
    output: changed,
    refusals: {
      STEP_NOT_NEXT: '还没轮到这一步，请按顺序来',
      STEP_NOT_NOW: '这件事现在的状态不能走这一步',
      STEPS_FULL: '记录的步骤太多了，请提交结果或联系社区',
      ...photoRefusals,
    },
  }),
  setParties: command({
    summary: '登记矛盾纠纷的当事人，姓名只有办理的人能看到',
    roles: handlers,
    input: z.strictObject({
      id,
      parties: z
        .array(partyName)
        .min(2, '请至少登记两位当事人')
        .max(10, '最多登记 10 位当事人')
        .refine((names) => new Set(names).size === names.length, '有姓名重复了'),
      /** Former names that were written down by mistake and never were of a party: what they stand in is shown as it is again. */
      notParties: z.array(partyName).max(50, '一次最多去掉 50 个姓名').optional(),
    }),
    output: changed,
  }),
  listAccessLogs: query({
    summary: '查看记录：谁在什么时候看过矛盾纠纷的哪些内容、居民的电话，新的在前',
    roles: ['administrator', 'branchSecretary'],
    input: z.strictObject({ issueId: id.optional(), cursor }),
    output: z.object({
      reads: z.array(
        z.object({
          id,
          issueId: id,
          issueCode: z.string(),
          personName: z.string(),
          action: z.string(),
          fields: z.array(z.string()),
          /** What a number was asked for; null where none was. */
          purpose: z.string().nullable(),
          at: instant,
        }),
      ),
      next: cursor,
      now: instant,
    }),
  }),
}
