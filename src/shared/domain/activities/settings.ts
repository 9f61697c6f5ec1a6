import { setting, type Setting, type ValuesOf } from '../settings/setting'

const group = '活动与签到'

/** Every number about activities that a community may set, in the order of its page. */
export const activitySettings = {
  opensBeforeMinutes: setting(
    group,
    '提前多久签到',
    'minutes',
    [30, 10, 60],
    '开始前多少分钟起可以签到，到结束为止。已经排出的场次不变。',
  ),
  radiusMeters: setting(
    group,
    '多近算到场',
    'meters',
    [150, 50, 500],
    '签到时离活动地点多少米以内算到场。已经排出的场次不变。',
  ),
} satisfies Record<string, Setting>

export type ActivitySettings = ValuesOf<typeof activitySettings>
