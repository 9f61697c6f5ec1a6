import Taro from '@tarojs/taro'
import { whoKey } from './session'

/** The words of one form that was closed before it was sent, by the name of their field. */
type Words = Record<string, string>
interface HalfWritten {
  who: string
  form: string
  words: Words
}

const key = 'half-written'
/** As many forms as a phone keeps; the one left alone the longest goes first. */
const keptMax = 20

const all = (): HalfWritten[] => {
  const kept = Taro.getStorageSync<HalfWritten[] | ''>(key)
  return Array.isArray(kept) ? kept : []
}
const without = (form: string): HalfWritten[] => all().filter((one) => one.form !== form || one.who !== whoKey())

/** What whoever is here had typed into a form and not sent; null when there is nothing. */
export const halfWrittenOf = (form: string): Words | null =>
  all().find((one) => one.form === form && one.who === whoKey())?.words ?? null

/** Keeps on this phone what is being typed. A phone without room keeps nothing, and the form goes on all the same. */
export const keepHalfWritten = (form: string, words: Words): void => {
  try {
    Taro.setStorageSync(key, [...without(form), { who: whoKey(), form, words }].slice(-keptMax))
  } catch {
    return
  }
}

/** Once it was sent, or thrown away by its author. */
export const forgetHalfWritten = (form: string): void => Taro.setStorageSync(key, without(form))

/** Once whoever is here has left (注销, 切换身份): minutes and steps of a quarrel are not for whoever takes the phone up next. */
export const forgetAllHalfWritten = (): void => {
  Taro.setStorageSync(
    key,
    all().filter(({ who }) => who !== whoKey()),
  )
}
