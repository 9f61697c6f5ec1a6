const numerals: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** A number written in Chinese up to 99, or digit by digit (三零二), as digits. */
const digitsOf = (words: string): string => {
  if (!words.includes('十')) return [...words].map((letter) => numerals[letter]).join('')
  const [tens = '', ones = ''] = words.split('十')
  return String((tens ? numerals[tens]! : 1) * 10 + (ones ? numerals[ones]! : 0))
}

const beforeMeasures = /[零〇一二两三四五六七八九十]+(?=号楼|号|栋|幢|单元|楼|层|门洞|室|户)/g
const spelledFlat = /(?<![零〇一二三四五六七八九十])[一二三四五六七八九][零〇][一二三四五六七八九]/g
/** What is said to be in order is not what the report is about: “西口的好着”. */
const inOrder = /好着|没事|没坏|正常|亮着呢/
const clauses = /[，。；！？,;!?]/

/** A text in one spelling: half-width, lower case, and numbers of buildings, units and floors in digits (三号楼, 3#, 3栋 are 3号楼). */
const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(spelledFlat, digitsOf)
    .replace(beforeMeasures, digitsOf)
    .replace(/(\d+)(#楼?|栋|幢|号楼|号(?=\d单元))/g, '$1号楼')
    .replace(/(\d+)(号?门洞)/g, '$1单元')

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((found) => found[1] ?? found[0])

/** What excludes what, in the words for it: two texts of which one says only this and the other only that mean two places. */
const opposites: readonly (readonly [string, RegExp, RegExp])[] = [
  ['east', /(?<!单)东(?=[头侧边面山墙门梯口排端户角路屋半]|$)|靠东/, /西(?=[头侧边面山墙门梯口排端户角路屋半]|$)|靠西/],
  ['south', /南(?=[头侧边面山墙门梯口排端户角路屋半]|$)|靠南/, /北(?=[头侧边面山墙门梯口排端户角路屋半]|$)|靠北/],
  ['front', /[楼房屋]前|前头|前面|前边|门前/, /[楼房屋]后|后头|后面|后边|后身/],
  ['inside', /[里内][头面边]|最里|进来|进门/, /外[头面边]|门外|出门/],
  ['left', /左/, /右/],
  ['entry', /入口|进口/, /出口|最里|尽头/],
  ['upper', /楼顶|房顶|天台|屋顶|顶楼|顶层|上房顶/, /地下|负1|储藏室|底下储|车库|1楼|1层|一楼/],
  ['gate', /[东西]大?门/, /[南北]大?门/],
  ['upstairs', /楼上/, /楼下|隔壁|对门/],
]

/** The ends of each pair a text names. */
const endsIn = (text: string): string[] =>
  opposites.flatMap(([name, one, other]) => [
    ...(one.test(text) ? [`${name}+`] : []),
    ...(other.test(text) ? [`${name}-`] : []),
  ])

const colours: Readonly<Record<string, string>> = { 银: '灰', 金: '黄', 棕: '黄', 橙: '黄' }
const colourPattern =
  /([白黑红蓝灰银黄绿紫棕橙金])(?=色|的|毛|狗|猫|车|轿|越野|suv|面包|大|小?三轮|货|摩托)|大([白黑红蓝灰黄])(?=狗|猫)/g

/** That it is another of the kind than one that is known. */
const anotherPattern = /另[一1外]|别[处家]的|又来[一1了][个辆条]|又[一1][个辆条家]|换了?个[人新]|不是[那上]|上回那/
/** That what was known was dealt with, so that what is reported now came after it. */
const endedPatterns: readonly RegExp[] = [
  /(?<![没不未咋得就])(早?[拉清扫运搬撤挪拖铲收送]走了|[修补办弄]好了|换上了|结清|清理过|治好|抽干|赔过|解决[了过]|和好|救出来了)/,
  /已经[^，。]{0,2}[给清修拆]了|拆了(?=$|[，。])|派出所来过|才[^，]{1,3}没几天|[刚才][^，]{0,2}[修换补清刷][^，]{0,3}又/,
]

const betweenHomes = /楼上|楼下|顶上|头顶|上面|隔壁|对门|邻居/

/** What a text says of where and which, each as a set: two texts that both say it and say nothing in common mean two things. */
export interface Said {
  readonly buildings: readonly string[]
  readonly units: readonly string[]
  readonly flats: readonly string[]
  readonly floors: readonly string[]
  /** Numbered or lettered places that are no buildings: B区, 3号车位. */
  readonly lots: readonly string[]
  /** The last digit of a number plate. */
  readonly plates: readonly string[]
  readonly ends: readonly string[]
  readonly colours: readonly string[]
  readonly isAnother: boolean
  readonly isEnded: boolean
  /** It speaks of those who live above, below or beside. */
  readonly isBetweenHomes: boolean
}

/** Reads a text, in one spelling, for numbers, sides and colours. */
const saidIn = (spelled: string): Said => {
  const text = inOrder.test(spelled)
    ? spelled
        .split(clauses)
        .filter((clause) => !inOrder.test(clause))
        .join('，')
    : spelled
  const flats = all(text, /(?<!\d)(\d{3,4})(?!\d|年|块|元|米|斤|号楼|万|人|度|多|个)/g).filter(
    (flat) => !/^(110|119|120|12345|20\d\d)$/.test(flat),
  )
  const floors = all(text, /(?<![\d号])(\d{1,2})(?:楼|层)(?!楼[前后头顶]|平台)/g)
  return {
    buildings: all(text, /(\d{1,3})号楼/g),
    units: all(text, /(\d{1,2})单元/g),
    flats,
    floors: [...floors, ...flats.map((flat) => flat.slice(0, -2))],
    lots: all(text, /(\d+|[a-z])(?=号(?!楼)|区|座|排)/g),
    plates: all(text, /尾号[^，。]{0,4}?([\d零一二三四五六七八九])/g).map((digit) => String(numerals[digit] ?? digit)),
    ends: endsIn(text),
    colours: [...text.matchAll(colourPattern)].map((found) => found[1] ?? found[2]!).map((one) => colours[one] ?? one),
    isAnother: anotherPattern.test(text),
    isEnded: endedPatterns.some((pattern) => pattern.test(text)),
    isBetweenHomes: betweenHomes.test(text),
  }
}

/** True where both say something and nothing of it is the same. */
export const areApart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one))

/** True where both say something and some of it is the same. */
export const areAlike = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one))

/** A flat or a floor as the number of its floor and of its door there; a floor has no door. */
const partsOf = (number: string): [floor: number, door: string] =>
  number.length < 3 ? [Number(number), ''] : [Number(number.slice(0, -2)), number.slice(-2)]

/** True where some flat or floor of the one is right above or below some of the other. */
export const areAboveEachOther = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) =>
    b.some((other) => {
      const [[floor, door], [otherFloor, otherDoor]] = [partsOf(one), partsOf(other)]
      return Math.abs(floor - otherFloor) === 1 && door === otherDoor
    }),
  )

/** True where some flat of the one is next to some of the other on its floor. */
export const areNextDoor = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) =>
    b.some((other) => {
      const [[floor, door], [otherFloor, otherDoor]] = [partsOf(one), partsOf(other)]
      return floor === otherFloor && Math.abs(Number(door) - Number(otherDoor)) === 1
    }),
  )

const otherEnd = (end: string): string => (end.endsWith('+') ? end.replace('+', '-') : end.replace('-', '+'))

/** True where one names only one end of something and the other only the other end. */
export const areOpposite = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((end) => b.includes(otherEnd(end)) && !b.includes(end) && !a.includes(otherEnd(end)))

/** What people say around a matter and not of it: time, haste, asking, and words that only join. */
const idle =
  /今天|昨天|前天|今早|昨晚|昨夜|刚才|现在|一直|老是|总是|天天|每天|整天|从来|赶紧|赶快|快来|麻烦|师傅|您好|你好|谢谢|能不能|没人管|没人|有人|不知道|谁家|哪个|什么|怎么|非常|实在|受不了|危险|吓人|[一二三两几半好\d]+(?:多?天|年|个?月|个?礼拜|周|个?小时|个?钟头|回|遍|次)|[的了着过啊呀呢吧吗咧嘛呗哦嗯是有在就都也又还很太真没不个那这谁啥咋再才老挺可得别要想说看给叫让被把跟和去来走到家俺我你他她它们咱人些只条辆堆块片棵根位户次台张件把袋摊里上下边头面处快请求管]/g
/** Places that several words name alike, in one of them. */
const sameTop = /顶层|顶楼|房顶|屋顶|天台/g

/** Numbers of buildings, units, floors and flats, which are compared as such. */
const addressed = /\d+(号楼|单元|楼|层|室|户)|\d{3,4}/g

/** A text as it is held against another. */
export interface Wording {
  /** In one spelling. */
  readonly text: string
  /** Without numbers of buildings and the like. */
  readonly matter: string
  /** Its pairs of neighbouring characters, without punctuation and numbers of buildings and the like. */
  readonly bits: ReadonlySet<string>
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
    said: saidIn(text),
  }
}

/** How like the words of two texts are, from 0 to 1: the share of the shorter's neighbouring characters that the longer has too. */
export const likenessOf = (a: Wording, b: Wording): number => {
  let common = 0
  for (const bit of a.bits) if (b.bits.has(bit)) common++
  return common / Math.max(1, Math.min(a.bits.size, b.bits.size))
}

/** The longest stretch of a text, idle words and those given left out, whose characters the other does not have at all. */
const ownStretch = (text: string, left: readonly string[], other: string): number => {
  const rest = left.reduce((some, word) => some.replaceAll(word, ' '), text).replace(idle, '')
  let [longest, run] = [0, 0]
  for (const letter of rest.replace(/[^\p{L}\p{N}]/gu, ' ')) {
    run = letter === ' ' || other.includes(letter) ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest
}

const runMin = 2
/** From which likeness on a single character put in the place of another counts: 一只狗 against 一堵墙. */
const nearlySame = 0.6

/**
 * How alike two texts are of which each has words of its own in place of the other's, else 0: in a sentence said the same way, something
 * put in the place of something means another thing, while words only added mean the same thing told at more length. `same` are the
 * words of each that mean what the other says too.
 */
export const swappedLikenessOf = (
  a: Wording,
  b: Wording,
  [sameInA, sameInB]: readonly [readonly string[], readonly string[]],
): number => {
  const likeness = likenessOf(a, b)
  const least = likeness >= nearlySame ? 1 : runMin
  const isSwapped = ownStretch(a.matter, sameInA, b.text) >= least && ownStretch(b.matter, sameInB, a.text) >= least
  return isSwapped ? likeness : 0
}
