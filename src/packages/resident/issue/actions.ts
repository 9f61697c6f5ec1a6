import type { KeptAct } from '@/client/deeds'
import type { AllowedMove } from '@/features/issues/move-form'
import { moveWords } from '@/features/issues/move-words'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import type { JointAct } from '@/shared/kernel/joint-words'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import type { IconName } from '@/ui/icon'

/** What may be done to a fact beside the state: more time asked for or answered, supervision set or ended. */
export type FactAction = 'askExtension' | 'decideExtension' | 'supervise' | 'endSupervision'

/** One thing the viewer may do now: a move of the table, a note, a rating, or a fact beside the state. */
export interface Action {
  key: IssueMove | 'progress' | 'rate' | FactAction | JointAct
  words: string
  note: string
  icon: IconName
  danger: boolean
  allowed?: AllowedMove
}

/** The most likely first. What stands before `edge` may become a button; the rest waits under 更多操作. */
const likely: readonly Action['key'][] = [
  'confirm',
  'decideExtension',
  'start',
  'resubmit',
  'resume',
  'dispatch',
  'solveOnSpot',
  'submit',
  'appeal',
  'rate',
  'reject',
  'progress',
  'reopen',
]
const later: readonly Action['key'][] = [
  'setLead',
  'addHelper',
  'addCommitment',
  'callMeeting',
  'sendBack',
  'passOn',
  'askExtension',
  'suspend',
  'supervise',
  'endSupervision',
  'return',
  'merge',
  'unmerge',
  'decline',
  'withdraw',
]
const order = [...likely, ...later]

type ShownAct = Exclude<JointAct, 'removeHelper' | 'takeStep' | 'setParties'>
const acts: Record<ShownAct, Omit<Action, 'key' | 'danger'>> = {
  setLead: { words: '指定牵头', note: '请一个部门或一个人牵头，由牵头提交结果。', icon: 'flag' },
  addHelper: { words: '增加协办', note: '请别的部门或人一起办，写明做什么。', icon: 'team' },
  addCommitment: { words: '记一项承诺', note: '谁、做什么、哪天前完成。', icon: 'check' },
  callMeeting: { words: '召开联席会', note: '约时间地点，扫码签到，写纪要。', icon: 'calendar' },
  sendBack: { words: '退回，不属我部门', note: '写明理由，退给负责人重新安排。', icon: 'back' },
}
const isShown = (act: JointAct): act is ShownAct => act in acts

/** Results that leave things as they were: a reporter may accept them, and is not asked to say that it is solved. */
const unsolved: readonly IssueDetail['result'][] = ['cannot', 'notOurs']

/** Words of a check depend on who makes it: the reporter says it is solved, a verifier that it passed. */
const wordsFor = (move: IssueMove, { isMine, result }: IssueDetail): string => {
  if (isMine && move === 'confirm' && unsolved.includes(result)) return '同意办结'
  if (!isMine && move === 'confirm') return '核查通过'
  if (!isMine && move === 'reject') return '核查不通过'
  return moveWords[move].short
}

const ofMove = (allowed: AllowedMove, issue: IssueDetail): Action => {
  const { icon, explain, danger } = moveWords[allowed.move]
  const words = wordsFor(allowed.move, issue)
  return { key: allowed.move, words, note: explain, icon, danger: danger ?? false, allowed }
}

/** What the viewer may do about the time an issue takes. */
const factActions = ({ extension, supervision, isSupervised }: IssueDetail): Action[] => [
  ...(extension.canDecide
    ? [action('decideExtension', '答复延期', '负责人申请了更多时间，同意或不同意，由您决定。', 'clock')]
    : []),
  ...(extension.choices.length > 0
    ? [action('askExtension', '申请延期', '实在来不及时，可以申请一次，最多再加时限的一半。', 'clock')]
    : []),
  ...(supervision.canSet
    ? [
        action(
          'supervise',
          isSupervised ? '再次催问' : '督办',
          isSupervised ? '再问一次，负责人要重新作答。' : '盯着这件事，负责人要按时说明办理情况。',
          'flag',
        ),
      ]
    : []),
  ...(supervision.canEnd ? [action('endSupervision', '解除督办', '写明理由，不再催问。', 'flag')] : []),
]

const action = (key: FactAction, words: string, note: string, icon: IconName): Action => ({
  key,
  words,
  note,
  icon,
  danger: false,
})

/** Everything the viewer may do, the most likely first. Exactly what the server's answer allows, nothing more. */
export const actionsOf = (issue: IssueDetail): Action[] => {
  const progress: Action[] = issue.canAddProgress
    ? [{ key: 'progress', words: '记进展', note: '上报人会看到，可以附照片。', icon: 'edit', danger: false }]
    : []
  const rate: Action[] = issue.canRate
    ? [{ key: 'rate', words: '评价一下', note: '办得怎么样，您说了算。', icon: 'star', danger: false }]
    : []
  const joint = issue.joint.acts
    .filter(isShown)
    .map((key): Action => ({ key, ...acts[key], danger: key === 'sendBack' }))
  return [
    ...issue.moves.map((allowed) => ofMove(allowed, issue)),
    ...progress,
    ...rate,
    ...joint,
    ...factActions(issue),
  ].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
}

/** What a step that waits on the phone leaves no room for: itself again, and what could no longer follow it. */
const ruledOut: Record<KeptAct, readonly Action['key'][]> = {
  start: ['start', 'solveOnSpot'],
  submit: ['start', 'solveOnSpot', 'submit', 'passOn', 'progress'],
  solveOnSpot: ['start', 'solveOnSpot', 'submit', 'passOn', 'progress'],
  passOn: ['start', 'solveOnSpot', 'submit', 'passOn', 'progress'],
  progress: [],
}

/** The actions left beside the steps that wait on this phone, so that nobody taps twice what is done once. */
export const actionsBeside = (actions: readonly Action[], waiting: readonly KeptAct[]): readonly Action[] =>
  actions.filter(({ key }) => !waiting.some((act) => ruledOut[act].includes(key)))

/** Up to two buttons, and what goes under 更多操作. */
export const splitActions = (actions: readonly Action[]): { buttons: readonly Action[]; more: readonly Action[] } => {
  if (actions.length <= 2 && actions.every(({ key }) => key !== 'sendBack')) return { buttons: actions, more: [] }
  const buttons = actions.filter(({ key }) => likely.includes(key)).slice(0, 2)
  return { buttons, more: actions.filter((action) => !buttons.includes(action)) }
}

const jobs: readonly IssueMove[] = ['start', 'submit', 'suspend', 'resume']

/** True when the viewer is who must act: only an owner or a lead is offered these. The night's roster may note progress,
 * and who leads in the owner's place submits: neither is who has it. */
export const isMyJob = ({ moves, joint }: IssueDetail): boolean =>
  moves.some(({ move }) => jobs.includes(move) && !(joint.lead && move === 'submit'))
