import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { id, instant, words } from '../../kernel/shapes'

const perTenMinutes = z.number().int('件数必须是整数').min(1, '至少一件').max(1000, '最多一千件').default(100)

/** What the administrator decides about programs of other organisations. */
export const openData = {
  setApiKey: command({
    summary: '登记或停用外部系统的接入密钥，只登记密钥的摘要',
    roles: ['administrator'],
    input: z.strictObject({
      /** SHA-256 of the key, in hex: the key itself never comes here. */
      keyHash: z.string().regex(/^[0-9a-f]{64}$/, '密钥摘要必须是六十四位十六进制数'),
      owner: words(60, '单位名称'),
      isActive: z.boolean().default(true),
      perTenMinutes,
    }),
    output: z.object({ id }),
  }),
  addApiKey: command({
    summary: '给外部系统生成一把接入密钥，密钥只给出这一次',
    roles: ['administrator'],
    input: z.strictObject({ owner: words(60, '单位名称'), perTenMinutes }),
    /** The key is told once and kept nowhere: null when the same request comes again. */
    output: z.object({ id, key: z.string().nullable() }),
  }),
  revokeApiKey: command({
    summary: '停用一把接入密钥，从下一次调用起不再有效',
    roles: ['administrator'],
    input: z.strictObject({ id }),
    output: z.object({ id }),
  }),
  listApiKeys: query({
    summary: '社区发出的接入密钥：给了谁、是否在用，不含密钥',
    roles: ['administrator'],
    input: z.strictObject({}),
    output: z.object({
      keys: z.array(
        z.object({
          id,
          owner: z.string(),
          isActive: z.boolean(),
          perTenMinutes: z.number().int(),
          setAt: instant,
          /** When it began to send what it has sent last; null for a key that never did. */
          usedAt: instant.nullable(),
        }),
      ),
      now: instant,
    }),
  }),
}
