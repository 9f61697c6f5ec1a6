import Taro from '@tarojs/taro'
import { create, type StoreApi, type UseBoundStore } from 'zustand'
import { CallError } from './call'
import { forgetPhoto, type LocalPhoto } from './photos'
import { queryClient } from './query-client'
import { whoKey } from './session'
import { uploadPhoto } from './upload'

/** A photo of something kept; `fileId` once the server has it. */
export interface KeptPhoto {
  local: LocalPhoto
  fileId?: string
}

/**
 * Something written on this phone that the server does not have yet. `editing` is being written; `waiting` is finished and goes out by
 * itself as soon as it can; `refused` came back with a reason and waits for its author.
 */
export interface Kept {
  id: string
  who: string
  state: 'editing' | 'waiting' | 'sending' | 'refused'
  /** Names the sending, so that three tries do it once. What is changed gets a new one. */
  requestId: string
  photos: KeptPhoto[]
  updatedAt: number
  problem?: { code: string; message: string; fields: Record<string, string> }
}

interface Shelving<T extends Kept, Answer> {
  /** Where it lies in the storage of the phone. */
  key: string
  /** What its photos are uploaded for. */
  purposeOf: (one: T) => 'issue' | 'progress' | 'result'
  /** The call itself, once every photo is with the server. */
  deliver: (one: T) => Promise<Answer>
}

/** Everything of one kind that is kept on this phone, and the ways it changes. */
export interface Shelf<T extends Kept, Answer> {
  useKept: UseBoundStore<StoreApi<{ kept: T[] }>>
  /** What is on disk: the truth, because another tab of the same browser may have written since this one looked. */
  all: () => T[]
  /** Puts things down, all in one write; throws when the phone has no room for them. */
  add: (added: readonly T[]) => void
  change: (id: string, fields: Partial<T>) => void
  /** Takes something off the shelf; its photos stay, for whoever goes on with them. */
  take: (id: string) => void
  /** Throws something away, photos included. */
  drop: (id: string) => void
  /**
   * Sends one. Answers what became of it, or throws: a transient failure leaves it waiting, and so does a session that ran out, until
   * its author is back; a "no" brings it back to them. Either way nothing typed is lost.
   */
  send: (id: string) => Promise<Answer>
  /** Sends everything of whoever is here that waits, one after the other; what still cannot go goes on waiting. Answers how many went. */
  sendWaiting: () => Promise<number>
}

/** What of a list is finished and not yet with the server, for whoever is here. */
export const waitingOf = <T extends Kept>(kept: readonly T[]): T[] =>
  kept.filter(({ who, state }) => who === whoKey() && (state === 'waiting' || state === 'sending'))

/** One kind of thing kept on this phone until the server has it. Each change is on disk before anything else happens. */
export const createShelf = <T extends Kept, Answer>({ key, purposeOf, deliver }: Shelving<T, Answer>) => {
  const all = (): T[] => {
    const kept = Taro.getStorageSync<T[] | ''>(key)
    return Array.isArray(kept) ? kept : []
  }

  /** A sending that was cut off by closing the app was only waiting. */
  const restore = (): T[] => {
    const kept = all().map((one): T => (one.state === 'sending' ? { ...one, state: 'waiting' } : one))
    Taro.setStorageSync(key, kept)
    return kept
  }

  const useKept = create<{ kept: T[] }>(() => ({ kept: restore() }))
  const save = (kept: T[]): void => {
    Taro.setStorageSync(key, kept)
    useKept.setState({ kept })
  }
  const find = (id: string): T | undefined => all().find((one) => one.id === id)
  const change = (id: string, fields: Partial<T>): void =>
    save(all().map((one) => (one.id === id ? { ...one, ...fields } : one)))
  const take = (id: string): void => save(all().filter((one) => one.id !== id))
  const drop = (id: string): void => {
    const photos = find(id)?.photos ?? []
    take(id)
    for (const { local } of photos) void forgetPhoto(local)
  }

  const bring = async (one: T): Promise<Answer> => {
    for (const photo of one.photos) {
      if (photo.fileId) continue
      const fileId = await uploadPhoto(photo.local, purposeOf(one))
      const photos = (find(one.id) ?? one).photos
      change(one.id, {
        photos: photos.map((held) => (held.local.key === photo.local.key ? { ...held, fileId } : held)),
      } as Partial<T>)
    }
    return deliver(find(one.id) ?? one)
  }

  const send = async (id: string): Promise<Answer> => {
    const one = find(id)
    if (!one) throw new CallError('NOT_FOUND', '这份草稿已经不在了')
    if (one.state === 'sending') throw new CallError('CONFLICT', '正在提交，请稍候')
    change(id, { state: 'sending' } as Partial<T>)
    try {
      const answer = await bring(one)
      drop(id)
      void queryClient.invalidateQueries()
      return answer
    } catch (error) {
      const failed = error instanceof CallError ? error : new CallError('INTERNAL', '提交没有成功，已保存为草稿')
      if (!failed.isTransient) void queryClient.invalidateQueries()
      change(id, {
        state: failed.isTransient || failed.code === 'UNAUTHENTICATED' ? 'waiting' : 'refused',
        ...(failed.code.startsWith('FILE_') ? { photos: one.photos.map(({ local }) => ({ local })) } : {}),
        problem: { code: failed.code, message: failed.message, fields: { ...failed.fields } },
      } as Partial<T>)
      throw failed
    }
  }

  const sendWaiting = async (): Promise<number> => {
    let sent = 0
    for (const one of waitingOf(all()).filter(({ state }) => state === 'waiting')) {
      try {
        await send(one.id)
        sent++
      } catch (error) {
        if (error instanceof CallError && error.isTransient) break
      }
    }
    return sent
  }

  const add = (added: readonly T[]): void => save([...all(), ...added])
  return { useKept, all, add, change, take, drop, send, sendWaiting } satisfies Shelf<T, Answer>
}
