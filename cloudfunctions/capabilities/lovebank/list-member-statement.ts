import type { lovebank } from '@/shared/contracts/lovebank'
import { entryView } from '@/shared/domain/lovebank/account-view'
import { bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import { isOfRedemption, isReversible, reversalIdOf } from '@/shared/domain/lovebank/entries'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { ownerOf } from './owner-of'
import { statementOf } from './statement-of'

/** The statement of a member as staff check it, with what may still be taken back. */
export const listMemberStatement: Handler<typeof lovebank.listMemberStatement> = async (
  { cursor, ...owner },
  context,
) => {
  const { store, now, directory } = context
  if (!(await ownerOf(owner, context))) return refuse('NOT_FOUND')
  const { entries, next } = await statementOf(store, owner, cursor)
  const ids = entries.map(({ transfer }) => reversalIdOf(transfer._id))
  const reversed = new Set((await store.transfers.list({ where: { _id: { in: ids } } })).map(({ refers }) => refers))
  const rules = bankRulesOf((await directory()).rules.settings)
  return {
    entries: entries.map(({ transfer, note }) => ({
      ...entryView(transfer, note),
      isReversible: !reversed.has(transfer._id) && !isOfRedemption(transfer) && isReversible(transfer, now, rules),
    })),
    next,
  }
}
