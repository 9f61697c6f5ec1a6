import type { issues } from '@/shared/contracts/issues'
import { dropCommitment as dropped } from '@/shared/domain/issues/commitment'
import type { Handler } from '../../runtime/handler'
import { changeCommitment } from './change-commitment'

/** A promise nobody needs any more, or whose owner has left. */
export const dropCommitment: Handler<typeof issues.dropCommitment> = ({ id, reason }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    changeCommitment(tx, { id, key }, context, async (issue, commitment) =>
      dropped(issue, commitment, reason, context.actor, context.now),
    ),
  )
}
