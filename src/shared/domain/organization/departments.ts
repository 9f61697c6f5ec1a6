/**
 * Departments (部门) that a community works with, by code. A class of issues names one by its code; what it is called on
 * a page is the name in the community's own record.
 */
export const departmentNames = {
  lawEnforcement: '综合行政执法局',
  labour: '劳动保障所',
  comprehensive: '综治中心',
  justice: '司法所',
  police: '派出所',
  civilAffairs: '民政办',
  health: '卫生健康办',
  housing: '住房建设办',
  disabled: '残疾人联合会',
  veterans: '退役军人服务站',
  medicalInsurance: '医疗保障办',
  emergency: '应急管理办',
} as const
export type DepartmentCode = keyof typeof departmentNames

/** The id of a department's record: made from community and code, so that two communities never share one. */
export const departmentIdOf = (communityId: string, code: DepartmentCode): string => `${communityId}:${code}`
