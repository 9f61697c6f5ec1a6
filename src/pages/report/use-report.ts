import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { CallError } from '@/client/call'
import {
  blankDraft,
  editDraft,
  isOpenDraft,
  openDraft,
  sendDraft,
  turnTo,
  useDrafts,
  type Reported,
} from '@/client/drafts'
import { needsPersona } from '@/client/session'
import { stepOf } from './problem'

/** What became of a finished report: with the server, or safe on the phone until it can get there. */
export type Outcome = { kind: 'sent'; reported: Reported } | { kind: 'held'; message: string; isOffline: boolean }

/**
 * The report being written and everything that can happen to it. It outlives the page, the app and the network; a second
 * press while the first is on its way does nothing.
 */
export const useReport = () => {
  const [id, setId] = useState<string | null>(() => useDrafts.getState().drafts.find(isOpenDraft)?.id ?? null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isSending, setSending] = useState(false)
  const isBusy = useRef(false)
  const draft = useDrafts(({ drafts }) => drafts.find((one) => one.id === id)) ?? blankDraft

  const begin = () => {
    setOutcome(null)
    setId(openDraft().id)
  }
  const resume = () => {
    if (isBusy.current || needsPersona()) return
    const current = useDrafts.getState().drafts.find((one) => one.id === id)
    if (!current || !isOpenDraft(current)) begin()
  }
  useEffect(resume, [])
  useDidShow(resume)

  const submit = async () => {
    if (!id || isBusy.current) return
    isBusy.current = true
    setSending(true)
    try {
      setOutcome({ kind: 'sent', reported: await sendDraft(id) })
    } catch (error) {
      const failed = error instanceof CallError ? error : new CallError('INTERNAL', '提交没有成功，已为您保存')
      if (failed.isTransient) {
        setOutcome({ kind: 'held', message: failed.message, isOffline: failed.code !== 'INTERNAL' })
      } else {
        turnTo(id, stepOf({ code: failed.code, fields: failed.fields }))
      }
    } finally {
      isBusy.current = false
      setSending(false)
    }
  }

  const edit = (fields: Parameters<typeof editDraft>[1]) => id && editDraft(id, fields)
  /** Another class goes another way, so what was asked because of the first no longer counts. */
  const pickClass = (classCode: string) =>
    classCode !== draft.classCode && edit({ classCode, gridId: undefined, aboutPersonId: undefined })

  return {
    draft,
    outcome,
    isSending,
    begin,
    submit,
    edit,
    pickClass,
    turn: (step: number) => id && turnTo(id, step),
  }
}

export type Report = ReturnType<typeof useReport>
