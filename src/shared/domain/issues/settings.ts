import { setting, usualOf, type Setting, type ValuesOf } from '../settings/setting'

const groups = {
  hours: '上班时间',
  limits: '办理时限',
  silence: '等上报人回音',
  deciding: '社区决定',
  checking: '核查与复查',
  duplicates: '重复与相似上报',
} as const

/** Every number about issues that a community may set, in the order of its page. */
export const issueSettings = {
  opensAtMinute: setting(
    groups.hours,
    '上班',
    'timeOfDay',
    [510, 300, 660],
    '从这时起按工作时间计时；在此之前的上报从这时算起。',
  ),
  closesAtMinute: setting(
    groups.hours,
    '下班',
    'timeOfDay',
    [1050, 780, 1380],
    '到这时停止按工作时间计时，值班人员从这时接班。',
  ),
  acceptHours: setting(
    groups.limits,
    '受理时限',
    'workingHours',
    [2, 1, 16],
    '上报后多久之内要有人受理；及时响应率按它计算。',
  ),
  dispatchHours: setting(
    groups.limits,
    '派单时限',
    'workingHours',
    [2, 1, 16],
    '申诉或补充后回到社区的事，多久之内要派出去；到时提醒值班人员。',
  ),
  ordinaryDays: setting(
    groups.limits,
    '一般事项时限',
    'workingDays',
    [5, 1, 20],
    '没有专门时限的类别（公共设施、私搭乱建、意见、其他）多久办结。',
  ),
  returnedDays: setting(
    groups.silence,
    '退回后等补充',
    'workingDays',
    [7, 1, 30],
    '退回请上报人补充，多久没有回音就自动撤回。',
  ),
  verifyDays: setting(
    groups.silence,
    '办结后等确认',
    'days',
    [7, 1, 30],
    '办理结果多久没有等到上报人确认，就交给别人核查。',
  ),
  reopenDays: setting(groups.silence, '可以重新打开', 'days', [15, 1, 90], '办结后多久之内，上报人可以重新打开。'),
  reopensMax: setting(
    groups.silence,
    '重新打开次数',
    'times',
    [2, 0, 5],
    '重新打开超过这么多次，再开就转入督办，并且是最后一次。',
  ),
  passesMax: setting(
    groups.deciding,
    '转交或退回次数',
    'times',
    [2, 1, 5],
    '负责人转交、部门退回到这么多次，就由社区决定谁来办。',
  ),
  decideHours: setting(
    groups.deciding,
    '决定由谁来办',
    'workingHours',
    [4, 1, 24],
    '多次转交或退回以后，社区要在多久之内决定。',
  ),
  extensionDecideHours: setting(
    groups.deciding,
    '答复延期申请',
    'workingHours',
    [4, 1, 24],
    '申请延期以后，要在多久之内答复。',
  ),
  suspendDaysMax: setting(groups.deciding, '最长挂起', 'days', [90, 1, 365], '一件事最多可以挂起到多少天以后。'),
  supervisionAnswerDays: setting(
    groups.deciding,
    '督办答复',
    'workingDays',
    [2, 1, 10],
    '督办的事，负责人每隔多久要说明一次进展。',
  ),
  samplePercent: setting(
    groups.checking,
    '随手解决抽查',
    'percent',
    [10, 0, 100],
    '随手解决的事，每一百件抽多少件请别人核查。',
  ),
  hazardRecheckDays: setting(groups.checking, '隐患复查', 'days', [3, 1, 30], '隐患整改以后，多久没有人复查就预警。'),
  duplicateDays: setting(
    groups.duplicates,
    '重复上报看多久',
    'days',
    [30, 1, 90],
    '已办结的事，多久之内的还会当作可能重复来提示。',
  ),
  duplicateMeters: setting(
    groups.duplicates,
    '重复上报看多远',
    'meters',
    [100, 30, 250],
    '没有专门距离的类别（垃圾、渣土、绿化、异味、宠物），多近算可能重复。',
  ),
  clusterReports: setting(
    groups.duplicates,
    '聚集上报件数',
    'reports',
    [5, 3, 20],
    '同一类上报聚到多少件，就请社区看看是不是一回事。',
  ),
  clusterMeters: setting(groups.duplicates, '聚集上报范围', 'meters', [100, 30, 125], '多近的上报算聚在一起。'),
  clusterDays: setting(groups.duplicates, '聚集上报天数', 'days', [14, 1, 60], '多少天之内的上报算聚在一起。'),
  borderMeters: setting(
    groups.duplicates,
    '网格边界',
    'meters',
    [20, 0, 100],
    '地图上的点离边界多近，就请上报人在两边网格里选。',
  ),
} satisfies Record<string, Setting>

/** What a community has set about its issues, and the usual numbers where it has not. */
export type IssueSettings = ValuesOf<typeof issueSettings>

export const defaultIssueSettings: IssueSettings = usualOf(issueSettings)
