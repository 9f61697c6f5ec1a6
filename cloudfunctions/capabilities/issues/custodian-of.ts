import type { Party } from '@/shared/domain/issues/party'
import { partyOf } from '@/shared/domain/issues/route'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { QueryContext } from '../../runtime/handler'
import { findPerson } from '../../store/reads'
import { dutyPersonOf } from './duty-person'

/** Whoever of the duty post is there today, by name and post: what nobody else looks after is theirs. null where the post stands empty. */
export const custodianOf = async (
  context: Pick<QueryContext, 'now' | 'store' | 'directory'>,
): Promise<Party | null> => {
  const personId = await dutyPersonOf({ aboutPersonId: null }, context)
  const found = personId ? await findPerson(context.store, personId) : null
  const posting = found?.postings.find((one) => one.role === 'communityWorker' && isInForce(one, dayOf(context.now)))
  return found && posting ? partyOf({ person: found.person, posting }) : null
}
