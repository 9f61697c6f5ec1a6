import { invalidParam } from '../../errors'
import {
  argumentsOf,
  isNothing,
  kindOf,
  misfit,
  namedOf,
  register,
  taking,
  wholeFor,
  type Operator,
} from './expression'

const textFor = (value: unknown, name: string): string =>
  typeof value === 'string' ? value : misfit(name, 'strings', value)

/** What the case and substring operators take for text: null is empty, numbers and dates are written out. */
const writtenOut = (value: unknown, name: string): string => {
  if (isNothing(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value instanceof Date ? value.toISOString() : misfit(name, 'text', value)
}

/** Only the letters A to Z change case, as in MongoDB. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

const indexIn =
  (unitsOf: (text: string) => readonly unknown[]) =>
  ([text, wanted, start = 0, end]: unknown[], name: string): number | null => {
    if (isNothing(text)) return null
    const units = unitsOf(textFor(text, name))
    const sought = unitsOf(textFor(wanted, name))
    const from = wholeFor(start, name)
    const to = end === undefined ? units.length : Math.min(units.length, wholeFor(end, name))
    if (from < 0 || to < 0) throw invalidParam(`${name} takes positions from 0`)
    for (let at = from; at + sought.length <= to; at++) if (sought.every((unit, i) => unit === units[at + i])) return at
    return -1
  }

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text, 'utf8')]
const pointsOf = (text: string): readonly string[] => [...text]

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

/** A part of a string by bytes of its UTF-8; cutting through a character is refused. */
const substringBytes = ([value, start, length]: unknown[], name: string): string => {
  const bytes = Buffer.from(writtenOut(value, name), 'utf8')
  const from = wholeFor(start, name)
  const count = wholeFor(length, name)
  if (from < 0) throw invalidParam(`${name} begins at 0 or later`)
  const to = count < 0 ? bytes.length : Math.min(bytes.length, from + count)
  if (from >= bytes.length) return ''
  if (isContinuation(bytes[from]) || isContinuation(bytes[to]))
    throw invalidParam(`${name} would cut through a character: it begins or ends in a UTF-8 continuation byte`)
  return bytes.toString('utf8', from, to)
}

const substringPoints = ([value, start, length]: unknown[], name: string): string => {
  const points = pointsOf(writtenOut(value, name))
  const from = wholeFor(start, name)
  const count = wholeFor(length, name)
  if (from < 0 || count < 0) throw invalidParam(`${name} takes a position and a length from 0`)
  return points.slice(from, from + count).join('')
}

const split = ([value, separator]: unknown[], name: string): string[] | null => {
  if (isNothing(value) || isNothing(separator)) return null
  if (separator === '') throw invalidParam(`the separator of ${name} may not be empty`)
  return textFor(value, name).split(textFor(separator, name))
}

const concat = (values: unknown[], name: string): string | null =>
  values.some(isNothing) ? null : values.map((value) => textFor(value, name)).join('')

const SPACES = '\u0000 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

const trim =
  (left: boolean, right: boolean): Operator =>
  (argument, name) => {
    const parts = namedOf(argument, name, ['input'], ['chars'])
    return (scope) => {
      const value = parts.input?.(scope)
      const chars = parts.chars ? parts.chars(scope) : SPACES
      if (isNothing(value) || isNothing(chars)) return null
      const points = pointsOf(textFor(value, name))
      const unwanted = new Set(pointsOf(textFor(chars, name)))
      let [from, to] = [0, points.length]
      while (left && from < to && unwanted.has(points[from] as string)) from++
      while (right && to > from && unwanted.has(points[to - 1] as string)) to--
      return points.slice(from, to).join('')
    }
  }

const replace =
  (all: boolean): Operator =>
  (argument, name) => {
    const parts = namedOf(argument, name, ['input', 'find', 'replacement'])
    return (scope) => {
      const values = [parts.input, parts.find, parts.replacement].map((part) => part?.(scope))
      if (values.some(isNothing)) return null
      const [input = '', find = '', replacement = ''] = values.map((value) => textFor(value, name))
      return all ? input.replaceAll(find, () => replacement) : input.replace(find, () => replacement)
    }
  }

const ofText =
  (work: (text: string) => unknown): Operator =>
  (argument, name) => {
    const [part] = argumentsOf(argument, name, 1)
    return (scope) => {
      const value = part?.(scope)
      return typeof value === 'string' ? work(value) : misfit(name, 'a string', value)
    }
  }

register({
  $concat: taking(0, Infinity, concat),
  $indexOfBytes: taking(2, 4, indexIn(bytesOf)),
  $indexOfCP: taking(2, 4, indexIn(pointsOf)),
  $split: taking(2, 2, split),
  $strLenBytes: ofText((text) => Buffer.byteLength(text, 'utf8')),
  $strLenCP: ofText((text) => pointsOf(text).length),
  $strcasecmp: taking(2, 2, (values, name) => {
    const [a = '', b = ''] = values.map((value) => upper(writtenOut(value, name)))
    return Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
  }),
  $substr: taking(3, 3, substringBytes),
  $substrBytes: taking(3, 3, substringBytes),
  $substrCP: taking(3, 3, substringPoints),
  $toLower: taking(1, 1, ([value], name) => lower(writtenOut(value, name))),
  $toUpper: taking(1, 1, ([value], name) => upper(writtenOut(value, name))),
  $trim: trim(true, true),
  $ltrim: trim(true, false),
  $rtrim: trim(false, true),
  $replaceOne: replace(false),
  $replaceAll: replace(true),
  $type: taking(1, 1, ([value]) => kindOf(value)),
})
