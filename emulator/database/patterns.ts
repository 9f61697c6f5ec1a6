import { invalidParam } from '../errors'

/** Drops the spaces and comments that the option `x` allows in a pattern, outside of brackets. */
const withoutSpaces = (pattern: string): string =>
  pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\s+|#.*$/gms, (part) => (/^(\s|#)/.test(part) ? '' : part))

/** A pattern as JavaScript writes it: spaces the option `x` allows are gone, leading `(?i)` has become a flag. */
export const translated = (pattern: string, options: string): { source: string; flags: string } => {
  const stranger = /[^gimsuxy]/.exec(options)
  if (stranger) throw invalidParam(`a regular expression does not know the option "${stranger[0]}"`)
  const inline = /^\(\?([imsx]+)\)/.exec(pattern)
  const all = options + (inline?.[1] ?? '')
  const bare = pattern.slice(inline?.[0].length ?? 0)
  return {
    source: all.includes('x') ? withoutSpaces(bare) : bare,
    flags: [...'gimsuy'].filter((flag) => all.includes(flag)).join(''),
  }
}

/** A pattern ready to test strings. It keeps no place between two tests, whatever options it was written with. */
export const patternOf = (pattern: string, options: string): RegExp => {
  const { source, flags } = translated(pattern, options)
  const kept = flags.replace(/[^ims]/g, '')
  try {
    return new RegExp(source, `${kept}u`)
  } catch {
    return withoutUnicode(source, kept)
  }
}

const withoutUnicode = (source: string, flags: string): RegExp => {
  try {
    return new RegExp(source, flags)
  } catch {
    throw invalidParam(`the regular expression /${source}/ is not valid`)
  }
}

/** Whether a value matches a pattern: a string it finds itself in, or the very same pattern stored. */
export const patternTest = (pattern: RegExp): ((value: unknown) => boolean) => {
  const ready = patternOf(pattern.source, pattern.flags)
  return (value) =>
    typeof value === 'string'
      ? ready.test(value)
      : value instanceof RegExp && value.source === pattern.source && value.flags === pattern.flags
}

/** The test of `{ $regex, $options }`. */
export const regexTest = (regex: unknown, options: unknown): ((value: unknown) => boolean) => {
  if (options !== undefined && typeof options !== 'string') throw invalidParam('$options of $regex is a string')
  if (regex instanceof RegExp) {
    const ready = patternOf(regex.source, options ?? regex.flags)
    return (value) => (typeof value === 'string' ? ready.test(value) : patternTest(regex)(value))
  }
  if (typeof regex !== 'string') throw invalidParam('$regex has to be a string or a pattern')
  const ready = patternOf(regex, options ?? '')
  return (value) =>
    typeof value === 'string'
      ? ready.test(value)
      : value instanceof RegExp && value.source === regex && value.flags === (options ?? '')
}
