import type { lovebank } from '@/shared/contracts/lovebank'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import { accountView, emptyView } from '@/shared/domain/lovebank/account-view'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { ownerOf } from './owner-of'

/** One account as staff see it, also of somebody who has earned nothing yet. */
export const getMember: Handler<typeof lovebank.getMember> = async (owner, context) => {
  const found = await ownerOf(owner, context)
  if (!found) return refuse('NOT_FOUND')
  const holder = await context.store.holders.get(holderIdOf(owner.kind, owner.ownerId))
  const account = holder && (await context.store.accounts.get(holder.accountId))
  const { name, familyId } = found
  return { name, familyId, account: account ? accountView(owner.kind, account) : emptyView(owner.kind) }
}
