import { mendingIn, type Mending } from './duplicate-mending'
import { digitOf } from './duplicate-spelling'

/** What is said to be in order, or to be another than what is meant, is not what the report is about: “西口的好着”, “不是七楼那家”. */
const inOrder =
  /好着|没事|没坏|正常|亮着呢|不是[^,，。]{0,8}那|(?:上次|上回|上个?月|前几天|前阵子)[^,，。]{0,8}(?:的是|是)/
const clauses = /[，。；！？,;!?]/

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((found) => found[1] ?? found[0])

/** What excludes what, in the words for it: two texts of which one says only this and the other only that mean two places. */
const opposites: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'east',
    /(?<!单)东(?=[头侧边面山墙门梯口排端户角路屋半,。!?]|$)|靠东/,
    /(?<!东)西(?=[头侧边面山墙门梯口排端户角路屋半,。!?]|$)|靠西/,
  ],
  [
    'south',
    /南(?=[头侧边面山墙门梯口排端户角路屋半,。!?]|$)|靠南/,
    /北(?=[头侧边面山墙门梯口排端户角路屋半,。!?]|$)|靠北/,
  ],
  ['front', /[楼房屋]前|前头|前面|前边|门前/, /[楼房屋]后|后头|后面|后边|后身/],
  ['inside', /[里内][头面边]|最里|进来|进门/, /外[头面边]|门外|出门/],
  ['left', /左/, /右/],
  ['entry', /入口|进口/, /出口|最里|尽头/],
  ['upper', /楼顶|房顶|天台|屋顶|顶楼|顶层|上房顶/, /地下|负1|储藏室|底下储|车库|1楼|1层|一楼/],
  ['gate', /[东西]大?门/, /[南北]大?门/],
  ['scope', /[就只光独][有是]?[俺我]们?(自己)?家|单[俺我]家/, /整个?单元|全单元|整个?[栋幢楼]|全楼|家家户户|挨家都/],
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
const anotherPattern =
  /另[一1外]|别[处家]的|又来[一1了][个辆条]|又[一1][个辆条家]|换了?个[人新]|不是[^,，。]{0,8}[那上]|上[回次][^,，。]{0,6}(?:那|的?是)|跟[^,，。]{0,6}不是一|不是(?:一回|一码|同一|一个)|前几天那|之前那|原来那/
const betweenHomes = /楼上|楼下|顶上|头顶|上面|隔壁|对门|邻居/

const incident =
  /咬了|咬伤|被咬|咬人|咬着|扑倒|抓伤|挠伤|困[住人]|被困|关在|被偷|偷走|丢了|被盗|撬|走失|走丢|迷路|找不[着到]家|[晕昏]倒|打起来|动手|打架|厮打|干仗/
const habit = /[天每]天|老(?:是|[来往开关响叫停堆扔漏堵跳咬])|总是?|经常|整天|成天|三天两头|动不动|一直|成群|一群/

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
  /** Whether it says that what it speaks of was dealt with before. */
  readonly mending: Mending
  /** It speaks of what lies between two buildings. */
  readonly isBetween: boolean
  /** It speaks of those who live above, below or beside. */
  readonly isBetweenHomes: boolean
  /** It tells of something that happened once and was over. */
  readonly isIncident: boolean
}

/** The numbers of buildings in a text, in one spelling. */
export const buildingsIn = (text: string): string[] => all(text, /(\d{1,3})(?=号楼|[和与跟到至、]\d{1,3}号楼)/g)

/** Reads a text, in one spelling, for numbers, sides and colours. */
export const saidIn = (spelled: string): Said => {
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
    buildings: buildingsIn(text),
    units: all(text, /(\d{1,2})单元/g),
    flats,
    floors: [...floors, ...flats.map((flat) => flat.slice(0, -2))],
    lots: all(text, /(\d+|[a-z])(?=号(?!楼)|区|座|排)/g),
    plates: all(text, /尾号[^,。]{0,4}?([\d零一二三四五六七八九])/g).map(digitOf),
    ends: endsIn(text),
    colours: [...text.matchAll(colourPattern)].map((found) => found[1] ?? found[2]!).map((one) => colours[one] ?? one),
    isAnother: anotherPattern.test(text),
    mending: mendingIn(spelled),
    isBetween: /中间|之间|夹道|夹空/.test(text),
    isBetweenHomes: betweenHomes.test(text),
    isIncident: incident.test(text) && !habit.test(text),
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
