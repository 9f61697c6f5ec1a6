import { issueStates, type IssueMove, type IssueState } from '../../kernel/vocabulary'

/** The parts a caller can play in an issue. The router and the timer are the system itself. */
export type MoveRole = 'router' | 'timer' | 'communityWorker' | 'reporter' | 'owner' | 'lead' | 'finder' | 'verifier'

/** What a move may ask for, named as the input that brings it. */
export type MoveField =
  'personId' | 'reason' | 'turnTo' | 'parentId' | 'result' | 'sentence' | 'fileIds' | 'beforeFileIds' | 'until'

export interface Move {
  readonly from: readonly IssueState[]
  /** `before`: the state it was merged from. */
  readonly to: IssueState | 'before'
  readonly toWhenSampled?: IssueState
  readonly by: readonly MoveRole[]
  /** States from which time alone makes this move, when its day has come. */
  readonly timerFrom?: readonly IssueState[]
  /** Inputs it cannot do without. */
  readonly needs: readonly MoveField[]
  /** Inputs it cannot do without where the class asks for photos and something was resolved. */
  readonly evidence?: readonly MoveField[]
  /**
   * Who may make it once the owner has left the post they were given it in, and the inputs it then cannot do without: nobody named
   * means routed again.
   */
  readonly ownerLeft?: { readonly by: readonly MoveRole[]; readonly needs: readonly MoveField[] }
}

/**
 * The one table of what can happen to an issue, for the page, the server and the tests. A community worker passes on only
 * what an owner no longer may, or can no longer; the rest of the conditions stand in `allowed-moves.ts`.
 */
export const issueMoves = {
  dispatch: {
    from: ['reported'],
    to: 'dispatched',
    by: ['router', 'communityWorker'],
    needs: ['personId', 'reason'],
  },
  return: { from: ['reported', 'dispatched'], to: 'returned', by: ['communityWorker'], needs: ['reason'] },
  resubmit: { from: ['returned'], to: 'reported', by: ['reporter'], needs: [] },
  decline: { from: ['reported', 'dispatched'], to: 'declined', by: ['communityWorker'], needs: ['reason', 'turnTo'] },
  appeal: { from: ['declined'], to: 'reported', by: ['reporter'], needs: ['reason'] },
  merge: {
    from: ['reported', 'dispatched', 'handling', 'suspended'],
    to: 'merged',
    by: ['communityWorker'],
    needs: ['parentId'],
  },
  unmerge: { from: ['merged'], to: 'before', by: ['communityWorker'], needs: ['reason'] },
  withdraw: {
    from: ['reported', 'dispatched'],
    to: 'withdrawn',
    by: ['reporter'],
    timerFrom: ['returned'],
    needs: [],
  },
  passOn: {
    from: ['dispatched', 'handling'],
    to: 'dispatched',
    by: ['owner', 'communityWorker'],
    needs: ['personId', 'reason'],
    ownerLeft: { by: ['communityWorker'], needs: ['reason'] },
  },
  start: { from: ['dispatched'], to: 'handling', by: ['owner'], needs: [] },
  submit: {
    from: ['dispatched', 'handling'],
    to: 'verifying',
    by: ['lead'],
    needs: ['result', 'sentence'],
    evidence: ['fileIds'],
  },
  solveOnSpot: {
    from: ['reported', 'dispatched'],
    to: 'closed',
    toWhenSampled: 'verifying',
    by: ['owner', 'finder'],
    needs: ['result', 'sentence'],
    evidence: ['beforeFileIds', 'fileIds'],
  },
  suspend: { from: ['handling'], to: 'suspended', by: ['owner'], needs: ['reason', 'until'] },
  resume: { from: ['suspended'], to: 'handling', by: ['owner'], timerFrom: ['suspended'], needs: [] },
  confirm: { from: ['verifying'], to: 'closed', by: ['reporter', 'verifier'], needs: [] },
  reject: { from: ['verifying'], to: 'handling', by: ['reporter', 'verifier'], needs: ['reason'] },
  reopen: { from: ['closed'], to: 'handling', by: ['reporter'], needs: [] },
} as const satisfies Record<IssueMove, Move>

/** The table read by any move's name; `issueMoves` keeps the literal types. */
export const moveOf = (move: IssueMove): Move => issueMoves[move]

/** States in which nothing is due from anybody. Only an appeal, an unmerge or a reopening leads out of them. */
export const terminalStates: readonly IssueState[] = ['closed', 'declined', 'merged', 'withdrawn']
export const openStates: readonly IssueState[] = issueStates.filter((state) => !terminalStates.includes(state))
export const isTerminal = (state: IssueState): boolean => terminalStates.includes(state)
