import type { projects } from '@/shared/contracts/projects'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { fundingKeptBy } from './funding-of'
import { statementOf } from './statement-of'

/** The statement of one household, for the treasurer alone, who prints it and hands it over. */
export const getShare: Handler<typeof projects.getShare> = async ({ projectId, householdId }, context) => {
  const funding = await fundingKeptBy(context.store, projectId, context.actor)
  return funding ? statementOf(funding, householdId, context) : refuse('NOT_FOUND')
}
