import type { issues } from '@/shared/contracts/issues'
import { sendBack as sentBack } from '@/shared/domain/issues/joint'
import type { Handler } from '../../runtime/handler'
import { dutyPersonOf } from './duty-person'
import { owesCommitment, shareOut } from './share-out'

/** Sends an issue back as not the department's own; the duty post hears of it when the community has to decide. */
export const sendBack: Handler<typeof issues.sendBack> = ({ id, reason }, context) => {
  const key = context.newId('notice')
  return context.transact((tx) =>
    shareOut(tx, { id, key }, context, async (issue, rules) => {
      const owes = await owesCommitment(id, context.actor.personId, context)
      const isLast = (issue.bounces ?? 0) + 1 >= rules.settings.passesMax
      const dutyPersonId = isLast ? await dutyPersonOf(issue, context) : null
      return sentBack(issue, { reason, owes, dutyPersonId }, context.actor, context.now, rules)
    }),
  )
}
