import type { Actor } from '../../kernel/actor'
import type { Issue } from './issue'
import { neighbourWords } from './neighbour-words'
import { withoutNames } from './parties'
import { canSeeReporter } from './sight'

/** The fields of an answer that hold what somebody typed, in whichever part of it they stand; ids, names of posts and duty phones are none. */
const typed: ReadonlySet<string> = new Set([
  'agenda',
  'cancelledFor',
  'label',
  'minutes',
  'place',
  'placeLabel',
  'reason',
  'sentence',
  'spot',
  'task',
  'text',
  'what',
  'words',
])

/** A line of the history that the viewer wrote: they know what they said. What is written down of joint handling quotes others too. */
const isOwn = (line: object, viewer: Actor): boolean =>
  'actor' in line &&
  (line.actor as { id?: string } | null)?.id === viewer.personId &&
  (line as { kind?: string }).kind !== 'joint'

const told = (value: unknown, key: string, issue: Issue, viewer: Actor): unknown => {
  if (typeof value === 'string') return typed.has(key) ? neighbourWords(value, issue) : value
  if (Array.isArray(value)) return value.map((one: unknown) => told(one, key, issue, viewer))
  if (typeof value !== 'object' || value === null || isOwn(value, viewer)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, told(one, name, issue, viewer)]))
}

/**
 * Any answer about an issue as one person may read it. Whoever may not know its reporter reads neither that name nor a number that
 * reaches a person, in whosever words and in whichever field they stand; whoever is outside a dispute's team reads no party's name.
 */
export const wordsFor = <T>(answer: T, issue: Issue, viewer: Actor): T =>
  withoutNames(canSeeReporter(issue, viewer) ? answer : (told(answer, '', issue, viewer) as T), issue, viewer)

/** What somebody sent back as they had been shown it stays as it was: saving a form never writes its stars over the words. */
export const asMeant = (given: string, kept: string | undefined, issue: Issue, actor: Actor): string =>
  kept !== undefined && given === wordsFor({ text: kept }, issue, actor).text ? kept : given
