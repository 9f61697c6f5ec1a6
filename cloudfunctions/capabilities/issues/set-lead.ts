import type { issues } from '@/shared/contracts/issues'
import { setLead as withLead } from '@/shared/domain/issues/joint'
import type { Handler } from '../../runtime/handler'
import { candidateOf } from './candidate-of'
import { shareOut } from './share-out'

/** Names the one who leads; whoever led before helps on. */
export const setLead: Handler<typeof issues.setLead> = ({ id, personId, reason }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    shareOut(tx, { id, key }, context, async (issue, rules) => {
      const person = await candidateOf(personId, issue, context)
      return withLead(issue, { personId, person, reason }, context.actor, context.now, rules)
    }),
  )
}
