/**
 * Posts a person can hold, spelled as on the wire, with the Chinese word a person reads. The first ten are the
 * grid team (十进网格); the rest are posts and standings beside it.
 */
export const roleNames = {
  branchSecretary: '党支部书记',
  groupLeader: '党小组组长',
  communityWorker: '社区工作者',
  gridWorker: '专职网格员',
  buildingHead: '红色楼长',
  unitHead: '红色单元长',
  volunteer: '志愿者',
  propertyManager: '物业负责人',
  areaPolice: '片区民警',
  localUnit: '辖区单位',
  resident: '居民',
  officer: '部门人员',
  clerk: '服务中心人员',
  administrator: '管理员',
  hub: '党员中心户',
} as const

export type Role = keyof typeof roleNames

export const roles = Object.keys(roleNames) as [Role, ...Role[]]

/** The ten seats of a grid team, in the order a resident reads them. */
export const teamRoles = [
  'branchSecretary',
  'groupLeader',
  'communityWorker',
  'gridWorker',
  'buildingHead',
  'unitHead',
  'volunteer',
  'propertyManager',
  'areaPolice',
  'localUnit',
] as const satisfies readonly Role[]

/** Posts with a working day: their holders can be away and be stood in for, and they read the roster. */
export const staffRoles = [
  'gridWorker',
  'communityWorker',
  'buildingHead',
  'unitHead',
  'groupLeader',
  'branchSecretary',
  'propertyManager',
  'areaPolice',
  'officer',
  'administrator',
] as const satisfies readonly Role[]

/** Posts in which one may report for a resident who cannot, each within its scope. */
export const assistingRoles = [
  'buildingHead',
  'unitHead',
  'gridWorker',
  'communityWorker',
  'administrator',
] as const satisfies readonly Role[]

/** What a posting reaches. A scope is always one named place or party node, never "everything". */
export const scopeKinds = ['community', 'estate', 'building', 'unit', 'grid', 'branch', 'group', 'household'] as const
export type ScopeKind = (typeof scopeKinds)[number]

export interface Scope {
  kind: ScopeKind
  id: string
}

/** True on every day of the term. Days compare as strings because they are written YYYY-MM-DD. */
export const isInForce = (posting: { from: string; to?: string | undefined }, day: string): boolean =>
  posting.from <= day && (posting.to === undefined || day <= posting.to)
