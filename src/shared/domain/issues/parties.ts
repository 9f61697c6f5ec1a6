import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import type { Issue } from './issue'
import { withJointEntry, type Shareout } from './joint'
import { isDispute, isHandlingTeam } from './procedure'
import { canSeeIssue } from './sight'
import { spelled } from './spelled'

/** May write down, and read, whom a dispute is between. */
export const canSetParties = (issue: Issue, actor: Actor): boolean =>
  isDispute(issue) && issue.isOpen && canSeeIssue(issue, actor) && isHandlingTeam(issue, actor)

/** Whom a dispute is between, and which names of before were written down by mistake. */
interface Named {
  parties: readonly string[]
  notParties?: readonly string[] | undefined
}

/**
 * Writes down whom a dispute is between (当事人), in place of who stood there; the timeline says that it was done, not who they are.
 * Whoever stood there stays unnamed in what was written of them, unless it is said that they never were a party: a word typed by
 * mistake (物业) would otherwise be missing from everything said of the issue.
 */
export const setParties = (
  issue: Issue,
  { parties, notParties = [] }: Named,
  actor: Actor,
  now: number,
): Shareout | Refusal<'FORBIDDEN'> => {
  if (!canSetParties(issue, actor)) return refuse('FORBIDDEN')
  const known = new Set([...(issue.formerParties ?? []), ...(issue.parties ?? [])])
  const replaced = [...known].filter((name) => !parties.includes(name))
  const formerParties = replaced.filter((name) => !notParties.includes(name))
  const struck = replaced.length - formerParties.length
  const mended = struck > 0 ? `；去掉了 ${struck} 个登记错的姓名` : ''
  const text = `登记了 ${parties.length} 位当事人，姓名只有办理的人能看到${mended}`
  return {
    issue: withJointEntry(
      { ...issue, parties: [...parties], formerParties },
      { title: '登记当事人', text },
      actor,
      now,
    ),
    told: new Map(),
  }
}

const stems = '甲乙丙丁戊己庚辛壬癸'

/** What a party is called to everybody outside the handling team. */
export const partyWord = (at: number): string => `当事人${stems[at] ?? at + 1}`

/** Whoever was written down first and is none of them any more. */
const formerPartyWord = '原登记的当事人'

type Masks = readonly (readonly [RegExp, string])[]

const maskedText = (text: string, names: Masks): string =>
  names.reduce((words, [name, word]) => words.replace(name, word), text)

const maskedIn = (value: unknown, names: Masks): unknown => {
  if (typeof value === 'string') return maskedText(value, names)
  if (Array.isArray(value)) return value.map((inner: unknown) => maskedIn(inner, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedIn(inner, names)]))
}

/**
 * Any answer about an issue with the parties' names taken out of every text in it, however they came there, for whoever is not of the
 * handling team. The longest name first, so that no half of one remains.
 */
export const withoutNames = <T>(answer: T, issue: Issue, viewer: Actor): T => {
  const { parties = [], formerParties = [] } = issue
  if (parties.length + formerParties.length === 0 || isHandlingTeam(issue, viewer)) return answer
  const former = formerParties.map((name) => ({ name, word: formerPartyWord }))
  const names = [...parties.map((name, at) => ({ name, word: partyWord(at) })), ...former]
    .sort((a, b) => b.name.length - a.name.length)
    .flatMap(({ name, word }) => {
      const found = spelled(name)
      return found ? [[found, word] as const] : []
    })
  return maskedIn(answer, names) as T
}
