import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { meetingRow, participant } from './joint-shapes'
import { handlers } from './shapes'

const asked = {
  startsAt: instant,
  place: words(100, '开会地点'),
  agenda: words(1000, '议题'),
  /** Who is invited; the chair is there anyway. */
  personIds: z
    .array(id)
    .min(1, '请至少邀请一人')
    .max(11, '最多邀请 11 人')
    .refine((ids) => new Set(ids).size === ids.length, '同一个人只需邀请一次'),
}
const calling = {
  MEETING_TIME_UNFIT: '开会时间须在现在之后、半年之内',
  ISSUE_NOT_SHARED_NOW: '这件事现在的状态不能调整分工，请刷新后再看',
  ISSUE_PERSON_UNFIT: '不能请这个人，请选择在岗的工作人员',
  ISSUE_HELPERS_FULL: '协办已经有 10 个，请先减少一个',
  ISSUE_SENT_BACK_TOO_OFTEN: '这件事已被多次退回，由社区来决定由谁办',
  ISSUE_HELPS_ALREADY: '这个人已经在负责、牵头或协办',
} as const
const over = { MEETING_OVER: '会议已经开始、结束或取消，不能再改' } as const
const notNow = { MEETING_NOT_NOW: '现在不能签到：会议已取消，或不在开会前 30 分钟到开会后 4 小时之间' } as const

/** Joint meetings (联席会) on one issue: called, signed in to by a code in the room, and kept in minutes. */
export const meetings = {
  callMeeting: command({
    summary: '召开联席会：时间、地点、议题、请谁参加',
    roles: handlers,
    input: z.strictObject({ id, ...asked }),
    output: z.object({ id, number: z.number().int() }),
    refusals: { ...calling, MEETINGS_FULL: '一件事最多开 20 次联席会' },
  }),
  updateMeeting: command({
    summary: '改会议的时间、地点、议题或参加的人，改期会通知所有人',
    roles: handlers,
    input: z.strictObject({ id, ...asked }),
    output: z.object({ id }),
    refusals: { ...calling, ...over },
  }),
  cancelMeeting: command({
    summary: '取消会议，写明理由，通知所有人',
    roles: handlers,
    input: z.strictObject({ id, reason: words(300, '取消的理由') }),
    output: z.object({ id }),
    refusals: over,
  }),
  getMeeting: query({
    summary: '一次联席会：议题、签到、纪要；主持人还能看到签到码',
    roles: handlers,
    input: z.strictObject({ id }),
    output: meetingRow.extend({
      now: instant,
      agenda: z.string(),
      chair: participant,
      invited: z.array(participant),
      cancelledFor: z.string().nullable(),
      attendance: z.array(
        z.object({
          personId: id.nullable(),
          name: z.string(),
          from: z.string(),
          at: instant,
          by: z.enum(['code', 'chair']),
        }),
      ),
      /** Every version, the newest last. */
      minutes: z.array(z.object({ text: z.string(), at: instant, byName: z.string() })),
      /** The code to show in the room just now; null for whoever is not to show it. */
      code: z.object({ digits: z.string(), scan: z.string(), changesAt: instant }).nullable(),
      canUpdate: z.boolean(),
      canSignIn: z.boolean(),
      canCheckIn: z.boolean(),
      canWriteMinutes: z.boolean(),
    }),
  }),
  listMeetings: query({
    summary: '本人或本部门的联席会：将要开的由近到远，开过的由近到远',
    roles: handlers,
    input: z.strictObject({
      of: z.enum(['mine', 'department']).default('mine'),
      when: z.enum(['ahead', 'past']).default('ahead'),
      cursor,
    }),
    output: z.object({ meetings: z.array(meetingRow), next: cursor, now: instant }),
  }),
  checkInToMeeting: command({
    summary: '扫会场的签到码，或输入六位数字签到',
    roles: handlers,
    input: z.strictObject({
      id,
      /** Six digits, or what the picture says. */
      code: z
        .string({ error: '请输入签到码' })
        .max(200, '签到码不正确')
        .regex(/^(?:\d{6}|meeting:[A-Za-z0-9_-]{1,80}:\d{6})$/, '签到码是六位数字'),
    }),
    output: z.object({ id, at: instant }),
    refusals: {
      ...notNow,
      MEETING_CODE_EXPIRED: '这个签到码已经过期，请扫会场现在显示的码',
      MEETING_CODE_FOREIGN: '这是另一场会议的签到码，请扫这场会议的码',
      MEETING_CODE_WRONG: '签到码不对，请看会场现在显示的六位数字',
      MEETING_TRIED_TOO_OFTEN: '一分钟内试了太多次，请过一分钟再签到，或请主持人代签',
    },
  }),
  signInAttendee: command({
    summary: '主持人代签：没带手机的参会人，或临时到场的人',
    roles: handlers,
    input: z
      .strictObject({
        id,
        personId: id.optional(),
        name: words(20, '姓名').optional(),
        from: words(40, '单位').optional(),
      })
      .refine(({ personId, name }) => (personId === undefined) !== (name === undefined), '请选一位参会人，或写下姓名'),
    output: z.object({ id, attendees: z.number().int() }),
    refusals: {
      ...notNow,
      MEETING_NOT_INVITED: '这个人不在邀请名单里，请写下姓名代签',
      MEETING_FULL: '签到最多 60 人',
    },
  }),
  writeMinutes: command({
    summary: '主持人写会议纪要，改过的每一版都留着',
    roles: handlers,
    input: z.strictObject({ id, text: words(5000, '纪要') }),
    output: z.object({ id, version: z.number().int() }),
    refusals: {
      MEETING_OVER: '会议已经开始、结束或取消，不能再改',
      MEETING_NOT_BEGUN: '会议还没有开始，开始后再写纪要',
      MEETING_MINUTES_FULL: '纪要最多保留 20 版',
    },
  }),
}
