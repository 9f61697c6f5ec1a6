import { setWorks } from '@/shared/domain/issues/works'
import { rateIssue } from '@/shared/domain/issues/rate-issue'
import { addDays, dayMs, minuteMs, startOfDay } from '@/shared/kernel/time'
import { draw, heap, lawn } from './picture'
import { ruled, type Stage } from './stage'
import { fangshi as told } from './story'

const daysAgo = 40
const hour = 60 * minuteMs

/** 房石小区 as documents: a heap of many years in the south becomes a lawn in 18 days. */
export const fangshi = (stage: Stage, today: string) => {
  const first = startOfDay(addDays(today, -daysAgo))
  const at = (day: number, hours: number) => first + day * dayMs + hours * hour
  const before = stage.keep('fangshi-before', draw(heap()))
  const after = stage.keep('fangshi-after', draw(lawn()))
  const place = { buildingId: told.buildingId, words: '小区南侧' }
  const reported = stage.passed(
    stage.report({ by: told.by, classCode: 'litter', text: told.text, place, at: at(0, 9), fileIds: [before] }),
  )
  const owner = reported.owner.personId
  const started = stage.move(reported, 'start', owner, at(0, 14))
  const worked = ruled(
    setWorks(
      started,
      {
        what: told.works.what,
        startOn: addDays(today, 2 - daysAgo),
        endOn: addDays(today, 2 + told.days - 1 - daysAgo),
        areaSquareMeters: told.works.areaSquareMeters,
        pairs: [{ spot: told.works.spot, beforeId: before, afterId: after }],
      },
      stage.actor(owner),
      at(20, 16),
    ),
  )
  const submitted = stage.move(worked, 'submit', owner, at(20, 17), {
    result: 'resolved',
    sentence: '垃圾清完，种上草坪，放了长椅，欢迎来坐坐。',
    fileIds: [after],
  })
  const closed = stage.move(submitted, 'confirm', told.by, at(21, 9))
  const rated = ruled(
    rateIssue(closed, { stars: 5, tags: ['行动快', '效率高'], text: '没想到这么快' }, stage.actor(told.by), at(21, 10)),
  )
  return { issues: [stage.passed(rated)] }
}
