import { saidIn, type Said } from './duplicate-said'
import { normalised } from './duplicate-spelling'

/** What people say around a matter and not of it: time, haste, asking, and words that only join. */
const idle =
  /今天|昨天|前天|今早|昨晚|昨夜|刚才|现在|一直|老是|总是|天天|每天|整天|从来|赶紧|赶快|快来|麻烦|师傅|您好|你好|谢谢|能不能|没人管|没人|有人|不知道|谁家|哪个|什么|怎么|非常|实在|受不了|危险|吓人|[一二三两几半好\d]+(?:多?天|年|个?月|个?礼拜|周|个?小时|个?钟头|回|遍|次)|[的了着过啊呀呢吧吗咧嘛呗哦嗯是有在就都也又还很太真没不个那这谁啥咋再才老挺可得别要想说看给叫让被把跟和去来走到家俺我你他她它们咱人些只条辆堆块片棵根位户次台张件把袋摊股里上下边头面处快请求管]/g
/** Places that several words name alike, in one of them. */
const sameTop = /顶层|顶楼|房顶|屋顶|天台/g

/** Numbers of buildings, units, floors and flats, and front and back, which are compared as such. */
const addressed = /\d+(号楼|单元|楼|层|室|户)|\d{3,4}|(?<=楼)[前后]|[前后][面边头]/g

/** A text as it is held against another. */
export interface Wording {
  /** In one spelling. */
  readonly text: string
  /** Without numbers of buildings and the like. */
  readonly matter: string
  /** Its pairs of neighbouring characters, without punctuation and numbers of buildings and the like. */
  readonly bits: ReadonlySet<string>
  /** Its characters, without idle words, punctuation and numbers of buildings and the like. */
  readonly letters: ReadonlySet<string>
  readonly said: Said
}

/** Reads a text once for all it is held against. */
export const wordingOf = (raw: string): Wording => {
  const text = normalised(raw).replace(sameTop, '楼顶')
  const matter = text.replace(addressed, ' ')
  const letters = [...matter.replace(/[^\p{L}\p{N}]/gu, '')]
  return {
    text,
    matter,
    bits: new Set(letters.slice(1).map((letter, at) => letters[at]! + letter)),
    letters: new Set(matter.replace(idle, '').replace(/[^\p{L}\p{N}]/gu, '')),
    said: saidIn(text),
  }
}

const commonOf = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  let common = 0
  for (const one of a) if (b.has(one)) common++
  return common
}

/** The share of the smaller set that the larger has too, from 0 to 1. */
const overlapOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  commonOf(a, b) / Math.max(1, Math.min(a.size, b.size))

const enoughLetters = 12
/** How much the one says that says more, from 0 to 1: by little said little is known to be one thing. */
export const lengthOf = ({ letters: a }: Wording, { letters: b }: Wording): number =>
  Math.min(1, Math.max(a.size, b.size) / enoughLetters)

/** Of a text's characters that say something, the share the other neither has nor says in words of its own (`same`). */
const unansweredIn = ({ matter, letters }: Wording, same: readonly string[], other: Wording): number => {
  const left = same.reduce((some, word) => some.replaceAll(word, ' '), matter)
  let own = 0
  for (const letter of letters) if (left.includes(letter) && !other.text.includes(letter)) own++
  return own / Math.max(1, letters.size)
}

/** The words of each of two texts that mean what the other says too. */
export type SameWords = readonly [inA: readonly string[], inB: readonly string[]]

/** How much both leave unanswered of what the other says, at least, from 0 to 1; its square, as a little is always left. */
export const unansweredOf = (a: Wording, b: Wording, [inA, inB]: SameWords): number =>
  Math.min(unansweredIn(a, inA, b), unansweredIn(b, inB, a)) ** 2

const blank = (word: string): string => ' '.repeat(word.length)
const skipped = '_'

const clause = /[^,。;!?、]+/g
/** A text without what it adds behind all that the other says in the same words too: “烧纸，火苗老高” and “烧纸钱，灰飞得到处是”. */
const upToCommon = ({ matter }: Wording, other: Wording): string => {
  let end = 0
  for (const { 0: words, index } of matter.matchAll(clause)) {
    const letters = [...words.replace(/[^\p{L}\p{N}]/gu, '')]
    if (letters.slice(1).some((letter, at) => other.bits.has(letters[at]! + letter))) end = index + words.length
  }
  return matter.slice(0, end || undefined)
}

/**
 * A text, as long as it was, of which only the characters are left that say something the other does not have at all; idle words between
 * them are skipped, and what is gone is blank.
 */
const ownIn = (text: Wording, left: readonly string[], other: Wording): string =>
  left
    .reduce((some, word) => some.replaceAll(word, blank(word)), upToCommon(text, other))
    .replace(/[^\p{L}\p{N}]/gu, blank)
    .replace(idle, (word) => skipped.repeat(word.length))
    .replace(/[\p{L}\p{N}]/gu, (letter) => (other.text.includes(letter) ? blank(letter) : letter))

const longestOf = (own: string): number =>
  Math.max(...own.split(' ').map((stretch) => stretch.replaceAll(skipped, '').length))

const runMin = 2
/** From which likeness on a single character put in the place of another counts: 一只狗 against 一堵墙. */
const nearlySame = 0.6

/** With how many pairs of characters a text is a sentence of which one can say that another is said the same way. */
const enoughBits = 7

/** Where a text has characters of its own: each place by what stands before it and behind. */
const ownPlaces = ({ matter }: Wording, own: string, other: Wording): Set<string> => {
  const places = new Set<string>()
  for (const { 0: stretch, index } of own.matchAll(/[\p{L}\p{N}]+/gu)) {
    let [from, to] = [index, index + stretch.length]
    while (from > 0 && !other.text.includes(matter[from - 1]!)) from--
    while (to < matter.length && !other.text.includes(matter[to]!)) to++
    places.add(`${matter[from - 1] ?? ''}_${matter[to] ?? ''}`)
  }
  return places
}

const isAnyIn = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one))

/**
 * How alike two texts are of which each has words of its own in place of the other's, else 0: in a sentence said the same way, something
 * put in the place of something means another thing, while words only added mean the same thing told at more length.
 */
export const swappedLikenessOf = (a: Wording, b: Wording, [sameInA, sameInB]: SameWords): number => {
  const likeness = overlapOf(a.bits, b.bits) * Math.min(1, Math.min(a.bits.size, b.bits.size) / enoughBits)
  const [ownA, ownB] = [ownIn(a, sameInA, b), ownIn(b, sameInB, a)]
  const isSwapped =
    (longestOf(ownA) >= runMin && longestOf(ownB) >= runMin) ||
    (likeness >= nearlySame && isAnyIn(ownPlaces(a, ownA, b), ownPlaces(b, ownB, a)))
  return isSwapped ? likeness : 0
}
