import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, day, id, words } from '../../kernel/shapes'
import type { LovingTheme } from '../../kernel/themes'
import { photoRefusals } from '../files'
import { activityInput, described, halfPoints, minutes, planRefusals, theme, themeName } from './shapes'

const staff = ['communityWorker', 'gridWorker', 'buildingHead', 'administrator'] as const
const state = z.enum(['proposed', 'open', 'declined', 'ended'], { error: '没有这种状态' })

const activityRow = z.object({
  id,
  theme,
  themeName: z.string(),
  title: z.string(),
  state,
  reason: z.string().nullable(),
  placeWords: z.string(),
  leaderName: z.string(),
  capacity: z.int(),
  halfPointsPerHour: halfPoints,
  rule: z.object({
    weekdays: z.array(z.int()),
    times: z.array(z.string()),
    minutes,
    from: day,
    to: day,
  }),
})

/** How activities (活动) come about: made by staff, or proposed by anybody and decided on. */
export const planning = {
  createActivity: command({
    summary: '发起活动：工作人员直接发布，居民和志愿者提交后由工作人员审核',
    roles: ['resident'],
    input: activityInput,
    output: z.object({ id, state, sessions: z.int() }),
    refusals: { ...planRefusals, ...photoRefusals },
  }),
  approveActivity: command({
    summary: '审核居民发起的活动：通过即排出场次，不通过要写明原因',
    roles: staff,
    input: z.strictObject({
      id,
      approve: z.boolean({ error: '请选择是否通过' }),
      reason: words(200, '原因').optional(),
    }),
    output: z.object({ id, state, sessions: z.int() }),
    refusals: {
      ...planRefusals,
      ALREADY_DECIDED: '已经有人审核过了，请刷新后再看',
      OWN_PROPOSAL: '不能审核自己发起的活动，请由另一位工作人员审核',
      REASON_MISSING: '请写明原因',
      CONTENT_CHECK_WAITING: '内容检测还没有结果，请过几分钟再审核',
      CONTENT_RISKY: '内容检测没有通过，不能发布，请选“不通过”并请发起人修改',
    },
  }),
  updateActivity: command({
    summary: '修改活动的名称、说明、技能、地点和最少人数，没开始的场次一起改',
    roles: ['resident'],
    input: z.strictObject({ id, ...described }),
    output: z.object({ id }),
    refusals: {
      HEAD_COUNT_UNFIT: planRefusals.HEAD_COUNT_UNFIT,
      ACTIVITY_OVER: '活动已经结束或没有通过，不能再改',
    },
  }),
  listLeaders: query({
    summary: '可以带队的人：志愿者、工作人员和参加过活动的居民，按姓名查找',
    roles: staff,
    input: z.strictObject({ search: words(20, '姓名').optional() }),
    output: z.object({
      people: z.array(z.object({ personId: id, name: z.string(), postName: z.string().nullable() })),
      isCut: z.boolean(),
    }),
  }),
  setLeader: command({
    summary: '换带队人：活动以后的场次一起换，或只换一场；新旧带队人都收到通知',
    roles: staff,
    input: z.strictObject({
      id,
      /** Only this session of it; without one, the activity and every session that is not over. */
      sessionId: id.optional(),
      personId: z.string({ error: '请选择带队人' }).min(1, '请选择带队人').max(80, '请选择带队人'),
    }),
    output: z.object({ id, leaderName: z.string(), sessions: z.int() }),
    refusals: {
      ACTIVITY_OVER: '活动不在进行，不能换带队人',
      SESSION_SETTLED: '这一场已经取消或结算，不能再改',
      LEADER_UNFIT: '只能请志愿者、工作人员或参加过活动的居民带队',
      LEADER_SUSPENDED: '他的积分账户暂停中，请另选一位带队',
    },
  }),
  endActivity: command({
    summary: '结束活动：不再排新的场次，已排的照常，要取消的单独取消',
    roles: ['resident'],
    input: z.strictObject({ id, reason: words(200, '原因') }),
    output: z.object({ id, state }),
  }),
  getActivity: query({
    summary: '一个活动的全部内容，供修改',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: activityRow.extend({
      ...z.object(described).shape,
      canUpdate: z.boolean(),
      canEnd: z.boolean(),
      canSetLeader: z.boolean(),
      /** What of the content check of a proposal stands in the way of showing it; null where nothing does. */
      heldBack: z.enum(['waiting', 'review', 'risky']).nullable(),
      canDecide: z.boolean(),
    }),
  }),
  listActivities: query({
    summary: '活动列表：工作人员看全部，其他人看自己发起的',
    roles: ['resident'],
    input: z.strictObject({ state: state.optional(), cursor }),
    output: z.object({ activities: z.array(activityRow), next: cursor }),
  }),
  listThemes: query({
    summary: '发起活动可选的主题和它们在本社区的名称，以及平常每小时多少积分',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({ themes: z.array(themeName), halfPointsPerHour: halfPoints }),
  }),
  setThemes: command({
    summary: '给四爱志愿周周行的四个主题起名',
    roles: ['communityWorker', 'administrator'],
    input: z.strictObject({
      names: z.strictObject({
        elders: words(8, '主题名称'),
        children: words(8, '主题名称'),
        neighbours: words(8, '主题名称'),
        home: words(8, '主题名称'),
      } satisfies Record<LovingTheme, unknown>),
    }),
    output: z.object({ themes: z.array(themeName) }),
    refusals: { THEME_TWICE: '四个主题的名称不能重复' },
  }),
}
