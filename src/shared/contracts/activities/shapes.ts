import * as z from 'zod'
import { day, fileId, id, instant, point, words } from '../../kernel/shapes'
import { ageGroups, themes } from '../../kernel/themes'

export const theme = z.enum(themes, { error: '没有这个主题' })
export const themeName = z.object({ theme, name: z.string() })
export const halfPoints = z.int()
export const minutes = z.int()
const whole = (name: string, min: number, max: number) =>
  z
    .number({ error: `${name}必须是数字` })
    .int(`${name}必须是整数`)
    .min(min, `${name}最少 ${min}`)
    .max(max, `${name}最多 ${max}`)

const place = z.strictObject({ point, words: words(60, '地点') })

export const skills = z.array(words(20, '技能')).max(6, '最多写 6 项技能')

/** Once, weekly or twice a day: days of the week, hours, and from which day to which. */
const rule = z.strictObject({
  weekdays: z
    .array(whole('星期', 0, 6))
    .min(1, '请选择星期几')
    .max(7, '星期重复了')
    .refine((all) => new Set(all).size === all.length, '星期重复了'),
  times: z
    .array(z.string({ error: '时间格式不正确' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间格式不正确'))
    .min(1, '请选择开始时间')
    .max(3, '每天最多 3 场')
    .refine((all) => new Set(all).size === all.length, '时间重复了'),
  minutes: whole('时长', 30, 480),
  from: day,
  to: day,
})

/** What is typed of an activity and may change later. */
export const described = {
  title: words(30, '名称'),
  text: words(1000, '说明'),
  skills,
  place,
  headCountMin: whole('最少人数', 1, 300),
}

export const activityInput = z.strictObject({
  ...described,
  theme,
  capacity: whole('名额', 1, 300),
  halfPointsPerHour: whole('每小时积分', 0, 4),
  rule,
  coverFileId: fileId.optional(),
})

export const planRefusals = {
  RULE_UNFIT: '时间排不开：请检查日期、星期和每场时长',
  HEAD_COUNT_UNFIT: '最少人数不能超过名额',
  BUDGET_SPENT: '今年的积分额度不够了，请减少名额或积分',
} as const

/** place: one has it · pending: numbers before it are still on their way, for a minute at most · waiting: one waits for a place. */
export const standing = z.enum(['place', 'pending', 'waiting'])

/** Whose sign-up it is, as they stand. */
const mine = z.object({
  standing,
  /** Seats that wait before theirs. */
  ahead: z.int(),
  children: z.int(),
  isIn: z.boolean(),
  isOut: z.boolean(),
})

export const sessionRow = z.object({
  id,
  activityId: id,
  theme,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  place: z.object({ point, words: z.string() }),
  capacity: z.int(),
  /** Seats taken, and seats that wait. */
  taken: z.int(),
  waiting: z.int(),
  /** The most somebody can earn. */
  halfPointsMax: halfPoints,
  isCancelled: z.boolean(),
  isMissed: z.boolean(),
  isMine: z.boolean(),
  /** Mine, and without a place so far. */
  isWaiting: z.boolean(),
})

export const sessionView = sessionRow.extend({
  now: instant,
  themeName: z.string(),
  text: z.string(),
  skills: z.array(z.string()),
  headCountMin: z.int(),
  coverUrl: z.string().nullable(),
  leaderName: z.string(),
  cancelledFor: z.string().nullable(),
  mine: mine.nullable(),
  /** From when on people may check in; until the end. */
  checkInFrom: instant,
  canSignUp: z.boolean(),
  canCancelSignup: z.boolean(),
  canCheckIn: z.boolean(),
  canCheckOut: z.boolean(),
  canLead: z.boolean(),
  canSetLeader: z.boolean(),
  /** Whether children may come along: only where there is a family account for them. */
  canBringChildren: z.boolean(),
})

export const child = z.strictObject({
  name: words(10, '孩子的名字'),
  ageGroup: z.enum(ageGroups, { error: '请选择年龄段' }),
})

/** self: alone · withChildren: with one's children (小手拉大手) · childrenOnly: children without anybody, who are refused. */
export const who = z.enum(['self', 'withChildren', 'childrenOnly'], { error: '请选择谁参加' })

/** What somebody's coming was worth. */
export const participationView = z.object({
  id,
  sessionId: id,
  title: z.string(),
  startsAt: instant,
  personId: id,
  name: z.string(),
  children: z.int(),
  inAt: instant,
  outAt: instant.nullable(),
  by: z.enum(['code', 'manual']),
  isLate: z.boolean(),
  placeCheck: z.enum(['gps', 'leaderRoster']).nullable(),
  /** Who still has to agree; null when nobody has to. */
  waitsFor: z.enum(['leader', 'second']).nullable(),
  isConfirmed: z.boolean().nullable(),
  counted: minutes,
  honour: minutes,
  halfPoints: halfPoints.nullable(),
})
