import { newCluster } from '@/shared/domain/issues/cluster'
import { nearCellOf, spotFor } from '@/shared/domain/issues/near-cell'
import { addDays, minuteMs, startOfDay } from '@/shared/kernel/time'
import type { Stage } from './stage'

const told: readonly (readonly [by: string, building: string, text: string])[] = [
  ['resident-grid-5', '9-1', '单元门上贴满开锁小广告，撕了又贴。'],
  ['resident-grid-4', '9-2', '楼道墙上全是小广告。'],
  ['resident-grid-7', '9-1', '又有人来贴疏通下水道的广告。'],
  ['resident-grid-6', '9-3', '电表箱上小广告一层叠一层。'],
  ['resident-grid-2', '9-2', '小广告贴到我家门上了。'],
  ['resident-grid-1', '9-1', '去看父母，楼下小广告太多，不好看。'],
]

/** Six reports of the last days close together, which the desk has still to look at. */
export const posters = (stage: Stage, today: string) => {
  const reports = told.map(([by, building, text], at) => {
    const reportedAt = startOfDay(addDays(today, at - told.length)) + 10 * 60 * minuteMs
    const place = { buildingId: `building-${building}` }
    return stage.passed(stage.report({ by, classCode: 'smallAds', text, place, at: reportedAt }))
  })
  const placed = reports.map((issue) => ({ issue, spot: spotFor(issue.place, stage.ground.buildingById)! }))
  const { issue, spot } = placed[0]!
  const foundAt = startOfDay(today)
  return {
    issues: reports,
    clusters: [newCluster(placed, nearCellOf(issue.communityId, issue.classCode, spot), foundAt)],
  }
}
