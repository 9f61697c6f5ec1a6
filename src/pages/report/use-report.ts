import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { CallError } from '@/client/call'
import {
  blankDraft,
  dropDraft,
  editDraft,
  isOpenDraft,
  openDraft,
  sendDraft,
  turnTo,
  useDrafts,
  type Reported,
} from '@/client/drafts'
import { needsPersona } from '@/client/session'
import type { Joined } from '@/features/issues/join-button'
import type { LikeIssue } from '@/features/issues/like-card'
import { findLike, type Found } from './find-like'
import { stepOf } from './problem'

/** What became of a finished report: with the server, safe on the phone until it can get there, or needless since they joined another. */
export type Outcome =
  | { kind: 'sent'; reported: Reported; forName?: string | undefined; isFound: boolean }
  | { kind: 'held'; message: string; isOffline: boolean }
  | { kind: 'joined'; draftId: string; issue: LikeIssue; answer: Joined }

/**
 * The report being written and everything that can happen to it. It outlives the page, the app and the network; a second
 * press while the first is on its way does nothing.
 */
export const useReport = () => {
  const [id, setId] = useState<string | null>(() => useDrafts.getState().kept.find(isOpenDraft)?.id ?? null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isSending, setSending] = useState(false)
  /** Like issues to decide about before it is sent; null when there are none. */
  const [found, setFound] = useState<Found | null>(null)
  const isBusy = useRef(false)
  const draft = useDrafts(({ kept }) => kept.find((one) => one.id === id)) ?? blankDraft

  const begin = () => {
    if (outcome?.kind === 'joined') dropDraft(outcome.draftId)
    setOutcome(null)
    setFound(null)
    setId(openDraft().id)
  }
  const resume = () => {
    if (isBusy.current || needsPersona()) return
    const current = useDrafts.getState().kept.find((one) => one.id === id)
    if (outcome?.kind === 'joined' || !current || !isOpenDraft(current)) begin()
  }
  useEffect(resume, [])
  useDidShow(resume)

  const busily = async (make: () => Promise<void>) => {
    if (isBusy.current) return
    isBusy.current = true
    setSending(true)
    try {
      await make()
    } finally {
      isBusy.current = false
      setSending(false)
    }
  }

  const send = async () => {
    if (!id) return
    const { assistance, source } = useDrafts.getState().kept.find((one) => one.id === id) ?? blankDraft
    const isFound = source === 'patrol' && !assistance
    try {
      setOutcome({ kind: 'sent', reported: await sendDraft(id), forName: assistance?.forName, isFound })
    } catch (error) {
      const failed = error instanceof CallError ? error : new CallError('INTERNAL', '提交没有成功，已为您保存')
      if (failed.isTransient) {
        setOutcome({ kind: 'held', message: failed.message, isOffline: failed.code !== 'INTERNAL' })
      } else {
        turnTo(id, stepOf({ code: failed.code, fields: failed.fields }))
        setFound(null)
      }
    }
  }
  /** Looks for others like it first, and sends it at once where there are none; nobody joins one for somebody else. */
  const submit = () =>
    busily(async () => {
      const current = useDrafts.getState().kept.find((one) => one.id === id)
      const like = current && !current.assistance ? await findLike(current) : null
      if (like && like.issues.length > 0) setFound(like)
      else await send()
    })

  const edit = (fields: Parameters<typeof editDraft>[1]) => id && editDraft(id, fields)
  /** Another class goes another way, so what was asked because of the first no longer counts. */
  const pickClass = (classCode: string) =>
    classCode !== draft.classCode && edit({ classCode, gridId: undefined, aboutPersonId: undefined })

  return {
    draft,
    outcome,
    isSending,
    found,
    begin,
    submit,
    sendAnyway: () => busily(send),
    backToWords: () => setFound(null),
    joined: (issue: LikeIssue, answer: Joined) => id && setOutcome({ kind: 'joined', draftId: id, issue, answer }),
    undone: () => {
      setOutcome(null)
      setFound(null)
    },
    edit,
    pickClass,
    turn: (step: number) => id && turnTo(id, step),
  }
}

export type Report = ReturnType<typeof useReport>
