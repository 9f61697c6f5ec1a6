import { actionsBeside, actionsOf, isMyJob, splitActions } from '@/packages/resident/issue/actions'
import { reasonOf, standingOf } from '@/packages/resident/issue/standing'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { issueMoves } from '@/shared/domain/issues/moves'
import { issueMoveNames, type IssueMove } from '@/shared/kernel/vocabulary'

const allMoves = Object.keys(issueMoveNames) as IssueMove[]

/** As much of an issue as the buttons look at. */
const issueWith = (moves: IssueMove[], more: Partial<IssueDetail> = {}) =>
  ({
    state: 'handling',
    isMine: false,
    canAddProgress: false,
    canRate: false,
    timeline: [],
    extension: { asked: null, choices: [], canDecide: false },
    supervision: { current: null, canSet: false, canEnd: false },
    joint: { acts: [] },
    owner: { name: '赵秀兰', roleName: '专职网格员' },
    moves: moves.map((move) => ({
      move,
      name: issueMoveNames[move],
      to: 'handling',
      needs: [...issueMoves[move].needs],
    })),
    ...more,
  }) as unknown as IssueDetail

const keys = (actions: readonly { key: string }[]) => actions.map(({ key }) => key)

test('every move the server allows has its action, and none is invented', () => {
  expect(keys(actionsOf(issueWith(allMoves))).sort()).toEqual([...allMoves].sort())
  expect(actionsOf(issueWith([]))).toEqual([])
})

test('at most two become buttons and nothing gets lost', () => {
  const actions = actionsOf(issueWith(allMoves, { canAddProgress: true, canRate: true }))
  const { buttons, more } = splitActions(actions)
  expect(buttons.length).toBeLessThanOrEqual(2)
  expect(keys([...buttons, ...more]).sort()).toEqual(keys(actions).sort())
})

test('what takes something away never becomes a button beside others', () => {
  const { buttons } = splitActions(actionsOf(issueWith(['withdraw', 'decline', 'return', 'merge'])))
  expect(buttons).toEqual([])
})

test.each<[IssueMove[], Partial<IssueDetail>, string[]]>([
  [['start', 'solveOnSpot', 'submit', 'passOn'], {}, ['start', 'solveOnSpot']],
  [['submit', 'suspend', 'passOn'], { canAddProgress: true }, ['submit', 'progress']],
  [['confirm', 'reject'], { isMine: true }, ['confirm', 'reject']],
  [['reopen'], { canRate: true, isMine: true }, ['rate', 'reopen']],
])('%j gives the buttons that are most likely meant', (moves, more, expected) => {
  expect(keys(splitActions(actionsOf(issueWith(moves, more))).buttons)).toEqual(expected)
})

test('what waits on the phone is not offered again, nor what could not follow it', () => {
  const actions = actionsOf(
    issueWith(['start', 'solveOnSpot', 'submit', 'passOn', 'suspend'], { canAddProgress: true }),
  )
  const left = (...waiting: Parameters<typeof actionsBeside>[1]) => keys(actionsBeside(actions, waiting))
  expect(left()).toEqual(keys(actions))
  expect(left('progress')).toEqual(keys(actions))
  expect(left('start')).toEqual(['submit', 'progress', 'passOn', 'suspend'])
  expect(left('submit')).toEqual(['suspend'])
  expect(left('start', 'submit')).toEqual(['suspend'])
})

test('a verifier passes a check, a reporter says that it is solved', () => {
  const words = (isMine: boolean) => actionsOf(issueWith(['confirm', 'reject'], { isMine })).map((one) => one.words)
  expect(words(true)).toEqual(['确认解决', '还没解决'])
  expect(words(false)).toEqual(['核查通过', '核查不通过'])
  for (const result of ['cannot', 'notOurs'] as const)
    expect(actionsOf(issueWith(['confirm'], { isMine: true, result }))[0]!.words).toBe('同意办结')
})

test('who must act is spoken to, others are told who does', () => {
  const mine = issueWith(['submit'])
  expect(isMyJob(mine)).toBe(true)
  expect(standingOf(mine)).toBe('您正在处理。')
  expect(standingOf(issueWith([]))).toBe('专职网格员赵秀兰正在处理。')
})

test.each<[IssueDetail['result'], string]>([
  ['resolved', '办好了'],
  ['partly', '解决了一部分'],
  ['cannot', '没法解决'],
  ['notOurs', '不归社区管'],
])('a reporter asked about the result %s reads that it came to this', (result, words) => {
  expect(standingOf(issueWith(['confirm'], { state: 'verifying', isMine: true, result }))).toContain(words)
})

test('who may only note progress, being on the roster tonight, is not taken for the one who must act', () => {
  const watching = issueWith([], { state: 'dispatched', canAddProgress: true })
  expect(isMyJob(watching)).toBe(false)
  expect(keys(actionsOf(watching))).toEqual(['progress'])
})

test('the reason shown is the one that led to where it stands now', () => {
  const entry = (move: IssueMove, to: string, text: string) => ({ kind: 'move', move, to, text })
  const timeline = [entry('return', 'returned', '请补一张照片')] as unknown as IssueDetail['timeline']
  expect(reasonOf(issueWith([], { state: 'returned', timeline }))).toBe('请补一张照片')
  expect(reasonOf(issueWith([], { state: 'reported', timeline }))).toBeNull()
})

test('a helper notes progress with a button; sending it back is never one', () => {
  const issue = issueWith([], {
    canAddProgress: true,
    joint: { acts: ['sendBack'] } as unknown as IssueDetail['joint'],
  })
  const { buttons, more } = splitActions(actionsOf(issue))
  expect([keys(buttons), keys(more)]).toEqual([['progress'], ['sendBack']])
})

test('who leads in the place of the owner is not told that the owner’s work is theirs', () => {
  const joint = { acts: [], lead: { personId: 'p-1' } } as unknown as IssueDetail['joint']
  expect([isMyJob(issueWith(['submit'])), isMyJob(issueWith(['submit'], { joint }))]).toEqual([true, false])
  expect(isMyJob(issueWith(['suspend'], { joint }))).toBe(true)
})
