import type { CommandContext } from '../../runtime/handler'
import type { Chance } from './settle'

/** Ids and secrets of new accounts, drawn before the transaction so that its second run draws none. */
export const chanceOf = ({ newId, newSecret }: Pick<CommandContext, 'newId' | 'newSecret'>): Chance => {
  const ids = { person: newId('account'), family: newId('account') }
  return { newAccountId: (kind) => ids[kind], newSecret }
}
