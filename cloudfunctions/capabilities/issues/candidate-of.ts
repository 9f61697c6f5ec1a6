import { dutyPostOf } from '@/shared/domain/issues/candidates'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Candidate } from '@/shared/domain/issues/owner'
import { partyOf } from '@/shared/domain/issues/route'
import { isAway } from '@/shared/domain/organization/leave'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { QueryContext } from '../../runtime/handler'
import { findPeople, findPerson, type FoundPerson } from '../../store/reads'

type Context = Pick<QueryContext, 'actor' | 'now' | 'store'>

const asCandidate = (found: FoundPerson | null, issue: Issue, { actor, now }: Context): Candidate | null => {
  if (!found || found.person.communityId !== actor.communityId) return null
  const today = dayOf(now)
  const posting = dutyPostOf(
    issue,
    found.postings.filter((one) => isInForce(one, today)),
  )
  if (!posting) return null
  return { party: partyOf({ person: found.person, posting }), isPresent: !isAway(found.person, today) }
}

/** The person an input names, in the post of this community they would get the issue in. */
export const candidateOf = async (personId: string, issue: Issue, context: Context): Promise<Candidate | null> =>
  asCandidate(await findPerson(context.store, personId), issue, context)

/** The same of several people, in their order: one request. */
export const candidatesOf = async (
  personIds: readonly string[],
  issue: Issue,
  context: Context,
): Promise<(Candidate | null)[]> => {
  const found = await findPeople(context.store, personIds)
  return personIds.map((personId) =>
    asCandidate(found.find(({ person }) => person._id === personId) ?? null, issue, context),
  )
}
