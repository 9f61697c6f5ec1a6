import type { projects } from '@/shared/contracts/projects'
import { fundingIdOf } from '@/shared/domain/projects/funding'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { statementOf } from './statement-of'

/** The statement of the caller's own household. */
export const getMyShare: Handler<typeof projects.getMyShare> = async ({ projectId }, context) => {
  const { householdId, communityId } = context.actor
  const funding = householdId ? await context.store.fundings.get(fundingIdOf(projectId)) : null
  if (!householdId || funding?.communityId !== communityId || funding.state !== 'open') return refuse('NOT_FOUND')
  return statementOf(funding, householdId, context)
}
