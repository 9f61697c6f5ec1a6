import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import { call, CallError } from './call'
import { forgetPhoto, type LocalPhoto } from './photos'
import { queryClient } from './query-client'
import { makeRequestId } from './request-id'
import { whoKey } from './session'
import { uploadPhoto } from './upload'

type Report = InputOf<ContractOf<'issues.reportIssue'>>
export type Reported = OutputOf<ContractOf<'issues.reportIssue'>>

/**
 * A report on this phone. `editing` is being written; `waiting` is finished and goes out by itself as soon as it can;
 * `refused` came back with a reason and waits for its author.
 */
export interface Draft {
  id: string
  who: string
  state: 'editing' | 'waiting' | 'sending' | 'refused'
  /** Names the sending, so that three tries make one issue. A changed draft gets a new one. */
  requestId: string
  step: number
  photos: { local: LocalPhoto; fileId?: string }[]
  classCode?: string
  text: string
  place: Partial<Report['place']>
  placeLabel: string
  gridId?: string
  isUnnamed: boolean
  /** Whom a complaint is about. */
  aboutPersonId?: string
  /** Found on duty or reported as a resident; undefined until somebody who may do both has come to that question. */
  source?: Report['source']
  /** Written for somebody else (代报): in which assistance, and for whom. */
  assistance?: { id: string; forName: string; householdId: string | null }
  updatedAt: number
  problem?: { code: string; message: string; fields: Record<string, string> }
}

const key = 'report-drafts'

/** What an empty form shows before its draft is put down. */
export const blankDraft: Draft = {
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

/** What is on disk: the truth, because another tab of the same browser may have written since this one looked. */
const all = (): Draft[] => {
  const kept = Taro.getStorageSync<Draft[] | ''>(key)
  return Array.isArray(kept) ? kept : []
}

/** A sending that was cut off by closing the app was only waiting. */
const restore = (): Draft[] => {
  const drafts = all().map((draft): Draft => (draft.state === 'sending' ? { ...draft, state: 'waiting' } : draft))
  Taro.setStorageSync(key, drafts)
  return drafts
}

/** Every draft on this phone. Each change is on disk before anything else happens. */
export const useDrafts = create<{ drafts: Draft[] }>(() => ({ drafts: restore() }))

const save = (drafts: Draft[]): void => {
  Taro.setStorageSync(key, drafts)
  useDrafts.setState({ drafts })
}

const change = (id: string, fields: Partial<Draft>): void =>
  save(all().map((draft) => (draft.id === id ? { ...draft, ...fields } : draft)))

/** True for a draft that whoever is here may go on writing. */
export const isOpenDraft = ({ who, state }: Draft): boolean =>
  who === whoKey() && (state === 'editing' || state === 'refused')

/** The report being written, or a new empty one. */
export const openDraft = (): Draft => {
  const found = all().find(isOpenDraft)
  if (found) return found
  const draft: Draft = {
    ...blankDraft,
    id: makeRequestId(),
    who: whoKey(),
    requestId: makeRequestId(),
    updatedAt: Date.now(),
  }
  save([...all(), draft])
  return draft
}

type Typed = Partial<Omit<Draft, 'id' | 'who' | 'state' | 'requestId'>>

/**
 * Keeps what was typed. A change after a refusal is a new request; what the server refused is not asked again. A draft that is
 * finished or on its way is no longer written on: whatever comes late comes too late, and would make a second issue.
 */
export const editDraft = (id: string, fields: Typed | ((draft: Draft) => Typed)): void => {
  const draft = all().find((one) => one.id === id)
  if (!draft || !isOpenDraft(draft)) return
  const typed = typeof fields === 'function' ? fields(draft) : fields
  change(id, { ...typed, state: 'editing', requestId: makeRequestId(), problem: undefined, updatedAt: Date.now() })
}

/** Moves between the screens of the form; what was written stays as it was. */
export const turnTo = (id: string, step: number): void => change(id, { step })

/** Throws a draft away, photos included. */
export const dropDraft = (id: string): void => {
  const draft = all().find((one) => one.id === id)
  save(all().filter((one) => one.id !== id))
  for (const { local } of draft?.photos ?? []) void forgetPhoto(local)
}

/** Drafts that are finished and not yet with the server. */
export const waitingDrafts = (drafts: readonly Draft[]): Draft[] =>
  drafts.filter((draft) => draft.who === whoKey() && (draft.state === 'waiting' || draft.state === 'sending'))

const send = async (draft: Draft): Promise<Reported> => {
  for (const photo of draft.photos) {
    if (photo.fileId) continue
    const fileId = await uploadPhoto(photo.local, 'issue')
    const photos = all().find((one) => one.id === draft.id)?.photos ?? []
    change(draft.id, { photos: photos.map((one) => (one.local.key === photo.local.key ? { ...one, fileId } : one)) })
  }
  const ready = all().find((one) => one.id === draft.id) ?? draft
  return call(
    'issues.reportIssue',
    {
      classCode: ready.classCode ?? '',
      text: ready.text,
      place: ready.place,
      fileIds: ready.photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : [])),
      gridId: ready.gridId,
      isUnnamed: ready.isUnnamed,
      aboutPersonId: ready.aboutPersonId,
      source: ready.source,
      assistanceId: ready.assistance?.id,
    },
    ready.requestId,
  )
}

/**
 * Sends a finished draft. Answers what became of it, or throws: a transient failure leaves it waiting, and so does a session
 * that ran out, until its author is back; a "no" brings it back to them. Either way nothing typed is lost.
 */
export const sendDraft = async (id: string): Promise<Reported> => {
  const draft = all().find((one) => one.id === id)
  if (!draft) throw new CallError('NOT_FOUND', '这份草稿已经不在了')
  if (draft.state === 'sending') throw new CallError('CONFLICT', '正在提交，请稍候')
  change(id, { state: 'sending' })
  try {
    const reported = await send(draft)
    dropDraft(id)
    void queryClient.invalidateQueries()
    return reported
  } catch (error) {
    const failed = error instanceof CallError ? error : new CallError('INTERNAL', '提交没有成功，已保存为草稿')
    change(id, {
      state: failed.isTransient || failed.code === 'UNAUTHENTICATED' ? 'waiting' : 'refused',
      ...(failed.code.startsWith('FILE_') ? { photos: draft.photos.map(({ local }) => ({ local })) } : {}),
      problem: { code: failed.code, message: failed.message, fields: { ...failed.fields } },
    })
    throw failed
  }
}

/** Sends everything that waits, one after the other; what still cannot go goes on waiting. */
export const sendWaiting = async (): Promise<number> => {
  let sent = 0
  for (const draft of waitingDrafts(all()).filter((one) => one.state === 'waiting')) {
    try {
      await sendDraft(draft.id)
      sent++
    } catch (error) {
      if (error instanceof CallError && error.isTransient) break
    }
  }
  return sent
}

/** Tries again whenever the phone comes back: network, foreground, and every half minute while something waits. */
export const watchDrafts = (onSent: (count: number) => void): void => {
  const attempt = () => {
    if (waitingDrafts(all()).length > 0) void sendWaiting().then((sent) => sent > 0 && onSent(sent))
  }
  Taro.onNetworkStatusChange?.(({ isConnected }) => isConnected && attempt())
  Taro.onAppShow?.(attempt)
  setInterval(attempt, 30_000)
  attempt()
}
