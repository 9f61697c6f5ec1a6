import { mainCorner, pointAt } from '../ground'

/** What neighbours wrote of 王舍路, each in their own words, and how many metres along the road they stood. */
export const wangsheReports: readonly { by: string; text: string; meters: number }[] = [
  { by: 'resident-grid-6', text: '王舍路南边绿化带里全是垃圾，天一热味道很大，开不了窗。', meters: 0 },
  { by: 'resident-grid-1', text: '路边冬青丛里塞满饭盒和塑料袋，没人清。', meters: 12 },
  { by: 'resident-grid-2', text: '王舍路冬青底下垃圾成堆，苍蝇蚊子多。', meters: 20 },
  { by: 'resident-grid-3', text: '送孩子路过王舍路，绿化带臭得厉害，都是剩菜。', meters: 8 },
  { by: 'resident-grid-4', text: '绿化带里又有人扔垃圾，扫地的够不着里面。', meters: 33 },
  { by: 'resident-grid-5', text: '王舍路沿街环境太乱了，垃圾藏在冬青里清不出来。', meters: 41 },
  { by: 'resident-grid-7', text: '冬青后面一长溜垃圾，下雨后水都是黑的。', meters: 48 },
  { by: 'resident-grid-8', text: '王舍路这边垃圾和臭味说了好几回，请想个长久办法。', meters: 56 },
  { by: 'volunteer-1', text: '周末捡了五袋，第二天又满了，光靠捡不行。', meters: 62 },
  { by: 'unit-head-1', text: '楼里邻居都反映王舍路绿化带脏，蚊子多。', meters: 70 },
  { by: 'building-head-1', text: '王舍路南侧绿化带常年有垃圾，建议把冬青换掉。', meters: 76 },
  { by: 'hub-1', text: '沿路小摊的垃圾都往绿化带里扔，味道难闻。', meters: 84 },
]

/** So many metres along 王舍路, in the sixth grid. */
export const alongWangshe = (meters: number) => pointAt(mainCorner, [300 + meters, 52 + meters * 0.09])

/** The three joint meetings: how many days after the first report, what was agreed, and who promised what. */
export const wangsheMeetings = [
  {
    day: 14,
    agenda: '看现场，弄清垃圾从哪来、为什么清不干净',
    minutes: '现场看了三处。冬青密，扫不进去是主因。议定由综合行政执法牵头，先集中清一次。',
    what: '集中清运绿化带里的积存垃圾',
    by: 'officer-law-enforcement',
    doneIn: 3,
    done: '两天清了六车，冬青底下已见土。',
  },
  {
    day: 21,
    agenda: '商量怎么从根上解决',
    minutes: '议定把冬青移走，改种草坪，一眼能看到底。社区负责和沿街商户说清楚。',
    what: '挨家告知沿街商户，定点投放垃圾',
    by: 'worker-grid-6',
    doneIn: 4,
    done: '三十二家都告知到，签了门前承诺。',
  },
  {
    day: 28,
    agenda: '定施工时间和以后谁来管',
    minutes: '议定施工八天。完工后由社区认养这片绿地，志愿者每日捡拾两次，兜底日常维护。',
    what: '核对移植和草坪施工方案',
    by: 'officer-comprehensive',
    doneIn: 2,
    done: '方案已核对，管线位置都标了。',
  },
] as const

/** The works on the road: days after the first report. */
export const wangsheWorks = {
  what: '移走冬青，改种草坪',
  startDay: 32,
  endDay: 39,
  areaSquareMeters: 420,
  spot: '王舍路南侧，路口往东',
} as const

/** 房石小区: 18 days, both ends counted, and some 600 m². */
export const fangshi = {
  by: 'resident-grid-8',
  buildingId: 'building-2-1',
  text: '小区南侧靠墙那块地堆了多年的垃圾，老人孩子没处去，盼着清掉。',
  works: { what: '清运多年堆放的垃圾，平整后种草坪、放长椅', areaSquareMeters: 600, spot: '房石小区南侧围墙边' },
  days: 18,
} as const
