import type { issues } from '@/shared/contracts/issues'
import { addHelper as withHelper } from '@/shared/domain/issues/joint'
import type { Handler } from '../../runtime/handler'
import { candidateOf } from './candidate-of'
import { shareOut } from './share-out'

/** Asks one more person to help, with something in particular. */
export const addHelper: Handler<typeof issues.addHelper> = ({ id, personId, task }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    shareOut(tx, { id, key }, context, async (issue, rules) => {
      const person = await candidateOf(personId, issue, context)
      return withHelper(issue, { personId, person, task }, context.actor, context.now, rules)
    }),
  )
}
