import { useState, type ReactNode } from 'react'
import type { CallError } from '@/client/call'
import { isKeptAct, perform, type KeptAct } from '@/client/deeds'
import { useCommand } from '@/client/hooks'
import { isOneTap, isQuestion, keptWords, moveWords } from '@/features/issues/move-words'
import type { AllowedMove } from '@/features/issues/move-form'
import type { Ask } from '@/features/issues/joint/ask'
import { issueAsks } from '@/features/issues/joint/asks'
import { openMeetingForm } from '@/features/issues/joint/open-meeting'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import type { IssueMove } from '@/shared/kernel/vocabulary'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { Action, FactAction } from './actions'

type OpenSheet = 'move' | 'progress' | 'rate' | 'more' | FactAction | null

/** Actions that are no moves have a form of their own. */
const ownForms = ['progress', 'rate', 'askExtension', 'decideExtension', 'supervise', 'endSupervision'] as const
const hasOwnForm = (key: Action['key']): key is (typeof ownForms)[number] => ownForms.some((one) => one === key)

export interface Acting {
  open: OpenSheet
  /** The move whose form is, or was last, open. */
  allowed: AllowedMove | null
  busy: IssueMove | null
  dialog: ReactNode
  /** The small form of joint handling that is open. */
  asked: Ask | null
  ask: (asked: Ask | null) => void
  act: (action: Action) => Promise<void>
  /** Opens the form of a move at once. */
  begin: (allowed: AllowedMove) => void
  show: (sheet: OpenSheet) => void
  /** Closes the form of a move that was made; what it held is used up. */
  finish: () => void
}

type Asked = keyof ReturnType<typeof issueAsks>
const askedKeys: readonly string[] = ['setLead', 'addHelper', 'sendBack', 'addCommitment'] satisfies Asked[]
const isAsked = (key: Action['key']): key is Asked => askedKeys.includes(key)

/** What a tap on an action leads to: done at once, asked first, or its form opened. */
export const useActing = (issue: IssueDetail | undefined): Acting => {
  const [open, show] = useState<OpenSheet>(null)
  const [allowed, setAllowed] = useState<AllowedMove | null>(null)
  const [asked, setAsked] = useState<Ask | null>(null)
  const [confirm, dialog] = useConfirm()
  const [keeping, setKeeping] = useState<IssueMove | null>(null)
  const command = useCommand('issues.moveIssue')

  const keep = async (about: IssueDetail, act: KeptAct) => {
    setKeeping(act === 'progress' ? null : act)
    return perform({ issue: about, act }).finally(() => setKeeping(null))
  }

  const make = async (move: IssueMove) => {
    if (!issue) return
    try {
      const outcome = await (isKeptAct(move) ? keep(issue, move) : command.mutateAsync({ id: issue.id, move }))
      toast(outcome === 'kept' ? keptWords : moveWords[move].done)
      if (move === 'confirm' && issue.isMine) show('rate')
    } catch (error) {
      toast((error as CallError).message)
    }
  }

  const finish = () => {
    setAllowed(null)
    show(null)
  }

  const begin = (next: AllowedMove) => {
    setAllowed(next)
    show('move')
  }

  const act = async (action: Action) => {
    if (hasOwnForm(action.key)) return show(action.key)
    if (issue && action.key === 'callMeeting') return openMeetingForm(issue.id)
    if (issue && isAsked(action.key)) return setAsked(issueAsks(issue.id)[action.key])
    if (!action.allowed) return
    const { move, needs } = action.allowed
    const { explain, danger, cancel } = moveWords[move]
    if (isOneTap(move) && needs.length === 0) return make(move)
    if (isQuestion(move) && needs.length === 0) {
      const title = `${action.words}？`
      const question = {
        title,
        words: explain,
        confirmText: action.words,
        danger: danger ?? false,
        ...(cancel ? { cancelText: cancel } : {}),
      }
      if (await confirm(question)) await make(move)
      return
    }
    begin(action.allowed)
  }

  return {
    open,
    allowed,
    busy: keeping ?? (command.isPending ? (command.variables?.move ?? null) : null),
    dialog,
    asked,
    ask: setAsked,
    act,
    begin,
    show,
    finish,
  }
}
