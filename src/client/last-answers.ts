import Taro from '@tarojs/taro'
import type { InfiniteData } from '@tanstack/react-query'
import { queryClient } from './query-client'
import { whoKey } from './session'

const key = 'last-answers'
const dayMs = 24 * 60 * 60_000

interface Answer {
  queryKey: readonly unknown[]
  value: unknown
  at: number
}

/**
 * Who I am, what is mine to do, and which buildings there are: with these a worker in a stairwell without signal can still note what
 * was done, and report what they find by its building, so that it goes to whoever has it and not to the duty post.
 */
const isNeeded = ([name, input]: readonly unknown[]): boolean =>
  name === 'session.getMe' ||
  name === 'organization.listPlaces' ||
  (name === 'issues.listQueue' && (input as { view?: string }).view === 'mine')

/** Of a list that is read a page at a time, the first page; it is asked for with no parameter, which no storage keeps. */
const shortened = (value: unknown): unknown => {
  const { pages, pageParams } = value as Partial<InfiniteData<unknown>>
  return pages && pageParams ? { pages: pages.slice(0, 1), pageParams: [undefined] } : value
}

const read = (): Answer[] => {
  const kept = Taro.getStorageSync<{ who: string; answers: Answer[] } | ''>(key)
  if (!kept || kept.who !== whoKey()) return []
  return kept.answers.filter(({ at }) => Date.now() - at < dayMs)
}

const write = (answers: readonly Answer[]): void => {
  try {
    Taro.setStorageSync(key, { who: whoKey(), answers })
  } catch {
    // A phone without room only loses the convenience.
  }
}

/**
 * Keeps the last answers to those few questions on the phone for a day, for whoever is here, and shows them at once when the app starts
 * again; each is asked anew all the same. Whoever comes after finds nothing of them.
 */
export const watchLastAnswers = (): void => {
  const restored = read()
  write(restored)
  for (const { queryKey, value } of restored) queryClient.setQueryData(queryKey, shortened(value), { updatedAt: 1 })
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || !isNeeded(event.query.queryKey)) return
    const answer = { queryKey: event.query.queryKey, value: shortened(event.action.data), at: Date.now() }
    const name = JSON.stringify(answer.queryKey)
    write([...read().filter(({ queryKey }) => JSON.stringify(queryKey) !== name), answer])
  })
}
