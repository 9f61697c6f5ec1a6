import { activityDefaults } from '@/shared/domain/activities/activity-rules'
import { activityIds } from '@/shared/domain/activities/ids'
import { missingOf, newSession, occurrences } from '@/shared/domain/activities/plan'
import type { Activity, Session } from '@/shared/domain/activities/records'
import type { Theme } from '@/shared/kernel/themes'
import type { Digest } from '@/shared/domain/lovebank/chain'
import { addDays, dayMs, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import type { Stage } from './stage'

export interface Plan {
  name: string
  theme: Theme
  title: string
  text: string
  building: string
  words: string
  weekdays: number[]
  times: string[]
  minutes: number
  capacity: number
  leaderId: string
  /** How many come to a session. */
  come: number
  skills?: string[]
  isProposed?: boolean
}

const everyDay = [0, 1, 2, 3, 4, 5, 6]

/** 四爱志愿周周行 on four days of the week, litter picked twice a day, and one that a resident would like. */
export const plans: readonly Plan[] = [
  {
    name: 'elders',
    theme: 'elders',
    title: '陪独居老人聊聊天',
    text: '两人一组，到独居老人家里坐坐，看看水电气，帮着理理东西。请穿志愿者马甲。',
    building: '6-1',
    words: '党群服务中心门口集合',
    weekdays: [6],
    times: ['09:00'],
    minutes: 120,
    capacity: 12,
    leaderId: 'community-worker-1',
    come: 7,
  },
  {
    name: 'children',
    theme: 'children',
    title: '四点半课堂',
    text: '放学后陪孩子写作业、下棋、读书，家长接走再离开。可以带自家孩子一起来。',
    building: '1-1',
    words: '社区二楼活动室',
    weekdays: [1, 3, 5],
    times: ['16:00'],
    minutes: 90,
    capacity: 6,
    leaderId: 'community-worker-2',
    come: 4,
    skills: ['会辅导小学作业'],
  },
  {
    name: 'neighbours',
    theme: 'neighbours',
    title: '邻里便民日：理发、磨刀、修小家电',
    text: '手艺人摆摊，其他人帮着排队、登记、送老人回家。',
    building: '3-1',
    words: '中心广场',
    weekdays: [0],
    times: ['09:00'],
    minutes: 180,
    capacity: 15,
    leaderId: 'worker-grid-3',
    come: 8,
    skills: ['会理发', '会修家电'],
  },
  {
    name: 'home',
    theme: 'home',
    title: '楼道清理',
    text: '清楼道堆物和小广告，铲子和手套由社区准备。',
    building: '5-2',
    words: '5 号楼前',
    weekdays: [4],
    times: ['14:00'],
    minutes: 90,
    capacity: 10,
    leaderId: 'building-head-1',
    come: 5,
  },
  {
    name: 'litter',
    theme: 'litter',
    title: '王舍路捡拾垃圾',
    text: '沿路捡一遍，一个小时。火钳和袋子在路口工具箱里，码写在箱盖上。',
    building: '12-1',
    words: '王舍路口工具箱',
    weekdays: everyDay,
    times: ['07:00', '17:00'],
    minutes: 60,
    capacity: 8,
    leaderId: 'worker-grid-6',
    come: 2,
  },
  {
    name: 'phones',
    theme: 'elders',
    title: '教老人用手机',
    text: '一对一教发语音、看病挂号和防诈骗。',
    building: '7-1',
    words: '社区一楼大厅',
    weekdays: [2],
    times: ['10:00'],
    minutes: 60,
    capacity: 8,
    leaderId: 'resident-grid-7',
    come: 0,
    isProposed: true,
  },
]

const weeksAhead = 26
/** How far back its sessions reach: what was earned before then has not all been spent. */
export const weeksBack = 9

/** A session of the sample with how many come to it. */
export interface Planned {
  readonly session: Session
  readonly come: number
}

/** Ids as the capabilities make them, by the ledger's digest. */
export const idsBy = (digest: Digest) => activityIds((...parts) => digest(JSON.stringify(parts)).slice(0, 24))

/** An activity as planned, from a day to a day, as it was made at an instant. */
export const activityOf = (
  { ground }: Stage,
  plan: Plan,
  _id: string,
  { from, to }: { from: string; to: string },
  at: number,
): Activity => {
  const { theme, title, text, skills = [], capacity, leaderId, weekdays, times, minutes, isProposed } = plan
  return {
    _id,
    communityId: ground.community._id,
    theme,
    title,
    text,
    skills,
    place: { point: ground.buildingById.get(`building-${plan.building}`)!.centre, words: plan.words },
    capacity,
    headCountMin: 2,
    halfPointsPerHour: 2,
    rule: { weekdays, times, minutes, from, to },
    coverFileId: null,
    leaderId,
    state: isProposed ? 'proposed' : 'open',
    reason: null,
    ...(isProposed ? { checks: { words: 'passed', cover: null } } : {}),
    decidedBy: isProposed ? null : leaderId,
    madeThrough: null,
    createdAt: toInstant(at),
    updatedAt: toInstant(at),
  }
}

/** What volunteers could take part in for so many weeks, and can for the next two. */
export const activities = (
  stage: Stage,
  today: string,
  digest: Digest,
  weeks = weeksBack,
): { activities: Activity[]; past: Planned[]; ahead: Planned[] } => {
  const { sessionIdOf } = idsBy(digest)
  // Everything of today is still ahead for whoever opens the app at any hour.
  const now = startOfDay(today) - minuteMs
  const [past, ahead]: [Planned[], Planned[]] = [[], []]
  const made = plans.map((plan): Activity => {
    const from = plan.isProposed ? today : addDays(today, -7 * weeks)
    const span = { from, to: addDays(today, weeksAhead * 7) }
    const createdAt = plan.isProposed ? now : startOfDay(from) - dayMs
    const activity = activityOf(stage, plan, `activity-sample-${plan.name}`, span, createdAt)
    const { due, through } = missingOf(activity, now)
    const before = plan.isProposed ? [] : occurrences(activity.rule, from, addDays(today, -1))
    for (const one of [...before, ...due]) {
      const _id = sessionIdOf(activity._id, one.day, one.slot)
      const madeAt = Math.min(now, Date.parse(one.startsAt) - 14 * dayMs)
      const session = newSession(activity, one, {
        _id,
        secret: digest(`secret ${_id}`).slice(0, 32),
        settings: activityDefaults,
        now: madeAt,
      })
      ;(one.day < today ? past : ahead).push({ session, come: plan.come })
    }
    return plan.isProposed ? activity : { ...activity, madeThrough: through }
  })
  const inTime = (a: Planned, b: Planned) => (a.session.startsAt < b.session.startsAt ? -1 : 1)
  return { activities: made, past: past.sort(inTime), ahead: ahead.sort(inTime) }
}
