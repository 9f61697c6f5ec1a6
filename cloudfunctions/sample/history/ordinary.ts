import { rateIssue } from '@/shared/domain/issues/rate-issue'
import type { Issue } from '@/shared/domain/issues/issue'
import { addDays, dayMs, minuteMs, startOfDay } from '@/shared/kernel/time'
import { chanceFrom } from '../chance'
import { draw, heap } from './picture'
import { ruled, type Stage } from './stage'

const hour = 60 * minuteMs

/** What people report of an ordinary week, with the building it is about. */
const wants: readonly (readonly [classCode: string, text: string, building: string])[] = [
  ['litter', '垃圾桶旁边堆了旧沙发，挡路。', '3-1'],
  ['rubble', '装修垃圾在楼下放了一周没人拉。', '4-2'],
  ['smallAds', '单元门上又贴满小广告。', '7-1'],
  ['greenery', '树枝伸到窗户上了，请修一修。', '5-2'],
  ['odourPests', '垃圾房夏天味道大，苍蝇多。', '8-1'],
  ['standingWater', '楼前一下雨就积水，老人不好走。', '9-2'],
  ['powerLight', '三楼楼道灯不亮。', '1-2'],
  ['lift', '电梯门关不严，有响声。', '1-8'],
  ['road', '路口井盖松动，骑车颠一下。', '10-1'],
  ['publicFacility', '健身器材扶手断了。', '6-2'],
  ['parking', '消防车道旁总停着一辆面包车。', '11-1'],
  ['fireLane', '楼道里堆了纸箱，过道变窄。', '12-2'],
  ['charging', '有人从窗户拉线给电动车充电。', '13-1'],
  ['illegalBuild', '一楼在院子里搭棚子。', '2-3'],
  ['pets', '傍晚遛狗不牵绳，孩子害怕。', '3-2'],
  ['noise', '晚上十点还在跳广场舞。', '4-1'],
  ['policy', '想问一下老年证怎么办理。', '5-1'],
  ['hardship', '隔壁独居老人腿脚不便，想请人帮忙买菜。', '6-1'],
  ['pipes', '暖气管接头渗水。', '7-2'],
  ['other', '小区门口的宣传栏玻璃裂了。', '8-2'],
]

const reporters = [1, 2, 3, 4, 5, 6, 7, 8].map((grid) => `resident-grid-${grid}`)

/** How far each has come; enough of each for every list of the app to have something to show. */
const ends = [
  'closed',
  'rated',
  'open',
  'closed',
  'handling',
  'rated',
  'verifying',
  'closed',
  'fresh',
  'suspended',
] as const

const solved = { result: 'resolved', sentence: '已到现场处理好，请您看看。' } as const

/** Some forty reports of the last sixty days across grids, classes and states. */
export const ordinary = (stage: Stage, today: string): Issue[] => {
  const chance = chanceFrom(7)
  const after = stage.keep(
    'ordinary-after',
    draw(() => [150, 190, 140]),
  )
  const before = stage.keep('ordinary-before', draw(heap(0.06)))
  return Array.from({ length: 40 }, (_, at) => {
    const [classCode, text, building] = wants[at % wants.length]!
    const end = ends[at % ends.length]!
    const age = end === 'fresh' ? 1 : end === 'open' || end === 'handling' ? 2 + (at % 9) : 4 + ((at * 11) % 56)
    const reportedAt = startOfDay(addDays(today, -age)) + (8.5 + chance() * 8) * hour
    const by = reporters[at % reporters.length]!
    const place = { buildingId: `building-${building}` }
    const hasPhoto = at % 4 === 0 && !['policy', 'noise', 'hardship'].includes(classCode)
    const fileIds = hasPhoto ? [before] : []
    const fresh = stage.passed(stage.report({ by, classCode, text, place, at: reportedAt, fileIds }))
    return stage.passed(carriedOn(stage, fresh, end, { by, reportedAt, after, today }))
  })
}

type Way = { by: string; reportedAt: number; after: string; today: string }

const carriedOn = (
  stage: Stage,
  fresh: Issue,
  end: (typeof ends)[number],
  { by, reportedAt, after, today }: Way,
): Issue => {
  const owner = fresh.owner.personId
  if (end === 'fresh' || end === 'open') return fresh
  const started = stage.move(fresh, 'start', owner, reportedAt + hour)
  if (end === 'handling') return started
  if (end === 'suspended') {
    const input = { reason: '等配件到货', until: addDays(today, 6) }
    return stage.move(started, 'suspend', owner, startOfDay(today) - dayMs + 10 * hour, input)
  }
  const submitted = stage.move(started, 'submit', owner, reportedAt + 4 * hour, { ...solved, fileIds: [after] })
  if (end === 'verifying') return submitted
  const closed = stage.move(submitted, 'confirm', by, reportedAt + 20 * hour)
  if (end === 'closed') return closed
  const rating = { stars: Math.floor(reportedAt / hour) % 2 === 0 ? 5 : 4, tags: ['行动快', '说话轻'] }
  return ruled(rateIssue(closed, rating, stage.actor(by), reportedAt + 22 * hour))
}
