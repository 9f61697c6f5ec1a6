import { useRef, useState } from 'react'
import { choosePhotos, forgetPhoto, type LocalPhoto } from '@/client/photos'
import type { KeptPhoto } from '@/client/shelf'
import { uploadPhoto } from '@/client/upload'
import { photosMax } from '@/shared/kernel/vocabulary'
import { askPhotoSource } from './photo-source'

interface Held {
  local: LocalPhoto
  fileId?: string
  /** 0 to 100 while it is on its way. */
  progress?: number
  error?: string
}

export interface Photos {
  held: readonly Held[]
  /** Why a picked file did not come along. */
  problem: string | undefined
  /** Takes or chooses more, up to so many in all. */
  add: (max?: number) => Promise<void>
  remove: (key: string) => void
  retry: (key: string) => void
  /** The file ids in order, once every photo is with the server; null when one could not be sent. */
  settle: () => Promise<string[] | null>
  /** The photos in order once each was tried, with its file id where it got there; for what is kept on the phone. */
  gather: () => Promise<KeptPhoto[]>
  /** Empties the form; the photos are somebody else's to keep or throw away. */
  letGo: () => void
  /** Forgets where the photos were sent, so that they are sent again: the server no longer has them. */
  resend: () => void
}

/** Photos of one form. Each is sent as soon as it is chosen, so that submitting is quick; a failed one waits for a retry. */
export const usePhotos = (
  purpose: 'progress' | 'result' | 'activity' | 'reward' | 'consent',
  initial: readonly KeptPhoto[] = [],
): Photos => {
  const [held, setHeld] = useState<readonly Held[]>(initial)
  const [problem, setProblem] = useState<string>()
  const sending = useRef(
    new Map<string, Promise<string | null>>(
      initial.flatMap(({ local, fileId }) => (fileId ? [[local.key, Promise.resolve(fileId)] as const] : [])),
    ),
  )

  const change = (key: string, fields: Partial<Held>) =>
    setHeld((all) => all.map((one) => (one.local.key === key ? { ...one, ...fields } : one)))

  const send = (local: LocalPhoto): Promise<string | null> => {
    change(local.key, { progress: 0, error: undefined })
    const sent = uploadPhoto(local, purpose, (progress) => change(local.key, { progress })).then(
      (fileId) => {
        change(local.key, { fileId, progress: undefined })
        return fileId
      },
      () => {
        sending.current.delete(local.key)
        change(local.key, { progress: undefined, error: '没传上去，点按重试' })
        return null
      },
    )
    sending.current.set(local.key, sent)
    return sent
  }

  const tryAll = () => Promise.all(held.map(({ local }) => sending.current.get(local.key) ?? send(local)))

  return {
    held,
    problem,
    add: async (max = photosMax) => {
      const source = await askPhotoSource()
      if (!source) return
      const { photos, failed } = await choosePhotos(max - held.length, source)
      setProblem(failed[0])
      setHeld((all) => [...all, ...photos.map((local) => ({ local }))])
      for (const local of photos) void send(local)
    },
    remove: (key) => {
      const gone = held.find(({ local }) => local.key === key)
      sending.current.delete(key)
      setHeld((all) => all.filter(({ local }) => local.key !== key))
      if (gone) void forgetPhoto(gone.local)
    },
    retry: (key) => {
      const again = held.find(({ local }) => local.key === key)
      if (again) void send(again.local)
    },
    settle: async () => {
      const ids = await tryAll()
      return ids.every((id): id is string => id !== null) ? ids : null
    },
    gather: async () => {
      const ids = await tryAll()
      return held.map(({ local }, at) => ({ local, ...(ids[at] ? { fileId: ids[at] } : {}) }))
    },
    letGo: () => {
      sending.current.clear()
      setHeld([])
    },
    resend: () => sending.current.clear(),
  }
}
