/**
 * Whether a report says that what it speaks of was dealt with before, and whether it is there again: “修好没三天又坏了”. What was reported
 * before it was dealt with is another thing than what came after.
 */
export type Mending = 'none' | 'done' | 'again'

/** What is done about a thing, as people say it, where it is not said to be undone yet. */
const remedy =
  '(?<![没不未别咋能快装])(?:维?修|补发?|换(?:新的?)?|清[理运扫除走空]?|拉|拖|铲|刷白|粉刷|铺[平好]|下[过了]?药|药下|疏?通|抽|消杀|打[过了]?药|喷[过了]?药|撒[过了]?药|灭[鼠蚊蟑虫]|剪|砍|锯|修剪|逮|抓|捉|捕|拆(?!墙)|赔|结清|[给还结付](?=[了清])|说和|调解|劝|和好|解决|处理|处置|整治|整改|治理|罚|端|抄|查封|查处|取缔|关|搬[走开]|撤|挪|焊|填|撕|扫|打扫|收拾?|拾掇|归置|冲洗|洗|救|开的|运|掏|捞|倒空|批评|警告|保证|道歉|绑|固定|加固|送(?:走|医院|医|救助站|回)|帮[^,]{0,3}[买办换修开]|领走|弄|办|治)'
const ended = '(?:完毕?|好|过|了|走|掉|净|干净|通|上|开|死|以后|之后|后)'
/** That it happened before now. */
const before =
  '(?:上次|上一?回|上个?月|上上?个?(?:周|星期|礼拜)|前[天些几两阵]天?|前一?(?:阵子|段|段时间)|[头前][几两]天|那[天回次]|昨[天晚]|刚刚?|才|去年|今?年初|月初|早先|原来|以前|大前天)'
const back = '(?:又|再次|再度|重新|重又)'
const now = '(?:这回|这次|今天|今早|今儿|现在|如今)'
const soon = '(?:转眼|没几天|没多[久长]|没[一两俩三仨四五六七八九十\\d]+[天个]|不到[^,]{1,4}[天月周]|没过|没出)'
const span = '[^。!?]{0,14}?'

const againPatterns: readonly RegExp[] = [
  `${before}${span}${remedy}${span}(?:${back}|${now}|${soon}|结果|不到)`,
  `${remedy}${ended}${span}(?:${back}|${soon})`,
  `${remedy}[走完好过掉]?了[^。!?]{0,5}(?:这回|这次|现在|如今)`,
  `${remedy}[走完好过掉]了[^。!?]{0,8}(?:今天|今早)`,
  `(?:${remedy}${ended}|[换补修]|新[装换补修])的[^,。]{1,8}${back}`,
  `${back}${span}${before}[^。!?]{0,8}${remedy}`,
  `${back}[^。!?]{0,20}(?:(?:早|已经)${remedy}|${remedy}(?:[走完好过]|没))`,
  `(?:好|消停|安静|清静|老实|干净)了(?:没|不到|才)?[^,。]{0,3}[天月周阵段][^。!?]{0,6}${back}`,
].map((source) => new RegExp(source))

/** One of these is in every text that any of the patterns above fits, and in few others: most texts need no more than this. */
const anyReturn = new RegExp(`${back}|${now}|${soon}|结果|不到`)

/** That what was known was dealt with, and no word of its coming back. */
const donePatterns: readonly RegExp[] = [
  /(?<![没不未咋得就])(早?[拉清扫运搬撤挪拖铲收送]走了|[修补办弄]好了|换上了|结清|清理过|治好|抽干|赔过|解决[了过]|和好|救出来了)/,
  /已经[^,。]{0,2}[给清修拆]了|拆了(?=$|[,。])|派出所来过/,
]

/** Reads a text, in one spelling. */
export const mendingIn = (text: string): Mending =>
  anyReturn.test(text) && againPatterns.some((pattern) => pattern.test(text))
    ? 'again'
    : donePatterns.some((pattern) => pattern.test(text))
      ? 'done'
      : 'none'
