import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { commentRow, seriesEntry, similarTopic, step, topicInput, topicRow, topicScope, topicView } from './shapes'

const tooOften = '您今天说得很多了，请明天再来'

/** What anybody of the community does: propose, support, speak, vote, come. */
export const discussing = {
  proposeTopic: command({
    summary: '提出议题：居民、党小组和工作人员都可以提，通过内容检查后大家看得到',
    roles: ['resident'],
    input: z.strictObject({
      ...topicInput,
      /** Whom it concerns; the whole community where nothing is said. */
      scope: topicScope.optional(),
    }),
    output: z.object({ id, step }),
    refusals: {
      SCOPE_UNKNOWN: '没有这个范围，请重新选择',
      TOPICS_TOO_MANY: '您今天提的议题够多了，请明天再来',
    },
  }),
  listTopics: query({
    summary: '议题列表：正在议的、已有结果的，或我提的；新的在前',
    roles: ['resident'],
    input: z.strictObject({ which: z.enum(['open', 'ended', 'mine'], { error: '没有这种列表' }), cursor }),
    output: z.object({ topics: z.array(topicRow), next: cursor }),
  }),
  findSimilarTopics: query({
    summary: '提议题时，看看有没有相似的',
    roles: ['resident'],
    input: z.strictObject({ typed: words(1000, '内容') }),
    output: z.object({ topics: z.array(similarTopic) }),
  }),
  listProjectMeetings: query({
    summary: '一个项目的每次议事会、表决、决议和结果，按先后排',
    roles: ['signedIn'],
    input: z.strictObject({ projectId: id }),
    output: z.object({ entries: z.array(seriesEntry), now: instant }),
  }),
  getTopic: query({
    summary: '一个议题：走到哪一步、会议、表决、决议和结果',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: topicView,
  }),
  setSupport: command({
    summary: '附议或取消附议',
    roles: ['resident'],
    input: z.strictObject({ id, isOn: z.boolean({ error: '请选择附议还是取消' }) }),
    output: z.object({ id, supports: z.int() }),
    refusals: { TOPIC_OVER: '这个议题已经结束了' },
  }),
  addComment: command({
    summary: '对议题发表意见，通过内容检查后大家看得到',
    roles: ['resident'],
    input: z.strictObject({ id, text: words(500, '意见') }),
    output: z.object({ id }),
    refusals: { TOPIC_OVER: '这个议题已经结束了', COMMENTS_TOO_MANY: tooOften },
  }),
  listComments: query({
    summary: '一个议题的意见，新的在前',
    roles: ['resident'],
    input: z.strictObject({ id, cursor }),
    output: z.object({ comments: z.array(commentRow), next: cursor }),
  }),
  castBallot: command({
    summary: '投票，截止前可以改；按户表决时一户一票，以最后一次为准',
    roles: ['resident'],
    input: z.strictObject({ id, optionId: id }),
    output: z.object({ id, optionId: id }),
    refusals: {
      VOTE_NOT_OPEN: '现在没有在表决',
      VOTE_NEEDS_HOME: '请先绑定住房，再来投票',
      VOTE_OUT_OF_SCOPE: '这项表决只由相关范围内的住户参加',
      OPTION_UNKNOWN: '没有这个选项，请刷新后再选',
    },
  }),
  withdrawTopic: command({
    summary: '撤回自己提的、还没有开始初审的议题',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: z.object({ id, step }),
    refusals: { STEP_UNFIT: '议题已经开始初审，不能撤回' },
  }),
  attendMeeting: command({
    summary: '到会签到：扫会场的码，或输入六位数字',
    roles: ['resident'],
    input: z.strictObject({ id, meetingId: id, code: words(120, '签到码') }),
    output: z.object({ id, meetingId: id }),
    refusals: {
      MEETING_NOT_NOW: '现在不能签到：开会前半小时到开会后四小时可以',
      CODE_WRONG: '签到码不对，请看会场的屏幕',
      CODE_EXPIRED: '签到码过期了，请扫现在显示的',
      TRIED_TOO_OFTEN: '试得太多了，请过一分钟再试',
    },
  }),
}
