/** Steps of disputes (矛盾纠纷) and hazards (隐患), beside the states, as people read them. The first is the report itself. */
export const stepNames = {
  found: '发现',
  accepted: '受理',
  mediated: '调解',
  agreed: '协议',
  fulfilled: '履行',
  calledBack: '回访',
  mended: '整改',
  rechecked: '复查',
} as const
export type Step = keyof typeof stepNames
export const steps = Object.keys(stepNames) as [Step, ...Step[]]
