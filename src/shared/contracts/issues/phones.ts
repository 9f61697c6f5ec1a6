import * as z from 'zod'
import { command } from '../../kernel/capability'
import { phonePurposes } from '../../kernel/phone-words'
import { id, words } from '../../kernel/shapes'
import { handlers } from './shapes'

/** Private numbers: shown to one who asks, for a purpose, on record. */
export const phones = {
  askPhone: command({
    summary: '查看上报人的电话：要写明用途，本人同意过才能看，每次都有记录',
    roles: handlers,
    input: z
      .strictObject({
        id,
        purpose: z.enum(phonePurposes, { error: '请选择用途' }),
        words: words(100, '用途说明').optional(),
      })
      .refine(({ purpose, words: said }) => purpose !== 'other' || said !== undefined, {
        path: ['words'],
        error: '请写明用途',
      }),
    output: z.object({ phone: z.string() }),
    refusals: {
      PHONE_NOT_SHARED: '居民没有同意查看电话。开始处理后记一条进展，本人会收到',
      PHONE_NOT_LEFT: '居民没有留电话。开始处理后记一条进展，本人会收到',
    },
  }),
}
