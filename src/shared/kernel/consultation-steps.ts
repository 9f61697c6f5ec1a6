/** The eight steps of a consultation (议事八步), in order. */
export const steps = [
  'collecting',
  'reviewing',
  'scheduling',
  'meeting',
  'resolving',
  'noticing',
  'carryingOut',
  'reported',
] as const
export type Step = (typeof steps)[number]

export const stepNames: Readonly<Record<Step, string>> = {
  collecting: '征集',
  reviewing: '初审',
  scheduling: '排期',
  meeting: '会议',
  resolving: '决议',
  noticing: '公示',
  carryingOut: '执行',
  reported: '回告',
}

/** What takes a consultation from step to step; the one place that says from where each act may be done. */
export const acts = {
  propose: { from: [], to: 'collecting', name: '提出议题' },
  takeUp: { from: ['collecting'], to: 'reviewing', name: '开始初审' },
  accept: { from: ['reviewing'], to: 'scheduling', name: '初审通过' },
  decline: { from: ['collecting', 'reviewing'], end: 'declined', name: '初审不通过' },
  join: { from: ['collecting', 'reviewing'], end: 'joined', name: '并入相似议题' },
  withdraw: { from: ['collecting'], end: 'withdrawn', name: '撤回' },
  callMeeting: { from: ['scheduling', 'meeting'], to: 'meeting', name: '召开会议' },
  cancelMeeting: { from: ['meeting'], to: 'meeting', name: '取消会议' },
  writeMinutes: { from: ['meeting', 'resolving', 'noticing', 'carryingOut'], name: '写纪要' },
  openVote: { from: ['meeting'], to: 'meeting', name: '发起表决' },
  closeVote: { from: ['meeting'], to: 'meeting', name: '表决结束' },
  resolve: { from: ['meeting'], to: 'resolving', name: '形成决议' },
  publish: { from: ['resolving'], to: 'noticing', name: '开始公示' },
  goBack: { from: ['resolving', 'noticing'], to: 'scheduling', name: '退回重议' },
  startWork: { from: ['noticing'], to: 'carryingOut', name: '公示期满，开始执行' },
  reportBack: { from: ['carryingOut'], to: 'reported', name: '回告结果' },
} as const satisfies Record<
  string,
  { from: readonly Step[]; to?: Step; end?: 'declined' | 'joined' | 'withdrawn'; name: string }
>
export type Act = keyof typeof acts

/** What is noted beside the steps: which project (项目) a consultation hangs together with. */
export const noteNames = { tie: '归到项目', untie: '移出项目', grow: '立成项目' } as const
export type Note = keyof typeof noteNames
