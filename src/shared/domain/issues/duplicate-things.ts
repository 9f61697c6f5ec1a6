import lists from './duplicate-things.json'

/**
 * What reports are about, in the words people use for it, one line a concept: a mattress is the same rubbish whether it is called 床垫
 * or 席梦思, and another than the cardboard beside it. A word on several lines stands for any of them (家具). What fits all reports of
 * a class says nothing and stands nowhere (垃圾). The lines of a class come first; those under `common` are read in every class, for
 * words the class has no line for, and its places always. A line without a mark is a thing or a matter; the marks say what else a line can be.
 * Those under `besides` are read by themselves, in every class: whatever a report may speak of, as people, animals, goods and times of
 * day (@).
 */
const linesByClass: Readonly<Record<string, readonly string[]>> = lists
const common = 'common'

/** @ a place; & a sort, which tells two apart by itself (the kind of tree, the employer, the shop); ! what is wrong with it, or how. */
const marks = { '@': 'places', '&': 'sorts', '!': 'faults' } as const
const isMark = (letter: string): letter is keyof typeof marks => letter in marks

/** A word found in a text, and the numbers of all lines of one kind it stands on. */
export interface Word {
  readonly word: string
  readonly lines: readonly number[]
}

/** What a text names. */
export interface Named {
  readonly things: readonly Word[]
  readonly sorts: readonly Word[]
  readonly faults: readonly Word[]
  readonly places: readonly Word[]
}
type Kind = keyof Named

interface Entry {
  readonly isCommon: boolean
  /** The lines of each kind the word stands on. */
  readonly lines: { readonly kind: Kind; readonly line: number }[]
}
/** Words by the letters they begin with: two where they have two, else their one. */
type Vocabulary = ReadonlyMap<string, readonly (readonly [word: string, entry: Entry])[]>

const read = (classCodes: readonly string[]): Vocabulary => {
  const entries = new Map<string, Entry>()
  let line = 0
  for (const code of classCodes)
    for (const text of linesByClass[code] ?? []) {
      line++
      const [first = '', ...rest] = text.split(' ')
      const kind = isMark(first) ? marks[first] : 'things'
      for (const word of isMark(first) ? rest : [first, ...rest]) {
        const entry = entries.get(word)
        if (!entry) entries.set(word, { isCommon: code === common, lines: [{ kind, line }] })
        else if (kind === 'places' || entry.isCommon === (code === common)) entry.lines.push({ kind, line })
      }
    }
  const vocabulary = new Map<string, [string, Entry][]>()
  for (const [word, entry] of entries) {
    const beginning = word.slice(0, 2)
    const some = vocabulary.get(beginning)
    if (some) some.push([word, entry])
    else vocabulary.set(beginning, [[word, entry]])
  }
  return vocabulary
}

const known = new Map<string, Vocabulary>()

/** The words of one class or of two, read when they are first asked about. */
const vocabularyOf = (classCodes: readonly string[]): Vocabulary => {
  const codes = [...new Set(classCodes)]
  const vocabulary = known.get(codes.join()) ?? read(codes)
  known.set(codes.join(), vocabulary)
  return vocabulary
}

interface Found {
  readonly word: string
  readonly from: number
  readonly to: number
  readonly entry: Entry
}

const lengthOf = ({ from, to }: Found): number => to - from

/**
 * True where a longer word has some of its letters: 车 in 车棚. A word of the class gives way to words of the class only, but a single
 * letter to any.
 */
const isHidden = (one: Found, found: readonly Found[]): boolean =>
  found.some(
    (other) =>
      other.from < one.to &&
      one.from < other.to &&
      lengthOf(other) > lengthOf(one) &&
      (one.entry.isCommon || !other.entry.isCommon || lengthOf(one) === 1),
  )

/** Which words count; all of them but where it is tried how well the rule does when it does not know them. */
export type Known = (word: string) => boolean
const all: Known = () => true

/** What stands behind a word that only says where: “变电箱旁边路灯灭了” is about the lamp. */
const beside = /^(旁|边[上儿,]|跟前|对面|对过|附近|那边|那儿|那里|那块|[东南西北]边|后[面头边]|前[面头边])/

const readIn = (vocabulary: Vocabulary, text: string, isKnown: Known): Named => {
  const found: Found[] = []
  for (let from = 0; from < text.length; from++)
    for (const beginning of new Set([text.slice(from, from + 1), text.slice(from, from + 2)]))
      for (const [word, entry] of vocabulary.get(beginning) ?? [])
        if (text.startsWith(word, from) && isKnown(word)) found.push({ word, from, to: from + word.length, entry })
  const open = found.filter((one) => !isHidden(one, found))
  const meant = open.filter(({ to }) => !beside.test(text.slice(to, to + 3)))
  const isThing = ({ entry }: Found) => entry.lines.some(({ kind }) => kind === 'things')
  const about = meant.some(isThing) ? meant : open
  const of = (kind: Kind): Word[] =>
    [...new Map((kind === 'places' ? open : about).map(({ word, entry }) => [word, entry]))].flatMap(
      ([word, { lines }]) => {
        const own = lines.filter((one) => one.kind === kind).map(({ line }) => line)
        return own.length > 0 ? [{ word, lines: own }] : []
      },
    )
  return { things: of('things'), sorts: of('sorts'), faults: of('faults'), places: of('places') }
}

/** Reads a text, in one spelling, for what is known of a class, or of the two that are compared; nothing where it names none. */
export const namedIn = (classCodes: readonly string[], text: string, isKnown: Known = all): Named =>
  readIn(vocabularyOf([...[...classCodes].sort(), common]), text, isKnown)

/** Reads a text, in one spelling, for whatever it speaks of in any class; the times of day are its places. */
export const besidesIn = (text: string, isKnown: Known = all): Named => readIn(vocabularyOf(['besides']), text, isKnown)
