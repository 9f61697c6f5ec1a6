import Taro from '@tarojs/taro'
import { dayMs } from '@/shared/kernel/time'
import { whoKey } from './session'

/** The words of one form that was closed before it was sent, by the name of their field. */
type Words = Record<string, string>
interface HalfWritten {
  who: string
  form: string
  words: Words
  /** When it was last typed in. */
  at: number
}

const key = 'half-written'
/** As many forms as a phone keeps; the one left alone the longest goes first. */
const keptMax = 20
/** As long as they keep: names and reasons that nobody goes on with leave the phone, and what others settled meanwhile is not waited for. */
const keptMs = 30 * dayMs

/** A phone without room keeps nothing, and the form goes on all the same. */
const put = (kept: readonly HalfWritten[]): void => {
  try {
    Taro.setStorageSync(key, kept)
  } catch {
    return
  }
}

/** What is kept and not too old; the rest is off the phone once it was looked at, and so is what has no instant. */
const all = (): HalfWritten[] => {
  const kept = Taro.getStorageSync<HalfWritten[] | ''>(key)
  if (!Array.isArray(kept)) return []
  const fresh = kept.filter(({ at }) => Math.abs(Date.now() - at) < keptMs)
  if (fresh.length < kept.length) put(fresh)
  return fresh
}
const without = (form: string): HalfWritten[] => all().filter((one) => one.form !== form || one.who !== whoKey())

/** What whoever is here had typed into a form and not sent; null when there is nothing. */
export const halfWrittenOf = (form: string): Words | null =>
  all().find((one) => one.form === form && one.who === whoKey())?.words ?? null

/** Keeps on this phone what is being typed; a form without a word in it takes nobody's room. */
export const keepHalfWritten = (form: string, words: Words): void => {
  const isBlank = Object.values(words).every((word) => word.trim() === '')
  put([...without(form), ...(isBlank ? [] : [{ who: whoKey(), form, words, at: Date.now() }])].slice(-keptMax))
}

type Listener = (form: string) => void
const listeners = new Set<Listener>()

/** Tells of every form that was sent or thrown away; it may stand open a second time. */
export const onForgotten = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Once it was sent, or thrown away by its author. */
export const forgetHalfWritten = (form: string): void => {
  put(without(form))
  for (const tell of listeners) tell(form)
}

/** Drops what grew too old, whether or not its form is ever opened again. */
export const dropOldHalfWritten = (): void => void all()

/** Once whoever is here has left (注销, 切换身份): minutes and steps of a quarrel are not for whoever takes the phone up next. */
export const forgetAllHalfWritten = (): void => put(all().filter(({ who }) => who !== whoKey()))
