import type { IssueMove } from '@/shared/kernel/vocabulary'
import type { IconName } from '@/ui/icon'

/** What a move can be given, as `issues.moveIssue` names it. */
export type MoveField =
  'result' | 'beforeFileIds' | 'fileIds' | 'sentence' | 'personId' | 'parentId' | 'until' | 'reason' | 'turnTo'

/** The order in which a form asks. */
export const fieldOrder: readonly MoveField[] = [
  'result',
  'personId',
  'parentId',
  'beforeFileIds',
  'fileIds',
  'sentence',
  'until',
  'reason',
  'turnTo',
]

export interface MoveWords {
  /** On the button. */
  short: string
  icon: IconName
  /** What happens when it is done, in one or two sentences. */
  explain: string
  /** Said afterwards. */
  done: string
  danger?: boolean
  /** What staying with it is called, where a question is asked first. */
  cancel?: string
  /** Inputs that may be left out. */
  extras?: readonly MoveField[]
  labels?: Partial<Record<MoveField, string>>
  placeholders?: Partial<Record<MoveField, string>>
}

/** Every move in the words of the person who makes it. */
export const moveWords: Record<IssueMove, MoveWords> = {
  dispatch: {
    short: '派给专人',
    icon: 'send',
    explain: '选一位在岗的人来负责，对方会马上收到通知。',
    done: '已派出，对方会收到通知',
    labels: { personId: '派给谁', reason: '为什么派给这个人' },
    placeholders: { reason: '例如：这栋楼由该网格员负责' },
  },
  return: {
    short: '请居民补充',
    icon: 'edit',
    explain: '上报人会收到通知，补充后再次提交。等待补充期间不计时。',
    done: '已请上报人补充',
    labels: { reason: '还需要补充什么' },
    placeholders: { reason: '例如：请说明是几单元几楼，最好补一张照片' },
  },
  resubmit: {
    short: '补充并提交',
    icon: 'send',
    explain: '把缺的情况写清楚，照片可以再加。提交后会重新安排人处理。',
    done: '已重新提交',
    extras: ['reason', 'fileIds'],
    labels: { reason: '补充的情况', fileIds: '补充的照片' },
    placeholders: { reason: '例如：在 2 单元 3 楼走廊东侧' },
  },
  decline: {
    short: '不予受理',
    icon: 'close',
    explain: '请把原因和可以找谁写清楚。上报人可以申诉一次。',
    done: '已答复上报人',
    danger: true,
    labels: { reason: '不予受理的原因', turnTo: '可以找谁' },
    placeholders: { reason: '用居民听得懂的话说明', turnTo: '例如：供热公司客服，电话……' },
  },
  appeal: {
    short: '我要申诉',
    icon: 'flag',
    explain: '不同意这个答复，可以申诉一次，社区会重新处理。',
    done: '申诉已提交，社区会重新处理',
    labels: { reason: '为什么应当受理' },
    placeholders: { reason: '把您的理由写下来' },
  },
  merge: {
    short: '合并重复事项',
    icon: 'swap',
    explain: '同一个问题被报了两次时用。合并后，上报人跟着主事项看进展；合错了可以取消。',
    done: '已合并',
    labels: { parentId: '合并到哪一件' },
  },
  unmerge: {
    short: '取消合并',
    icon: 'swap',
    explain: '这件事恢复成合并以前的样子，两边的记录都保留。',
    done: '已取消合并',
    labels: { reason: '为什么取消合并' },
  },
  withdraw: {
    short: '撤回上报',
    icon: 'back',
    explain: '撤回后这件事不再处理，也不能恢复。需要时可以重新上报。',
    done: '已撤回',
    danger: true,
    cancel: '先不撤回',
  },
  passOn: {
    short: '转交他人',
    icon: 'swap',
    explain: '转交后由对方负责，对方会马上收到通知。一件事不能来回转交，次数多了由社区决定。',
    done: '已转交，对方会收到通知',
    extras: ['personId'],
    labels: { personId: '转交给谁', reason: '为什么转交' },
    placeholders: { reason: '例如：属于物业维修范围' },
  },
  start: { short: '开始处理', icon: 'refresh', explain: '上报人会看到您已经开始处理。', done: '已开始处理' },
  submit: {
    short: '提交结果',
    icon: 'check',
    explain: '提交后请上报人确认；没有解决的，会退回来继续处理。',
    done: '结果已提交，等待确认',
    extras: ['fileIds'],
    labels: { reason: '还有承诺没完成，为什么可以提交' },
    placeholders: { reason: '例如：剩下的绿化补种等开春，已有专人负责' },
  },
  solveOnSpot: {
    short: '随手解决',
    icon: 'check',
    explain: '当场就办好了？留下处理结果，直接办结。其中一小部分会抽查。',
    done: '已记录，辛苦了',
    extras: ['beforeFileIds', 'fileIds'],
  },
  suspend: {
    short: '暂时挂起',
    icon: 'clock',
    explain: '要等材料、等审批、等天气时用。挂起期间不计时，到了日子自动恢复。',
    done: '已挂起',
    labels: { reason: '为什么要等', until: '等到哪一天' },
    placeholders: { reason: '例如：路灯配件预计周五到货' },
  },
  resume: { short: '恢复处理', icon: 'refresh', explain: '重新开始计时。', done: '已恢复处理' },
  confirm: {
    short: '确认解决',
    icon: 'check',
    explain: '确认后这件事就办结了。以后问题再出现，还可以重新打开。',
    done: '已办结，谢谢您的确认',
    cancel: '再看看',
  },
  reject: {
    short: '还没解决',
    icon: 'warning',
    explain: '会退回给处理人继续处理，并重新提醒。',
    done: '已退回，处理人会继续处理',
    labels: { reason: '哪里还没有解决' },
    placeholders: { reason: '例如：垃圾清走了，但地上还有油污' },
  },
  reopen: {
    short: '问题又出现了',
    icon: 'refresh',
    explain: '会重新交给负责人处理，并重新计时。',
    done: '已重新打开，负责人会收到通知',
    extras: ['reason'],
    labels: { reason: '现在是什么情况' },
    placeholders: { reason: '例如：修好两天后又开始漏水' },
  },
}

/** Said when there is no way to the server and something was kept on the phone. */
export const keptWords = '网络不通，已存在手机里，联网后自动提交'

/** Moves that a tap makes at once, because they ask nothing and take nothing away. */
export const isOneTap = (move: IssueMove): boolean => move === 'start' || move === 'resume'

/** Moves that ask nothing but should not happen by a slip of the finger. */
export const isQuestion = (move: IssueMove): boolean => move === 'withdraw' || move === 'confirm'
