import { setting, type Setting, type ValuesOf } from '../settings/setting'

const group = '爱心积分'

/** Every number about points that a community may set, in the order of its page. */
export const bankSettings = {
  halfPointsPerHour: setting(
    group,
    '一小时多少分',
    'halfPoints',
    [2, 1, 4],
    '新发起的活动先填这么多，每个活动可以另选；已经发起的不变。',
  ),
  countedStepMinutes: setting(
    group,
    '多少分钟一计',
    'minutes',
    [30, 10, 60],
    '得分按这么多分钟一段算，不满一段的零头不得分。已经排出的场次不变。',
  ),
  sessionHoursMax: setting(
    group,
    '一场最多计分',
    'hours',
    [4, 1, 8],
    '一场活动最多多少小时计分，其余记荣誉时长。已经排出的场次不变。',
  ),
  dayHoursMax: setting(
    group,
    '一天最多计分',
    'hours',
    [6, 1, 12],
    '一天最多多少小时计分，其余记荣誉时长。已经排出的场次不变。',
  ),
  balanceMax: setting(
    group,
    '账户最多存多少',
    'halfPoints',
    [3000, 200, 20_000],
    '余额到这么多以后，不再得分，时长照记。已经存下的不变。',
  ),
  lotMonths: setting(group, '积分有效期', 'months', [24, 6, 60], '得到的积分多久以后到期；已经得到的按得到时的算。'),
  reverseDays: setting(
    group,
    '可以冲正多久',
    'days',
    [30, 1, 90],
    '一笔积分记错了，多少天之内可以冲正；以前的记账也按它算。',
  ),
  yearHalfPoints: setting(
    group,
    '全年发放额度',
    'halfPoints',
    [200_000, 2000, 1_000_000],
    '一年最多发放多少积分，排场次时预留，不够就排不出来；已经排出的场次照常。',
  ),
} satisfies Record<string, Setting>

export type BankSettings = ValuesOf<typeof bankSettings>
