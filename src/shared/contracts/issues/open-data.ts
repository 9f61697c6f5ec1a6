import * as z from 'zod'
import { command } from '../../kernel/capability'
import { id, words } from '../../kernel/shapes'

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
      perTenMinutes: z.number().int().min(1, '至少一件').max(1000, '最多一千件').default(100),
    }),
    output: z.object({ id }),
  }),
}
