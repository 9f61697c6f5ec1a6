import type { issues } from '@/shared/contracts/issues'
import { removeHelper as withoutHelper } from '@/shared/domain/issues/joint'
import type { Handler } from '../../runtime/handler'
import { owesCommitment, shareOut } from './share-out'

/** Lets a helper go, unless a commitment of theirs is still open. */
export const removeHelper: Handler<typeof issues.removeHelper> = ({ id, personId, reason }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    shareOut(tx, { id, key }, context, async (issue) => {
      const owes = await owesCommitment(id, personId, context)
      return withoutHelper(issue, { personId, reason, owes }, context.actor, context.now)
    }),
  )
}
