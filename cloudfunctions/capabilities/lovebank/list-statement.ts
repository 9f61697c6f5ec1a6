import type { lovebank } from '@/shared/contracts/lovebank'
import { entryView } from '@/shared/domain/lovebank/account-view'
import type { Handler } from '../../runtime/handler'
import { statementOf } from './statement-of'

/** What the caller earned and spent, or their family, with the balance after each. */
export const listStatement: Handler<typeof lovebank.listStatement> = async ({ kind, cursor }, { actor, store }) => {
  const ownerId = kind === 'person' ? actor.personId : actor.householdId
  if (!ownerId) return { entries: [] }
  const { entries, next } = await statementOf(store, { kind, ownerId }, cursor)
  return { entries: entries.map(({ transfer, note }) => entryView(transfer, note)), next }
}
