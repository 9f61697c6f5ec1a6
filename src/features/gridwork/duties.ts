import { assistingRoles, type Role } from '@/shared/kernel/roles'

const heads: readonly Role[] = ['buildingHead', 'unitHead']
const deskRoles: readonly Role[] = ['communityWorker', 'administrator']
const leaveRoles: readonly Role[] = [
  ...heads,
  ...deskRoles,
  'branchSecretary',
  'gridWorker',
  'groupLeader',
  'propertyManager',
  'areaPolice',
  'officer',
]
const queueRoles: readonly Role[] = [...leaveRoles, 'localUnit']
const bindingRoles: readonly Role[] = [...heads, 'gridWorker', 'communityWorker', 'administrator']
const patrolRoles: readonly Role[] = [...heads, 'gridWorker', 'communityWorker', 'groupLeader', 'branchSecretary']

const any = (held: readonly Role[], wanted: readonly Role[]): boolean => held.some((role) => wanted.includes(role))

/** What a person's posts let them open. The server decides again at every call. */
export const dutiesOf = (roles: readonly Role[]) => ({
  hasQueue: any(roles, queueRoles),
  /** May be asked to lead, to help, to promise something or to a joint meeting. */
  hasOffice: any(roles, queueRoles),
  /** Speaks for a department: what it leads, helps with, has promised and is asked to is most of their day. */
  servesDepartment: any(roles, ['officer']),
  /** Answers for who reads disputes, and so reads the log of it. */
  readsAccessLogs: any(roles, ['administrator', 'branchSecretary']),
  takesLeave: any(roles, leaveRoles),
  seesRoster: any(roles, leaveRoles),
  plansRoster: any(roles, deskRoles),
  decidesBindings: any(roles, bindingRoles),
  verifies: any(roles, ['communityWorker', 'groupLeader']),
  watchesGrids: any(roles, ['gridWorker', 'groupLeader', 'branchSecretary']),
  /** May report for residents who cannot (代报). */
  assists: any(roles, assistingRoles),
  /** Reads how things go (研判): answered, solved, found good. */
  readsRates: any(roles, [...deskRoles, 'branchSecretary', 'groupLeader', 'gridWorker']),
  /** Makes activities of volunteers and decides about those that are proposed. */
  plansActivities: any(roles, ['communityWorker', 'gridWorker', 'buildingHead', 'administrator']),
  isDesk: any(roles, deskRoles),
  /** Keeps an eye (督办) on what is late and what is watched. */
  supervises: any(roles, [...deskRoles, 'branchSecretary']),
  /** Decides whether like reports are one thing (相似上报). */
  mergesClusters: any(roles, ['communityWorker']),
  /** Hands rewards out at a centre (发放). */
  servesCounter: any(roles, ['clerk']),
  /** Keeps centres and what lies on their shelves. */
  keepsCentres: any(roles, ['administrator']),
  /** Looks after members' accounts (积分账户). */
  keepsAccounts: any(roles, deskRoles),
  /** Gives keys to systems of other organisations (接入密钥). */
  givesKeys: any(roles, ['administrator']),
  setsCommunity: any(roles, deskRoles),
  /** May report what was found on patrol (巡查), and then mend and close it on the spot. */
  reportsPatrols: any(roles, patrolRoles),
})
