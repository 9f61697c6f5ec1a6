import lists from './duplicate-things.json'

/**
 * What reports of a class are about, in the words people use for it, one line a thing: a mattress is the same rubbish whether it
 * is called 床垫 or 席梦思, and another than the cardboard beside it. Only what tells two things of one class apart stands there;
 * a word that fits all of them (垃圾) says nothing. A line that begins with @ is no thing but a place such things are at. Words are
 * regular expressions, divided by spaces.
 */
const things: Readonly<Record<string, readonly string[]>> = lists

/** What a text names of the things of its class, and where it says they are, as numbers of their lines. */
export interface Named {
  readonly things: ReadonlySet<number>
  readonly places: ReadonlySet<number>
}

const placeMark = '@ '

interface Line {
  readonly isPlace: boolean
  readonly words: RegExp
}

const compiled = new Map<string, readonly Line[]>()

/** The lines of a class, read when it is first asked about. */
const linesOf = (classCode: string): readonly Line[] => {
  const known = compiled.get(classCode)
  if (known) return known
  const lines = (things[classCode] ?? []).map((line) => ({
    isPlace: line.startsWith(placeMark),
    words: new RegExp(line.replace(placeMark, '').split(' ').join('|')),
  }))
  compiled.set(classCode, lines)
  return lines
}

/** Reads a text, in one spelling, for the things and places of a class that are known; nothing where it names none. */
export const namedIn = (classCode: string, text: string): Named => {
  const found = linesOf(classCode).flatMap(({ isPlace, words }, at) => (words.test(text) ? [{ isPlace, at }] : []))
  const those = (isPlace: boolean) => new Set(found.filter((one) => one.isPlace === isPlace).map(({ at }) => at))
  return { things: those(false), places: those(true) }
}
