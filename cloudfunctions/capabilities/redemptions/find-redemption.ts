import type { redemptions } from '@/shared/contracts/redemptions'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import { handoutOf } from '@/shared/domain/redemptions/views'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { checkCode } from './check-code'
import { accountsOf } from './own'

/** What a code stands for, before it is handed over. */
export const findRedemption: Handler<typeof redemptions.findRedemption> = async ({ code }, context) => {
  const good = await checkCode(code, context)
  if (isRefusal(good)) return good
  const { store, files } = context
  const { redemption } = good
  const owner = { kind: redemption.payer, ownerId: redemption.ownerId }
  const [person, accounts] = await Promise.all([store.persons.get(redemption.personId), accountsOf(store, [owner])])
  const account = accounts.get(holderIdOf(owner.kind, owner.ownerId))
  const urls = redemption.fileId ? await files.urlsOf([redemption.fileId]) : new Map<string, string>()
  const isSuspended = (account?.suspension ?? null) !== null
  return { ...handoutOf(redemption, person?.name ?? '', urls), isSuspended }
}
