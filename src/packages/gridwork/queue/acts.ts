import type { KeptAct, Tally } from '@/client/deeds'
import type { AllowedMove, MoveIssue } from '@/features/issues/move-form'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { classOf } from '@/shared/domain/issues/classes'
import { moveOf } from '@/shared/domain/issues/moves'

/** Acts several issues can be given at once; the others need words and photos of their own. */
const together: readonly KeptAct[] = ['start', 'progress', 'passOn']

export const singleOnly = '一次只能选一件'

export interface QueueAct {
  act: KeptAct
  /** Those of the chosen that stand where it can be done, as far as the rows tell; the server decides. */
  issues: IssueBrief[]
  /** Why it cannot be done now. */
  reason?: string
}

/** Progress is of work that has begun, be it only on this phone. */
const standsFor = (act: KeptAct, { id, state }: IssueBrief, started: readonly string[]): boolean =>
  act === 'progress' ? state === 'handling' || started.includes(id) : moveOf(act).from.includes(state)

/** What can be done with the chosen rows; `started`: the ids of those that were begun and wait on this phone. */
export const actsFor = (chosen: readonly IssueBrief[], started: readonly string[] = []): QueueAct[] =>
  (['start', 'submit', 'solveOnSpot', 'progress', 'passOn'] as const).map((act) => {
    const issues = chosen.filter((issue) => standsFor(act, issue, started))
    if (chosen.length > 1 && !together.includes(act)) return { act, issues: [], reason: singleOnly }
    return issues.length > 0 ? { act, issues } : { act, issues, reason: '选中的都不在这一步' }
  })

/** A row as the form of a move needs it; its own person has it. */
export const formIssue = (issue: IssueBrief, ownerId: string, now: string): MoveIssue => ({
  ...issue,
  now,
  photoPolicy: classOf(issue.classCode)?.photoPolicy ?? 'optional',
  owner: { personId: ownerId },
  photos: Array.from({ length: issue.photoCount }),
})

/** A move as its form needs it, from the table alone: what the class asks for is asked for. */
export const formMove = (act: Exclude<KeptAct, 'progress'>, issue: MoveIssue): AllowedMove => {
  const { needs, evidence = [] } = moveOf(act)
  const asked = issue.photoPolicy === 'asked' ? evidence : []
  const missing = asked.filter((field) => field !== 'beforeFileIds' || issue.photos.length === 0)
  return { move: act, name: act, to: 'handling', needs: [...needs, ...missing] }
}

/** What became of several at once, in a sentence. */
export const tallyWords = ({ sent, kept, refused }: Tally): string =>
  [
    ...(sent > 0 ? [`${sent} 件已办`] : []),
    ...(kept > 0 ? [`${kept} 件存在手机里，联网后自动提交`] : []),
    ...(refused > 0 ? [`${refused} 件没有办成，原因见上面`] : []),
  ].join('，')
