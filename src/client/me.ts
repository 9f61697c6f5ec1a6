import type { OutputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import type { Role } from '@/shared/kernel/roles'
import { useCapability } from './hooks'

export type Me = OutputOf<ContractOf<'session.getMe'>>

/** Who is using the product: name, posts, home and grid. One answer serves every page. */
export const useMe = () => useCapability('session.getMe', {})

/** Posts whose holders have a queue of issues to work on. */
const queueRoles: readonly Role[] = [
  'gridWorker',
  'communityWorker',
  'buildingHead',
  'unitHead',
  'groupLeader',
  'branchSecretary',
  'propertyManager',
  'areaPolice',
  'localUnit',
  'officer',
  'administrator',
]

/** Posts whose holders confirm that a person lives where they say. */
const approverRoles: readonly Role[] = ['buildingHead', 'unitHead', 'gridWorker', 'communityWorker', 'administrator']

export const hasRole = (me: Me, ...roles: Role[]): boolean => me.person.roles.some((role) => roles.includes(role))

/** True for everyone who works on issues, paid or not. */
export const isStaff = (me: Me): boolean => hasRole(me, ...queueRoles)

/** True for everyone who decides on requests to be bound to a household. */
export const isApprover = (me: Me): boolean => hasRole(me, ...approverRoles)

/** True while nobody knows where this person lives; they may look around and report all the same. */
export const isUnbound = (me: Me): boolean => !me.household && !isStaff(me)
