import { useMemo } from 'react'
import { useCapability } from '@/client/hooks'
import { classOf, searchClasses, type IssueClass } from '@/shared/domain/issues/classes'

const likelyMax = 3

/**
 * Up to three classes that what was written may be about. The server has learned from many sentences; until it answers,
 * and without a network, the keywords of the classes have to do.
 */
export const useLikelyClasses = (words: string, isWanted: boolean): IssueClass[] => {
  const text = words.trim()
  const { data } = useCapability('issues.suggestClasses', { text }, { enabled: isWanted && text !== '' })
  return useMemo(() => {
    if (text === '') return []
    const suggested = data?.classes.flatMap(({ code }) => classOf(code) ?? []) ?? []
    return suggested.length > 0 ? suggested : searchClasses(text).slice(0, likelyMax)
  }, [text, data])
}
