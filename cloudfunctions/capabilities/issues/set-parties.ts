import type { issues } from '@/shared/contracts/issues'
import { setParties as withParties } from '@/shared/domain/issues/parties'
import type { Handler } from '../../runtime/handler'
import { shareOut } from './share-out'

/** Writes down whom a dispute is between, and which former names never were of a party. */
export const setParties: Handler<typeof issues.setParties> = ({ id, ...named }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    shareOut(tx, { id, key }, context, async (issue) => withParties(issue, named, context.actor, context.now)),
  )
}
