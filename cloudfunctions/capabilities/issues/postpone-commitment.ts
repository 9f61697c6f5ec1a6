import type { issues } from '@/shared/contracts/issues'
import { postponeCommitment as postponed } from '@/shared/domain/issues/commitment'
import type { Handler } from '../../runtime/handler'
import { changeCommitment } from './change-commitment'

/** A promise moved to a later day, once. */
export const postponeCommitment: Handler<typeof issues.postponeCommitment> = ({ id, dueOn, reason }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    changeCommitment(tx, { id, key }, context, async (issue, commitment) =>
      postponed(issue, commitment, { dueOn, reason }, context.actor, context.now),
    ),
  )
}
