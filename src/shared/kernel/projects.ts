/** Words of projects (项目) and their self-funding (自筹), shared by pages, contracts and rules. */

/** The way of a project, in its order, as people name its steps. */
export const projectStepNames = {
  proposed: '提案',
  screened: '初审',
  deliberated: '议事',
  announced: '公示',
  approved: '立项',
  underway: '实施',
  accepted: '验收',
  settled: '决算公示',
} as const
export type ProjectStep = keyof typeof projectStepNames
export const projectSteps = Object.keys(projectStepNames) as [ProjectStep, ...ProjectStep[]]

/** Where a project stands; the last two are ends beside the way. */
export const projectStateNames = {
  proposed: '等待初审',
  screened: '初审通过',
  deliberated: '议事通过',
  announced: '公示中',
  approved: '已立项',
  underway: '实施中',
  accepted: '已验收',
  settled: '决算已公示',
  declined: '未采纳',
  withdrawn: '已撤回',
} as const
export type ProjectState = keyof typeof projectStateNames
export const projectStates = Object.keys(projectStateNames) as [ProjectState, ...ProjectState[]]

export const projectMoveNames = {
  screen: '初审通过',
  deliberate: '记录决议',
  announce: '开始公示',
  approve: '立项',
  start: '开工',
  accept: '验收',
  settle: '公布决算',
  decline: '不采纳',
  withdraw: '撤回提案',
} as const
export type ProjectMove = keyof typeof projectMoveNames
export const projectMoveList = Object.keys(projectMoveNames) as [ProjectMove, ...ProjectMove[]]

/** Where the money of a budget line comes from. */
export const moneySourceNames = {
  specialFund: '专项经费',
  finance: '财政补助',
  selfFunding: '居民自筹',
  maintenance: '维修资金',
  sponsor: '单位支持',
  other: '其他来源',
} as const
export type MoneySource = keyof typeof moneySourceNames
export const moneySources = Object.keys(moneySourceNames) as [MoneySource, ...MoneySource[]]

/** How the sum is shared out among households. */
export const shareRuleNames = { household: '按户平均', area: '按建筑面积', manual: '逐户商定' } as const
export type ShareRule = keyof typeof shareRuleNames
export const shareRules = Object.keys(shareRuleNames) as [ShareRule, ...ShareRule[]]

/** What becomes of the fen that cannot be shared, said to everybody who pays. */
export const residueWords: Record<ShareRule, string> = {
  household: '每户平均后取整到分，除不尽的零头按楼号、单元、房号从前往后，每户多 1 分，分完为止。',
  area: '每户按面积比例取整到分，除不尽的零头从余数最大的户起，每户多 1 分，余数相同的按楼号、单元、房号从前往后，分完为止。',
  manual: '每户金额由业主商定，合计必须与总额一分不差。',
}

/** The most buildings one self-funding reaches, so that its shares are set in one go. */
export const fundedBuildingsMax = 40
