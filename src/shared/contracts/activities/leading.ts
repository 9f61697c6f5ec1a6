import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { participationView, standing } from './shapes'

const staff = ['communityWorker', 'gridWorker', 'buildingHead', 'administrator'] as const

/** What a leader (带队人) does: shows the code, looks at the roster, and agrees to what waits for them. */
export const leading = {
  getRoster: query({
    summary: '带队人的现场屏幕：每半分钟换一次的签到码、已签到的人、等确认的人',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: z.object({
      id,
      title: z.string(),
      startsAt: instant,
      endsAt: instant,
      now: instant,
      /** null outside the hours of checking in. */
      code: z.object({ digits: z.string(), scan: z.string(), changesAt: instant }).nullable(),
      /** From when on people may check in. */
      checkInFrom: instant,
      isCancelled: z.boolean(),
      canCancel: z.boolean(),
      signedUp: z.int(),
      present: z.int(),
      rows: z.array(
        z.object({
          personId: id,
          name: z.string(),
          standing,
          children: z.array(z.string()),
          participation: participationView.nullable(),
          canDecide: z.boolean(),
        }),
      ),
    }),
  }),
  signInVolunteer: command({
    summary: '带队人代签没带手机的人；先记荣誉时长，由另一个人确认后计分',
    roles: ['resident'],
    input: z.strictObject({ id, personId: id }),
    output: participationView,
    refusals: {
      SESSION_CANCELLED: '这一场已经取消了',
      SESSION_SETTLED: '这一场已经结算，不能再改',
      NOT_SIGNED_UP: '他没有报名这一场',
      STILL_WAITING: '他还在候补',
      CHECK_IN_NOT_NOW: '现在不在这一场的签到时间里',
      CHECKED_IN_ELSEWHERE: '他在另一场还没有签退',
      OWN_PARTICIPATION: '自己的签到请由另一个人办理',
    },
  }),
  decideParticipation: command({
    summary: '确认或不确认一个人的签到；不能确认自己的',
    roles: ['resident'],
    input: z.strictObject({
      id,
      isConfirmed: z.boolean({ error: '请选择是否确认' }),
      reason: words(200, '原因').optional(),
    }),
    output: participationView,
    refusals: {
      NOTHING_TO_DECIDE: '这次签到不需要确认',
      OWN_PARTICIPATION: '自己的签到请由另一个人办理',
      SECOND_PERSON_NEEDED: '您登记的签到要由另一个人确认',
      ALREADY_DECIDED: '已经有人确认过了，请刷新后再看',
      SESSION_SETTLED: '这一场已经结算，不能再改',
      REASON_MISSING: '请写明原因',
    },
  }),
  listUndecided: query({
    summary: '等人确认的签到，旧的在前',
    roles: staff,
    input: z.strictObject({ cursor }),
    output: z.object({
      participations: z.array(participationView.extend({ canDecide: z.boolean() })),
      next: cursor,
    }),
  }),
  cancelSession: command({
    summary: '取消一场活动，写明原因，通知所有报名的人',
    roles: ['resident'],
    input: z.strictObject({ id, reason: words(200, '原因') }),
    output: z.object({ id, told: z.int() }),
    refusals: { SESSION_BEGUN: '已经开始，不能取消' },
  }),
}
