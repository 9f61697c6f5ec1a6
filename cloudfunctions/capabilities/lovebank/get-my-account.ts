import type { lovebank } from '@/shared/contracts/lovebank'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import { accountView, emptyView } from '@/shared/domain/lovebank/account-view'
import type { Handler } from '../../runtime/handler'

/** The caller's own account, and the family's of the household they live in. */
export const getMyAccount: Handler<typeof lovebank.getMyAccount> = async (_input, { actor, store }) => {
  const { personId, householdId } = actor
  const ids = [holderIdOf('person', personId), ...(householdId ? [holderIdOf('family', householdId)] : [])]
  const holders = await store.holders.list({ where: { _id: { in: ids } } })
  const accountIds = holders.map(({ accountId }) => accountId)
  const accounts = holders.length > 0 ? await store.accounts.list({ where: { _id: { in: accountIds } } }) : []
  const viewOf = (kind: 'person' | 'family') => {
    const holder = holders.find((one) => one.kind === kind)
    const account = holder && accounts.find(({ _id }) => _id === holder.accountId)
    return account ? [accountView(kind, account)] : []
  }
  const [own = emptyView('person')] = viewOf('person')
  return { accounts: [own, ...viewOf('family')] }
}
