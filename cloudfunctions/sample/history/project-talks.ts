import { noticeOf, tied } from '@/shared/domain/consultations/moves'
import { addDays, dayMs, toInstant } from '@/shared/kernel/time'
import { desk, propose, sat, takenOn, type Told } from './consultation-story'
import type { Stage } from './stage'
import { fangshi } from './story'

const place = { kind: 'estate', id: 'estate-2' } as const

/** What became of 房石小区's heap: talked over twice before anything was decided, shown to all, and reported back once the lawn lay there. */
const heapAway = (stage: Stage, today: string): Told => {
  const story = propose(stage, today, {
    name: 'fangshi-heap',
    title: '小区南侧垃圾堆放点怎么改',
    text: '小区南侧堆了多年的垃圾，夏天没法开窗。清掉以后做什么用，请大家商量。',
    by: 'resident-grid-8',
    as: 'resident',
    scope: place,
    ago: 262,
    supporters: ['resident-grid-8', 'resident-grid-1', 'resident-grid-2'],
    comments: [['resident-grid-1', '清掉最要紧，千万别又变成停车场。']],
  })
  takenOn(story)
  sat(
    story,
    10,
    '房石小区南门',
    '一、清不清；二、清掉以后做什么',
    '现场协调会。都同意清掉；有人要停车位，有人要草地，没有谈拢，各自回去听邻居的意见，一周后再议。',
    ['resident-grid-8', 'resident-grid-1'],
  )
  sat(
    story,
    17,
    '社区二楼会议室',
    '停车位还是草地',
    '量过了：能停七辆车，或者铺六百平方米草地。楼前老人多，多数人要草地；停车另在北侧想办法。',
    ['resident-grid-8', 'resident-grid-1', 'resident-grid-2'],
  )
  story.move('resolve', 18, '', {
    resolution: {
      text: '清运垃圾、平整场地，铺草坪，放四把长椅；费用从专项经费出，长椅请单位赞助。',
      ownerId: 'worker-grid-8',
      dueOn: addDays(today, -1),
      at: toInstant(story.at + 18 * dayMs),
    },
  })
  story.move('publish', 19, '', noticeOf(7, story.at + 19 * dayMs))
  story.move('startWork', 27, '', { nextAt: null }, null)
  const done = 262 - 7
  story.move('reportBack', done, '', {
    report: {
      text: `${fangshi.days} 天做完，${fangshi.works.areaSquareMeters} 平方米草地、四把长椅，前后对比和花销都在项目里。`,
      fileIds: [],
      at: toInstant(story.at + done * dayMs),
    },
    nextAt: null,
  })
  return onProject(story.state)
}

/** Who looks after the lawn: a meeting before the works, one after, and nothing decided yet. */
const lawnCare = (stage: Stage, today: string): Told => {
  const story = propose(stage, today, {
    name: 'fangshi-lawn',
    title: '草地建好以后谁来管',
    text: '草地要浇水、要捡垃圾，还有人想遛狗。建好以后谁来管、定什么规矩，先说好。',
    by: 'building-head-1',
    as: 'group',
    scope: place,
    ago: 60,
    supporters: ['resident-grid-8', 'resident-grid-3'],
    comments: [['resident-grid-8', '遛狗可以，得牵绳、带袋子。']],
  })
  takenOn(story)
  sat(
    story,
    15,
    '党群服务中心二楼',
    '浇水、捡垃圾、遛狗三件事',
    '愿意认养的有三家，先按周轮；遛狗牵绳、自带袋子，大家都同意。',
    ['resident-grid-8'],
  )
  sat(
    story,
    54,
    '房石小区草地旁',
    '看现场，定轮值表',
    '草已经活了。轮值表排到年底，冬天不浇水；立不立牌子，下次再定。',
    ['resident-grid-8', 'resident-grid-3'],
  )
  return onProject(story.state)
}

const onProject = (told: Told): Told => ({
  ...told,
  topic: tied(
    told.topic,
    'project-sample-72',
    { note: 'tie', byId: desk, words: '房石小区南侧垃圾堆放点改休闲草地' },
    Date.parse(told.topic.updatedAt),
  ),
})

/** The consultations that hang on the project of 房石小区 (多次召开协调会和居民议事会). */
export const projectTalks = (stage: Stage, today: string): Told[] => [heapAway(stage, today), lawnCare(stage, today)]
