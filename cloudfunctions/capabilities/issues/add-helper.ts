import type { issues } from '@/shared/contracts/issues'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { addHelper as withHelper } from '@/shared/domain/issues/joint'
import type { Handler } from '../../runtime/handler'
import { candidateOf } from './candidate-of'
import { shareOut } from './share-out'

/** Asks one more person to help, with something in particular. */
export const addHelper: Handler<typeof issues.addHelper> = ({ id, personId, task }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    shareOut(tx, { id, key }, context, async (issue) => {
      const person = await candidateOf(personId, issue, context)
      return withHelper(issue, { personId, person, task }, context.actor, context.now, defaultIssueRules)
    }),
  )
}
