import type { Person } from '@/shared/domain/organization/records'
import type { Actor } from '@/shared/kernel/actor'
import { isInForce } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Caller } from '../store/reads'
import { digest } from './hash'

/** The actor behind a known identity: only postings in force today count. */
export const actorOf = ({ person, postings }: Caller, now: number): Actor => ({
  personId: person._id,
  communityId: person.communityId,
  name: person.name,
  householdId: person.householdId,
  isNewcomer: person.isNewcomer ?? false,
  postings: postings
    .filter((posting) => isInForce(posting, dayOf(now)))
    .map(({ role, scope, departmentId }) => ({ role, scope, departmentId })),
})

/**
 * The record a newcomer gets with their first command. Its id comes from the identity, so that two first commands at
 * once make one person.
 */
export const newcomerRecord = (openid: string, communityId: string): Person => ({
  _id: `p-${digest('person', openid)}`,
  communityId,
  openid,
  name: '新居民',
  isNewcomer: true,
})
