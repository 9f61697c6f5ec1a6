import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { minutesPhotosMax, topicsOfProjectMax } from '../../kernel/consultation-limits'
import { noticeDaysMax, noticeDaysMin } from '../../kernel/notice-days'
import { cursor, day, id, instant, words } from '../../kernel/shapes'
import { photoIds, photoRefusals } from '../files'
import { optionInput, step, textCheck, voteBy } from './shapes'

const roles = ['communityWorker', 'administrator'] as const
const stepUnfit = { STEP_UNFIT: '议题不在这一步，请刷新后再看' } as const
const moved = z.object({ id, step })

/** How the community's workers take a topic through its eight steps. */
export const running = {
  takeUpTopic: command({
    summary: '开始初审，由我主办',
    roles,
    input: z.strictObject({ id }),
    output: moved,
    refusals: stepUnfit,
  }),
  reviewTopic: command({
    summary: '初审：通过、不通过（写明原因），或并入相似的议题',
    roles,
    input: z.strictObject({
      id,
      decision: z.enum(['accept', 'decline', 'join'], { error: '请选择初审结果' }),
      reason: words(300, '原因').optional(),
      intoId: id.optional(),
    }),
    output: moved,
    refusals: {
      ...stepUnfit,
      REASON_MISSING: '请写明原因',
      INTO_UNFIT: '只能并入另一个正在议的议题',
      WORDS_NOT_PASSED: '议题的文字还没有通过内容检查，请先审核',
    },
  }),
  callMeeting: command({
    summary: '召开会议：时间、地点、议程；提议和附议的人都会收到通知',
    roles,
    input: z.strictObject({ id, startsAt: instant, place: words(60, '地点'), agenda: words(1000, '议程') }),
    output: z.object({ id, meetingId: id }),
    refusals: {
      ...stepUnfit,
      MEETING_IN_PAST: '开会时间要在现在之后、一年之内',
      MEETINGS_TOO_MANY: '一个议题最多开 20 次会',
    },
  }),
  cancelMeeting: command({
    summary: '取消还没开的会议，写明原因',
    roles,
    input: z.strictObject({ id, meetingId: id, reason: words(200, '原因') }),
    output: z.object({ id }),
    refusals: { ...stepUnfit, MEETING_OVER: '会议已经开过或取消了' },
  }),
  writeMinutes: command({
    summary: '写会议纪要，可以带照片；改过的每一版都留着',
    roles,
    input: z.strictObject({
      id,
      meetingId: id,
      text: words(5000, '纪要'),
      fileIds: photoIds,
      /** Whether the photos shown so far are taken down; new ones are added to them otherwise. */
      dropsPhotos: z.boolean({ error: '请选择原来的照片要不要去掉' }).optional(),
    }),
    output: z.object({ id }),
    refusals: {
      ...stepUnfit,
      ...photoRefusals,
      MEETING_NOT_BEGUN: '会议还没有开始',
      MINUTES_TOO_MANY: '纪要改得太多次了',
      MINUTES_PHOTOS_TOO_MANY: `一份纪要最多 ${minutesPhotosMax} 张照片，可以先去掉原来的`,
    },
  }),
  openVote: command({
    summary: '发起表决：按人或按户，选项和理由，截止时间，过程是否公开；开始后不能改',
    roles,
    input: z.strictObject({
      id,
      by: voteBy,
      question: words(100, '表决的问题'),
      options: z.array(optionInput).min(2, '至少两个选项').max(8, '最多 8 个选项'),
      closesAt: instant,
      isLive: z.boolean({ error: '请选择过程是否公开' }),
    }),
    output: z.object({ id }),
    refusals: {
      ...stepUnfit,
      VOTE_EXISTS: '这个议题已经表决过了',
      VOTE_CLOSE_UNFIT: '截止时间要在一小时之后、六十天之内',
      OPTION_TWICE: '有两个选项一样',
    },
  }),
  resolveTopic: command({
    summary: '形成决议：内容、负责人、完成日期',
    roles,
    input: z.strictObject({ id, text: words(2000, '决议'), ownerId: id.optional(), dueOn: day.optional() }),
    output: moved,
    refusals: {
      ...stepUnfit,
      MINUTES_MISSING: '请先写会议纪要，再形成决议',
      VOTE_RUNNING: '表决还没有截止',
      RESOLUTION_WITHOUT_OWNER: '决议要有负责人，请指定一位',
      RESOLUTION_WITHOUT_DAY: '决议要有完成日期，请选一天',
      OWNER_UNKNOWN: '请选择一位在任的工作人员负责',
      DUE_UNFIT: `完成日期要在公示期满以后（公示至少 ${noticeDaysMin} 天）、两年之内`,
    },
  }),
  publishNotice: command({
    summary: '公示决议，至少七天；期满自动进入执行',
    roles,
    input: z.strictObject({
      id,
      days: z
        .number({ error: '请填写公示天数' })
        .int('公示天数必须是整数')
        .min(noticeDaysMin, `公示至少 ${noticeDaysMin} 天`)
        .max(noticeDaysMax, `公示最多 ${noticeDaysMax} 天`),
    }),
    output: moved,
    refusals: {
      ...stepUnfit,
      NOTICE_OUTLASTS_DUE: '公示期满要在决议的完成日期之前，请少公示几天；来不及的请退回重议',
    },
  }),
  goBackToMeeting: command({
    summary: '公示中有异议，退回重新商议，写明原因',
    roles,
    input: z.strictObject({ id, reason: words(300, '原因') }),
    output: moved,
    refusals: stepUnfit,
  }),
  reportBack: command({
    summary: '回告结果：写清办了什么，可以带照片；每位参与的人都会收到',
    roles,
    input: z.strictObject({ id, text: words(2000, '结果'), fileIds: photoIds }),
    output: moved,
    refusals: { ...stepUnfit, ...photoRefusals },
  }),
  setTopicProject: command({
    summary: '把议题归到一个项目，或移出；同一个项目的会议和决定按先后排在一起',
    roles,
    input: z.strictObject({ id, projectId: id.nullable() }),
    output: z.object({ id, projectId: id.nullable() }),
    refusals: {
      ...stepUnfit,
      PROJECT_UNKNOWN: '没有这个项目，请重新选择',
      PROJECT_TOPICS_TOO_MANY: `一个项目最多归 ${topicsOfProjectMax} 个议题`,
    },
  }),
  growProject: command({
    summary: '由决议立成一个项目：内容、负责人和期限照决议，参与的人都会收到通知',
    roles,
    input: z.strictObject({ id }),
    output: z.object({ id, projectId: id }),
    refusals: {
      STEP_UNFIT: '公示期满、进入执行以后才能立成项目',
      TOPIC_HAS_PROJECT: '这个议题已经归到一个项目了',
      OWNER_UNKNOWN: '请选择一位在任的工作人员负责',
      RESOLUTION_OVERDUE: `决议的完成日期过了，或不到 ${noticeDaysMin} 天就到，来不及公示项目，请另提一个项目，再把议题归到它`,
    },
  }),
  listOwners: query({
    summary: '可以负责决议的工作人员',
    roles,
    input: z.strictObject({}),
    output: z.object({ owners: z.array(z.object({ id, name: z.string(), roleName: z.string() })) }),
  }),
  listHeldWords: query({
    summary: '等人审核的议题和意见，先到先审',
    roles,
    input: z.strictObject({ cursor }),
    output: z.object({
      held: z.array(
        z.object({
          kind: z.enum(['topic', 'comment']),
          id,
          topicId: id,
          title: z.string(),
          text: z.string(),
          textCheck,
          createdAt: instant,
        }),
      ),
      next: cursor,
    }),
  }),
  judgeWords: command({
    summary: '审核议题或意见的文字：可以公开，或不公开',
    roles,
    input: z.strictObject({
      kind: z.enum(['topic', 'comment'], { error: '请选择议题还是意见' }),
      id,
      pass: z.boolean({ error: '请选择是否公开' }),
    }),
    output: z.object({ id, textCheck }),
    refusals: { WORDS_RISKY: '内容检查判定有风险，不能公开' },
  }),
}
