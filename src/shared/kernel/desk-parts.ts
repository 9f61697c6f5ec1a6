/** What waits for somebody at the community's desk (社区工作台), by what has to be decided, in the order of the screen. */
export const deskParts = [
  'undispatched',
  'undecided',
  'sentBack',
  'extension',
  'verify',
  'unchecked',
  'overdue',
  'supervised',
] as const
export type DeskPart = (typeof deskParts)[number]

export const deskPartNames: Record<DeskPart, string> = {
  undispatched: '等派遣',
  undecided: '转交多次等定人',
  sentBack: '退回多次等定牵头',
  extension: '延期等答复',
  verify: '结果等核查',
  unchecked: '内容等审核',
  overdue: '已超期',
  supervised: '督办中',
}
