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
const inOrder = /[^，。；！？,;!?]*(好着|没事|没坏|正常|亮着呢)[^，。；！？,;!?]*/g

/** A text in one spelling: half-width, lower case, and numbers of buildings, units and floors in digits (三号楼, 3#, 3栋 are 3号楼). */
export const normalised = (text: string): string =>
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

/** Places people name without a number, in the words they use for them; one line a place. */
const spots: readonly RegExp[] = [
  /广场/,
  /健身|锻炼|器材/,
  /滑梯|滑滑|秋千|游乐|儿童/,
  /车棚|存车/,
  /车库|地库/,
  /停车场|车位/,
  /幼儿园|送孩子|接孩子|接送|接娃|娃上学/,
  /卫生[室院站]|看病|诊所/,
  /凉亭|亭子/,
  /河|沟沿|水沟|小河|沟里/,
  /喷泉|喷水|水池/,
  /花园|公园/,
  /花坛|花池/,
  /宣传栏|公告栏/,
  /公交|站牌/,
  /门卫|岗亭|传达室|大门|[东西南北]门/,
  /拐弯|拐角|转角|弯儿/,
  /楼顶|房顶|天台|屋顶|顶楼|顶层/,
  /地下|底下储|储藏室|负1|负一|小房/,
  /楼道|过道|走廊|楼梯/,
  /公厕|厕所/,
  /超市|商店|小卖部|门头|门市/,
  /菜市场|菜店|市场/,
  /垃圾房|垃圾站|垃圾点/,
  /桥/,
  /学校|小学/,
  /快递站|驿站|快递点/,
  /理发/,
  /饭店|餐馆|饭馆/,
  /药店/,
]

const colours: Readonly<Record<string, string>> = { 银: '灰', 金: '黄', 棕: '黄', 橙: '黄' }
const colourPattern =
  /([白黑红蓝灰银黄绿紫棕橙金])(?=色|的|毛|狗|猫|车|轿|越野|suv|面包|大|小?三轮|货|摩托)|大([白黑红蓝灰黄])(?=狗|猫)/g

/** That something was dealt with before, so that what is reported now came after it. */
const endedPattern =
  /(?<![没不未咋])(早?[拉清扫运送搬撤挪拖]走了|修好了|换[上好]了|办好了|弄好了|解决[了过]|清理过|治好|拆了(?=$|[，。])|才[^，]{1,3}没几天|刚[^，]{0,3}[修换刷清]|送走了|派出所来过|和好)/
/** That it is another of the kind than one that is known. */
const anotherPattern = /另[一外]|旁边那|别的|又来[一了][个辆条]/

/** What a text says of where and which, each as a set: two texts that both say it and say nothing in common mean two things. */
export interface Said {
  readonly buildings: readonly string[]
  readonly units: readonly string[]
  readonly flats: readonly string[]
  readonly floors: readonly string[]
  /** Numbered or lettered places that are no buildings: B区, 3号车位. */
  readonly lots: readonly string[]
  readonly ends: readonly string[]
  readonly spots: readonly string[]
  readonly colours: readonly string[]
  readonly isEnded: boolean
  readonly isAnother: boolean
}

/** Reads a text for places, numbers, sides and colours. */
export const saidIn = (raw: string): Said => {
  const text = normalised(raw).replace(inOrder, '')
  const flats = all(text, /(?<!\d)(\d{3,4})(?!\d|年|块|元|米|斤|号楼|万|人|度|多|个)/g).filter(
    (flat) => !/^(110|119|120|12345|20\d\d)$/.test(flat),
  )
  const floors = all(text, /(?<![\d号])(\d{1,2})(?:楼|层)(?!楼)/g)
  return {
    buildings: all(text, /(\d{1,3})号楼/g),
    units: all(text, /(\d{1,2})单元/g),
    flats,
    floors: [...floors, ...flats.map((flat) => flat.slice(0, -2))],
    lots: all(text, /(\d+|[a-z])(?=号(?!楼)|区|座|排)/g),
    ends: endsIn(text),
    spots: spots.flatMap((spot, at) => (spot.test(text) ? [String(at)] : [])),
    colours: [...text.matchAll(colourPattern)].map((found) => found[1] ?? found[2]!).map((one) => colours[one] ?? one),
    isEnded: endedPattern.test(text),
    isAnother: anotherPattern.test(text),
  }
}

/** True where both say something and nothing of it is the same. */
export const areApart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one))

/** True where both say something and some of it is the same. */
export const areAlike = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one))

const otherEnd = (end: string): string => (end.endsWith('+') ? end.replace('+', '-') : end.replace('-', '+'))

/** True where one names only one end of something and the other only the other end. */
export const areOpposite = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((end) => b.includes(otherEnd(end)) && !b.includes(end) && !a.includes(otherEnd(end)))

/** Pairs of neighbouring characters, without punctuation. */
const bitsOf = (text: string): Set<string> => {
  const letters = [...normalised(text).replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(letters.slice(1).map((letter, at) => letters[at]! + letter))
}

/** How like the words of two texts are, from 0 to 1: the share of the shorter's neighbouring characters that the longer has too. */
export const likenessOf = (a: string, b: string): number => {
  const [left, right] = [bitsOf(a), bitsOf(b)]
  const common = [...left].filter((bit) => right.has(bit)).length
  return common / Math.max(1, Math.min(left.size, right.size))
}

const idle = /[的了着过啊呀呢吧吗咧嘛呗哦嗯是有在就都也又还很太真人没不个那这]/g
const runMin = 2

/** The longest stretch of a text whose characters the other does not have at all, idle words left out. */
const ownStretch = (text: string, other: string): number =>
  Math.max(
    0,
    ...normalised(text)
      .replace(/[^\p{L}\p{N}]/gu, ' ')
      .replace(idle, '')
      .split('')
      .map((letter) => (other.includes(letter) ? ' ' : letter))
      .join('')
      .split(' ')
      .map(({ length }) => length),
  )

/**
 * True where each text has words of its own in place of the other's: in a sentence said the same way, something put in the place of
 * something means another thing, while words only added mean the same thing told at more length.
 */
export const areSwapped = (a: string, b: string): boolean =>
  ownStretch(a, normalised(b)) >= runMin && ownStretch(b, normalised(a)) >= runMin
