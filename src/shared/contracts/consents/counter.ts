import * as z from 'zod'
import { answers, channels } from '../../kernel/consents'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'

const unsealing = z.object({
  id,
  pseudonym: id,
  reason: z.string(),
  askedByName: z.string(),
  askedAt: instant,
  confirmedByName: z.string().nullable(),
  confirmedAt: instant.nullable(),
  /** I am a counter and may confirm it now. */
  canConfirm: z.boolean(),
})

/** What two sworn counters (监票人) do together: open one line of the log to its name, on record. */
export const counterSide = {
  askUnsealing: command({
    summary: '监票人申请拆封核对日志里的一户，写明原因，等另一位监票人同意',
    roles: ['resident'],
    input: z.strictObject({
      id,
      pseudonym: z.string().regex(/^[0-9a-f]{24}$/, '户号是日志里的 24 位编码'),
      reason: words(200, '原因'),
    }),
    output: unsealing,
    refusals: {
      CONSENT_NOT_COUNTED: '截止并复核以后才能拆封核对',
      UNSEALING_NO_LINE: '日志里没有这个户号，请核对后再填',
    },
  }),
  confirmUnsealing: command({
    summary: '另一位监票人同意拆封：显示这一户的门牌、签字人和意见，只显示这一次，并记入日志',
    roles: ['resident'],
    isSecret: true,
    input: z.strictObject({ id }),
    output: z.object({
      label: z.string(),
      signerName: z.string().nullable(),
      /** Why no signer is named though the household answered: their term is over, or they have left; null where there is one, or no answer. */
      goneFor: z.enum(['term', 'left']).nullable(),
      answer: z.enum(answers).nullable(),
      channel: z.enum(channels).nullable(),
    }),
    refusals: {
      UNSEALING_OWN: '要由另一位监票人同意，不能自己申请自己同意',
      UNSEALING_OVER: '这份申请已经用过，或超过一天没有人同意，请重新申请',
    },
  }),
  listUnsealings: query({
    summary: '拆封核对的记录：谁申请、谁同意、为什么；不列门牌和意见',
    roles: ['resident'],
    input: z.strictObject({ id, cursor }),
    output: z.object({ unsealings: z.array(unsealing), next: cursor, now: instant }),
  }),
}
