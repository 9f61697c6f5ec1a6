import type { redemptions } from '@/shared/contracts/redemptions'
import { handoutOf } from '@/shared/domain/redemptions/views'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { checkCode } from './check-code'

/** What a code stands for, before it is handed over. */
export const findRedemption: Handler<typeof redemptions.findRedemption> = async ({ code }, context) => {
  const good = await checkCode(code, context)
  if (isRefusal(good)) return good
  const { store, files } = context
  const { redemption } = good
  const person = await store.persons.get(redemption.personId)
  const urls = redemption.fileId ? await files.urlsOf([redemption.fileId]) : new Map<string, string>()
  return handoutOf(redemption, person?.name ?? '', urls)
}
