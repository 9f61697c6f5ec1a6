/**
 * Words and limits that pages, contracts and rules share. Kept apart from the contracts so that the main package can show
 * them without carrying the schemas.
 */

export const issueStates = [
  'reported',
  'dispatched',
  'handling',
  'suspended',
  'verifying',
  'returned',
  'closed',
  'declined',
  'merged',
  'withdrawn',
] as const
export type IssueState = (typeof issueStates)[number]

export const issueMoveNames = {
  dispatch: '派遣',
  return: '退回补充',
  resubmit: '补充后重新提交',
  decline: '不予受理',
  appeal: '申诉',
  merge: '合并',
  unmerge: '取消合并',
  withdraw: '撤回',
  passOn: '转交',
  start: '开始处理',
  submit: '提交结果',
  solveOnSpot: '随手解决',
  suspend: '挂起',
  resume: '恢复处理',
  confirm: '确认解决',
  reject: '未解决，退回处理',
  reopen: '重新打开',
} as const
export type IssueMove = keyof typeof issueMoveNames

export const issueResults = ['resolved', 'partly', 'cannot', 'notOurs'] as const
export type IssueResult = (typeof issueResults)[number]
export const issueResultNames: Record<IssueResult, string> = {
  resolved: '已解决',
  partly: '部分解决',
  cannot: '无法解决',
  notOurs: '不属于本社区职责',
}

export const issueStateNames: Record<IssueState, string> = {
  reported: '待派遣',
  dispatched: '待处理',
  handling: '处理中',
  suspended: '已挂起',
  verifying: '待核查',
  returned: '待补充',
  closed: '已办结',
  declined: '不予受理',
  merged: '已合并',
  withdrawn: '已撤回',
}

export const issueSources = ['resident', 'patrol', 'visit', 'mustReport', 'hotline', 'desk', 'import'] as const

/** Tags a resident may add to a rating, each a line of the service manner the community promises (十个一). */
export const ratingTags = [
  '嘴巴甜',
  '说话轻',
  '行动快',
  '理由少',
  '脾气小',
  '脑筋活',
  '度量大',
  '微笑多',
  '做事勤',
  '效率高',
] as const

export const relations = ['proprietor', 'family', 'tenant'] as const
export const relationNames: Record<(typeof relations)[number], string> = {
  proprietor: '业主本人',
  family: '家庭成员',
  tenant: '租户',
}

/** The most a stored photo may weigh. The phone shrinks to about 200 KB before sending. */
export const photoBytesMax = 1_048_576
/** The most pixels along one side of a stored photo. */
export const photoPixelsMax = 4096
/** The most photos one report, note or move may carry. */
export const photosMax = 6
