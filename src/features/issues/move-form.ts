import { useState } from 'react'
import type { CallError } from '@/client/call'
import { isKeptAct, perform, type Deed, type DeedWords } from '@/client/deeds'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { useHalfWritten } from '@/features/forms/use-half-written'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import type { IssueResult } from '@/shared/kernel/vocabulary'
import { showFirstError } from '@/ui/bring-into-view'
import { fieldOrder, moveWords, type MoveField } from './move-words'
import { usePhotos } from './use-photos'

export type AllowedMove = IssueDetail['moves'][number]

/** As much of an issue as the form of a move needs; a row of a list has it too. */
export type MoveIssue = Pick<
  IssueDetail,
  'id' | 'code' | 'className' | 'classCode' | 'placeLabel' | 'photoPolicy' | 'now'
> & { owner: { personId: string }; photos: readonly unknown[] }

interface Chosen {
  result?: IssueResult
  personId?: string
  parentId?: string
  until?: string
}
type Prose = Partial<Record<'sentence' | 'reason' | 'turnTo', string>>
export type MoveTyped = Chosen & Prose

const isPhotos = (field: MoveField) => field === 'fileIds' || field === 'beforeFileIds'

/** The inputs of a move for this issue, and which of them it cannot do without, given what is chosen so far. */
export const fieldsOf = (issue: MoveIssue, { move, needs }: AllowedMove, typed: MoveTyped) => {
  const wanted = new Set<string>([...needs, ...(moveWords[move].extras ?? [])])
  const isUnresolved = typed.result === 'cannot' || typed.result === 'notOurs'
  /** Photos of what was not solved, and why it is submitted before every promise is kept, are wanted only of what is. */
  const isWaived = (field: MoveField) =>
    (isPhotos(field) && isUnresolved) || (move === 'submit' && field === 'reason' && typed.result !== 'resolved')
  return fieldOrder
    .filter((field) => wanted.has(field))
    .filter((field) => needs.includes(field) || !isPhotos(field) || issue.photoPolicy !== 'never')
    .filter((field) => needs.includes(field) || field !== 'beforeFileIds' || issue.photos.length === 0)
    .map((field) => ({ field, required: needs.includes(field) && !isWaived(field) }))
}

/** What a form begins with when something comes back that could not be done. */
export type MoveBegun = Pick<Deed, 'words' | 'photos' | 'beforeKeys'>

const typedIn = ({ words: { text: _text, ...words } }: MoveBegun): MoveTyped => words as MoveTyped

const isIn = ({ beforeKeys }: MoveBegun, { local }: Deed['photos'][number]): boolean => beforeKeys.includes(local.key)

const wordsOf = (typed: MoveTyped): MoveTyped & DeedWords =>
  Object.fromEntries(Object.entries(typed).filter(([, value]) => value?.trim()))

/** What is worth keeping when the page is left: sentences. Whom and until when are chosen anew, from what is so then. */
const proseOf = ({ sentence = '', reason = '', turnTo = '' }: MoveTyped) => ({ sentence, reason, turnTo })

/**
 * What was typed and what the server said to it. Everything typed stays until the move is made, its sentences even when the page is left.
 * `submit` answers whether it was: `kept` means that it lies on the phone until there is a way to the server; null that it was not.
 */
export const useMoveForm = (issue: MoveIssue, allowed: AllowedMove, begun?: MoveBegun) => {
  const start = begun ? typedIn(begun) : {}
  // What comes back is on the phone already, as the deed it was.
  const form = useHalfWritten(begun ? undefined : `${allowed.move} ${issue.id}`, proseOf(start))
  const [chosen, setChosen] = useState<Chosen>(start)
  const typed: MoveTyped = { ...chosen, ...form.words }
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const after = usePhotos(
    'result',
    begun?.photos.filter((photo) => !isIn(begun, photo)),
  )
  const before = usePhotos(
    'result',
    begun?.photos.filter((photo) => isIn(begun, photo)),
  )
  const command = useCommand('issues.moveIssue')

  const mended = (fields: MoveTyped) =>
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in fields))))
  const choose = (fields: Chosen) => {
    setChosen({ ...chosen, ...fields })
    mended(fields)
  }
  const write = (fields: Prose) => {
    form.write(fields)
    mended(fields)
  }
  const startAgain = () => {
    form.startAgain()
    setChosen({})
  }

  const refuse = (error: CallError) => {
    setErrors(error.fields)
    setProblem(problemOf(error))
    showFirstError()
    if (error.code === 'FILE_NOT_YOURS') for (const photos of [after, before]) photos.resend()
  }

  const make = async (): Promise<'sent' | 'kept' | null> => {
    const { move } = allowed
    if (isKeptAct(move)) {
      const [shown, shownBefore] = await Promise.all([after.gather(), before.gather()])
      const beforeKeys = shownBefore.map(({ local }) => local.key)
      return perform({ issue, act: move, words: wordsOf(typed), photos: [...shownBefore, ...shown], beforeKeys })
    }
    const [fileIds, beforeFileIds] = await Promise.all([after.settle(), before.settle()])
    if (!fileIds || !beforeFileIds) {
      setProblem('有照片没有传上去，请点按照片重试，或先删掉')
      return null
    }
    await command.mutateAsync({ id: issue.id, move, ...wordsOf(typed), fileIds, beforeFileIds })
    return 'sent'
  }

  const submit = async (): Promise<'sent' | 'kept' | null> => {
    setProblem(undefined)
    setWorking(true)
    try {
      const outcome = await make()
      if (outcome) form.forget()
      return outcome
    } catch (error) {
      refuse(error as CallError)
      return null
    } finally {
      setWorking(false)
    }
  }

  const { isTakenUp } = form
  return { typed, choose, write, isTakenUp, startAgain, errors, problem, isWorking, after, before, submit }
}

export type MoveForm = ReturnType<typeof useMoveForm>
