import type { IssueMove, IssueResult } from '../../kernel/vocabulary'
import { classOf } from './classes'
import type { Issue } from './issue'
import { moveOf, type MoveField } from './moves'

/** What a mover brings, as it came over the wire. */
export interface MoveInput {
  readonly reason?: string | undefined
  readonly result?: IssueResult | undefined
  readonly sentence?: string | undefined
  readonly fileIds?: readonly string[] | undefined
  readonly beforeFileIds?: readonly string[] | undefined
  /** Digests of the photos above, once they are kept. */
  readonly digests?: readonly string[] | undefined
  readonly beforeDigests?: readonly string[] | undefined
  readonly personId?: string | undefined
  readonly until?: string | undefined
  readonly parentId?: string | undefined
  readonly turnTo?: string | undefined
}

const sentences: Record<MoveField, string> = {
  personId: '请选择由谁来负责',
  reason: '请填写理由',
  turnTo: '请写明居民可以找谁',
  parentId: '请选择合并到哪一件事',
  result: '请选择处理结果',
  sentence: '请写一句处理说明',
  fileIds: '这类事项办结时需要处理后的照片',
  beforeFileIds: '上报时没有照片，请补一张处理前的照片',
  until: '请选择挂起到哪一天',
}

const reasonSentences: Partial<Record<IssueMove, string>> = {
  return: '请写明还需要补充什么',
  decline: '请写明不予受理的理由',
  appeal: '请写明申诉的理由',
  passOn: '请写明转交的理由',
  suspend: '请写明挂起的理由',
  reject: '请写明哪里没有解决',
  submit: '还有承诺事项没有完成，请说明为什么已经可以提交“已解决”',
}

/** Photos the class asks for at this move; the report's own photos are the "before" where it has any. */
const evidenceFor = (issue: Issue, move: IssueMove): readonly MoveField[] =>
  classOf(issue.classCode)?.photoPolicy === 'asked'
    ? (moveOf(move).evidence ?? []).filter((field) => field !== 'beforeFileIds' || issue.fileIds.length === 0)
    : []

/** Inputs a move cannot do without, whatever came of it; fewer where the owner has left. */
export const needsOf = (move: IssueMove, hasOwnerLeft = false): readonly MoveField[] => {
  const { needs, ownerLeft } = moveOf(move)
  return (hasOwnerLeft ? ownerLeft?.needs : undefined) ?? needs
}

/** Saying that it is solved while something promised for it is still open takes a reason. */
const reasonFor = (issue: Issue, move: IssueMove): readonly MoveField[] =>
  move === 'submit' && (issue.openCommitments ?? 0) > 0 ? ['reason'] : []

/**
 * Every input a move may ask for. Photos among them are waived when nothing was resolved (cannot, notOurs), the reason for open
 * commitments whenever it is not said to be resolved.
 */
export const fieldsFor = (issue: Issue, move: IssueMove, hasOwnerLeft = false): MoveField[] => [
  ...needsOf(move, hasOwnerLeft),
  ...evidenceFor(issue, move),
  ...reasonFor(issue, move),
]

const isMissing = (value: MoveInput[MoveField]): boolean =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : value.length === 0)

/**
 * True when a photo of the result is one of those that show how it was before, or one that was shown as a result and did not hold: the
 * same picture, byte for byte, proves nothing.
 */
export const showsNothingNew = (
  issue: Issue,
  move: IssueMove,
  { digests = [], beforeDigests = [] }: MoveInput,
): boolean =>
  (moveOf(move).evidence ?? []).includes('fileIds') &&
  digests.some((digest) => [...issue.beforeDigests, ...(issue.shownDigests ?? []), ...beforeDigests].includes(digest))

/** The inputs a move still lacks, each with the sentence to show beside it; null when it lacks none. */
export const missingIn = (
  issue: Issue,
  move: IssueMove,
  input: MoveInput,
  hasOwnerLeft = false,
): Record<string, string> | null => {
  const isResolved = input.result === 'resolved' || input.result === 'partly'
  const waived = input.result === 'resolved' ? [] : reasonFor(issue, move)
  const asked = isResolved
    ? fieldsFor(issue, move, hasOwnerLeft).filter((field) => !waived.includes(field))
    : needsOf(move, hasOwnerLeft)
  const missing = asked.filter((field) => isMissing(input[field]))
  if (missing.length === 0) return null
  return Object.fromEntries(
    missing.map((field) => [field, (field === 'reason' ? reasonSentences[move] : undefined) ?? sentences[field]]),
  )
}
