import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { cursor, id, instant, words } from '../kernel/shapes'
import { relations } from '../kernel/vocabulary'
import { assistances } from './assistance'

/** A number as people keep it on their phones (+86 138 0013 8000), without what only breaks it up; a code keeps its hyphen. */
const plainNumber = (typed: string): string => {
  const number = typed
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u202A-\u202E()]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^(\+|00)86-?/, '')
  return number.startsWith('1') ? number.replaceAll('-', '') : number
}

const phoneNumber = z
  .string()
  .max(40, '请填写 11 位手机号，或带区号的座机号')
  .transform(plainNumber)
  .pipe(z.string().regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, '请填写 11 位手机号，或带区号的座机号'))

const binding = z.object({
  id,
  personName: z.string(),
  householdId: id,
  householdLabel: z.string(),
  relation: z.enum(relations),
  note: z.string(),
  state: z.enum(['pending', 'approved', 'rejected']),
  requestedAt: instant,
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  reason: z.string().nullable(),
})

export const residents = {
  ...assistances,
  listHouseholds: query({
    summary: '一个单元里的门牌号，供绑定住户时选择',
    roles: ['signedIn'],
    input: z.strictObject({ unitId: id }),
    output: z.object({ households: z.array(z.object({ id, name: z.string() })) }),
  }),
  requestBinding: command({
    summary: '申请绑定到一户，等楼长确认',
    roles: ['signedIn'],
    input: z.strictObject({
      householdId: id,
      relation: z.enum(relations, { error: '请选择您与这一户的关系' }),
      name: words(20, '称呼'),
      note: words(200, '说明').optional(),
    }),
    output: z.object({ id, state: z.literal('pending'), approverName: z.string() }),
    refusals: {
      BINDING_ALREADY_BOUND: '您已绑定这一户，不用再次申请',
      BINDING_ALREADY_PENDING: '您有一份申请正在等待确认',
    },
  }),
  listBindings: query({
    summary: '等我确认的住户绑定申请，以及我确认过的',
    roles: ['buildingHead', 'unitHead', 'gridWorker', 'communityWorker', 'administrator'],
    input: z.strictObject({ state: z.enum(['pending', 'decided']).default('pending'), cursor }),
    output: z.object({
      bindings: z.array(
        binding.extend({
          /** Who was entered by name (代报登记) at that door and may be the same person; empty once it is decided. */
          entered: z.array(z.object({ id, name: z.string() })),
        }),
      ),
      next: cursor,
    }),
  }),
  approveBinding: command({
    summary: '楼长确认或退回一份住户绑定申请',
    roles: ['buildingHead', 'unitHead', 'gridWorker', 'communityWorker', 'administrator'],
    input: z.strictObject({
      id,
      approve: z.boolean(),
      reason: words(200, '理由').optional(),
      /** Who was entered by name at that door and is the same person: what was reported for them becomes theirs. */
      enteredId: id.optional(),
    }),
    output: binding,
    refusals: {
      BINDING_ALREADY_DECIDED: '这份申请已经有人处理过了',
      BINDING_REASON_REQUIRED: '退回申请时请写明理由',
      BINDING_OWN_REQUEST: '不能审批自己的申请',
      BINDING_ENTERED_UNKNOWN: '没有找到这位代报登记的人，请刷新后再试',
    },
  }),
  getMyData: query({
    summary: '我的信息：社区保存了我的哪些信息、谁能看、我同意过什么',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({
      now: instant,
      name: z.string(),
      isNewcomer: z.boolean(),
      phone: z.string().nullable(),
      /** Whether those who deal with my issues may ask for my number, and since when. */
      phoneConsent: z.object({ isGiven: z.boolean(), at: instant }).nullable(),
      household: z.object({ id, label: z.string(), relation: z.enum(relations).nullable() }).nullable(),
      dutyPosts: z.array(z.string()),
      counts: z.object({
        issues: z.number().int(),
        bindings: z.number().int(),
        notices: z.number().int(),
        /** Lines of the own points statement. */
        transfers: z.number().int(),
        /** Sessions signed up for, also those given back. */
        signups: z.number().int(),
        checkIns: z.number().int(),
        redemptions: z.number().int(),
        certificates: z.number().int(),
        /** Topics proposed, stood behind, spoken about and voted on (议事). */
        topics: z.number().int(),
        supports: z.number().int(),
        comments: z.number().int(),
        ballots: z.number().int(),
      }),
      /** Whether I am on the ranking of volunteers, and since when I have said so; null while I never said anything. */
      ranking: z.object({ isListed: z.boolean(), at: instant }).nullable(),
      /** Consents (签字征询) with a signature of mine, the last signed first, and how many lines of their logs carry my name. */
      signed: z.array(z.object({ id, title: z.string(), lines: z.int(), lastAt: instant })),
      /** When everything that says who I am goes; null unless I asked for it. */
      leavesAt: instant.nullable(),
    }),
  }),
  listPhoneReads: query({
    summary: '谁在什么时候、为什么看过我的电话，新的在前',
    roles: ['signedIn'],
    input: z.strictObject({ cursor }),
    output: z.object({
      reads: z.array(
        z.object({ id, issueId: id, issueCode: z.string(), personName: z.string(), purpose: z.string(), at: instant }),
      ),
      next: cursor,
      now: instant,
    }),
  }),
  setPhone: command({
    summary: '留下、更改或删除自己的电话，并说明办事的人能不能查看',
    roles: ['signedIn'],
    input: z.strictObject({
      phone: phoneNumber.nullable(),
      isShared: z.boolean(),
    }),
    output: z.object({ phone: z.string().nullable(), isShared: z.boolean() }),
  }),
  leaveHousehold: command({
    summary: '解除自己与住户的绑定，例如搬走了',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({ householdId: z.null() }),
    refusals: { HOUSEHOLD_NOT_BOUND: '您没有绑定住户，不用解除' },
  }),
  deleteAccount: command({
    summary: '申请注销：几天内可以反悔，到期删除能认出本人的信息',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({ leavesAt: instant }),
    refusals: {
      ACCOUNT_HOLDS_POST: '您还在社区任职，请先请社区办理离任，再注销账号',
      ACCOUNT_ALREADY_LEAVING: '您已经申请注销了',
    },
  }),
  keepAccount: command({
    summary: '反悔：撤销注销申请',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({ leavesAt: z.null() }),
    refusals: { ACCOUNT_NOT_LEAVING: '您没有申请注销，账号一切照常' },
  }),
}
