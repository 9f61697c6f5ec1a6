import { roleNames } from '../../kernel/roles'
import { classTable, type IssueClass } from './class-table'

export type { IssueClass } from './class-table'
export { limitLabel } from './limit'

/** The classes (事项类别) a resident may choose, in the order they are shown. */
export const issueClasses: readonly IssueClass[] = classTable

const byCode = new Map(issueClasses.map((issueClass) => [issueClass.code, issueClass]))

/** The class behind a code, or null for anything else a caller may send. */
export const classOf = (code: string): IssueClass | null => byCode.get(code) ?? null

/** Who is asked first, as a person reads it. What concerns a worker is never handled by that worker. */
export const responsibleLabel = ({ code, responsible }: IssueClass): string =>
  typeof responsible === 'object'
    ? `${responsible.department}部门`
    : `${roleNames[responsible]}${code === 'complaint' ? '（被反映的人除外）' : ''}`

const pairsOf = (words: string): string[] => [...words].slice(1).map((_, at) => [...words].slice(at, at + 2).join(''))

/** How well a class answers the words typed; 0 is not at all. The name weighs most, then a whole keyword, then like pairs. */
const scoreOf = ({ name, keywords }: IssueClass, typed: string): number => {
  if (name.includes(typed)) return 1000
  if (keywords.some((keyword) => keyword === typed)) return 900
  if (keywords.some((keyword) => keyword.startsWith(typed))) return 800
  if (keywords.some((keyword) => keyword.includes(typed))) return 700
  const spoken = keywords.filter((keyword) => /[^a-z]/.test(keyword) && typed.includes(keyword))
  const pairs = pairsOf(typed).filter((pair) => /^[\u4e00-\u9fff]{2}$/.test(pair) && name.includes(pair))
  return spoken.reduce((sum, keyword) => sum + keyword.length * 10, 0) + pairs.length * 15
}

/**
 * The classes that answer what was typed, best first: a name, plain speech ("楼道里有人堆东西") or initials ("ldjf").
 * Nothing typed gives them all; nothing found gives none, and the page then offers the whole list.
 */
export const searchClasses = (typed: string): readonly IssueClass[] => {
  const words = typed.replace(/\s+/g, '').toLowerCase()
  if (!words) return issueClasses
  return issueClasses
    .map((issueClass) => ({ issueClass, score: scoreOf(issueClass, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ issueClass }) => issueClass)
}
