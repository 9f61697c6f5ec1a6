/**
 * Departments (部门) a community works with, by the field they answer for, as a class of issues names it: the code that
 * makes up the id of their record, and what they are called.
 */
export const departments = {
  综合行政执法: { code: 'lawEnforcement', name: '综合行政执法局' },
  劳动保障: { code: 'labour', name: '劳动保障所' },
  综治: { code: 'comprehensive', name: '综治中心' },
  司法: { code: 'justice', name: '司法所' },
  公安: { code: 'police', name: '公安派出所' },
  民政: { code: 'civilAffairs', name: '民政办' },
  卫生健康: { code: 'health', name: '卫生健康办' },
  住房建设: { code: 'housing', name: '住房建设办' },
  残联: { code: 'disabled', name: '残疾人联合会' },
  退役军人事务: { code: 'veterans', name: '退役军人服务站' },
  医疗保障: { code: 'medicalInsurance', name: '医疗保障办' },
  应急管理: { code: 'emergency', name: '应急管理办' },
  街道: { code: 'street', name: '街道（镇）办事处' },
} as const
export type DepartmentField = keyof typeof departments

/** What the department with this id is called in its community; null for none. */
export const departmentNameOf = (communityId: string, departmentId: string | null | undefined): string | null => {
  const code = departmentId?.startsWith(`${communityId}:`) ? departmentId.slice(communityId.length + 1) : null
  return Object.values(departments).find((department) => department.code === code)?.name ?? null
}

/** The id of a department's record: made from community and code, so that two communities never share one. */
export const departmentIdOf = (communityId: string, field: DepartmentField): string =>
  `${communityId}:${departments[field].code}`
