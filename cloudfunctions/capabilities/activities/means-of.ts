import { bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import type { CommandContext } from '../../runtime/handler'
import type { Means } from './settle'

/** Ids and secrets of new accounts, drawn before the transaction so that its second run draws none, and the rules of the community. */
export const meansOf = async ({
  newId,
  newSecret,
  directory,
}: Pick<CommandContext, 'newId' | 'newSecret' | 'directory'>): Promise<Means> => {
  const ids = { person: newId('account'), family: newId('account') }
  return { newAccountId: (kind) => ids[kind], newSecret, rules: bankRulesOf((await directory()).rules.settings) }
}
