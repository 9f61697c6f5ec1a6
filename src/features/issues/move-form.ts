import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import type { IssueResult } from '@/shared/kernel/vocabulary'
import { showFirstError } from '@/ui/bring-into-view'
import { fieldOrder, moveWords, type MoveField } from './move-words'
import { usePhotos } from './use-photos'

export type AllowedMove = IssueDetail['moves'][number]

export interface MoveTyped {
  result?: IssueResult
  sentence?: string
  personId?: string
  parentId?: string
  until?: string
  reason?: string
  turnTo?: string
}

const isPhotos = (field: MoveField) => field === 'fileIds' || field === 'beforeFileIds'

/** The inputs of a move for this issue, and which of them it cannot do without, given what is chosen so far. */
export const fieldsOf = (issue: IssueDetail, { move, needs }: AllowedMove, typed: MoveTyped) => {
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

/** What was typed and what the server said to it. Everything typed stays until the move is made. */
export const useMoveForm = (issue: IssueDetail, allowed: AllowedMove) => {
  const [typed, setTyped] = useState<MoveTyped>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const after = usePhotos('result')
  const before = usePhotos('result')
  const command = useCommand('issues.moveIssue')

  const type = (fields: MoveTyped) => {
    setTyped((now) => ({ ...now, ...fields }))
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in fields))))
  }

  const refuse = (error: CallError) => {
    setErrors(error.fields)
    setProblem(problemOf(error))
    showFirstError()
    if (error.code.startsWith('FILE_')) for (const photos of [after, before]) photos.resend()
  }

  const submit = async (): Promise<boolean> => {
    setProblem(undefined)
    setWorking(true)
    try {
      const [fileIds, beforeFileIds] = await Promise.all([after.settle(), before.settle()])
      if (!fileIds || !beforeFileIds) {
        setProblem('有照片没有传上去，请点按照片重试，或先删掉')
        return false
      }
      const words = Object.fromEntries(Object.entries(typed).filter(([, value]) => value?.trim()))
      await command.mutateAsync({ id: issue.id, move: allowed.move, ...words, fileIds, beforeFileIds })
      return true
    } catch (error) {
      refuse(error as CallError)
      return false
    } finally {
      setWorking(false)
    }
  }

  return { typed, type, errors, problem, isWorking, after, before, submit }
}

export type MoveForm = ReturnType<typeof useMoveForm>
