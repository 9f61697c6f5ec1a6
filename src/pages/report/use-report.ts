import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { CallError } from '@/client/call'
import { editDraft, openDraft, sendDraft, turnTo, useDrafts, type Draft, type Reported } from '@/client/drafts'
import { whoKey } from '@/client/session'
import { stepOf } from './problem'

/** What became of a finished report: with the server, or safe on the phone until it can get there. */
export type Outcome = { kind: 'sent'; reported: Reported } | { kind: 'held'; message: string; isOffline: boolean }

/** What an empty form shows while its draft is being put down, so that the page is drawn once and not twice. */
const blank: Draft = {
  id: '',
  who: '',
  state: 'editing',
  requestId: '',
  step: 0,
  photos: [],
  text: '',
  place: {},
  placeLabel: '',
  isUnnamed: false,
  updatedAt: 0,
}

const isOpen = ({ who, state }: Draft): boolean => who === whoKey() && (state === 'editing' || state === 'refused')

/**
 * The report being written and everything that can happen to it. It outlives the page, the app and the network; a second
 * press while the first is on its way does nothing.
 */
export const useReport = () => {
  const [id, setId] = useState<string | null>(() => useDrafts.getState().drafts.find(isOpen)?.id ?? null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isSending, setSending] = useState(false)
  const isBusy = useRef(false)
  const draft = useDrafts(({ drafts }) => drafts.find((one) => one.id === id)) ?? blank

  const begin = () => {
    setOutcome(null)
    setId(openDraft().id)
  }
  const resume = () => {
    if (isBusy.current) return
    const current = useDrafts.getState().drafts.find((one) => one.id === id)
    if (!current || !isOpen(current)) begin()
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

  return {
    draft,
    outcome,
    isSending,
    begin,
    submit,
    edit: (fields: Partial<Omit<Draft, 'id' | 'who' | 'state' | 'requestId'>>) => id && editDraft(id, fields),
    turn: (step: number) => id && turnTo(id, step),
  }
}

export type Report = ReturnType<typeof useReport>
