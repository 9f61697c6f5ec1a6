import * as z from 'zod'
import { conflictRules, matters } from '../../kernel/consents'
import { command, query } from '../../kernel/capability'
import { sampleMin } from '../../kernel/percent'
import { id, instant, words } from '../../kernel/shapes'
import { board, consentHead, openRefusals, outOfScope, result } from './shapes'

const desk = ['communityWorker', 'administrator'] as const
const idsMax = 2000

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

/** What the desk does: open, keep an eye on the sums, close, publish. It never learns what one household said. */
export const deskSide = {
  openConsent: command({
    summary: '发起一次签字征询：问什么、问哪些户、意见怎么算、什么时候截止；户册随即冻结',
    roles: desk,
    input: z.strictObject({
      title: words(60, '标题'),
      question: words(2000, '征询内容'),
      matter: z.enum(matters, { error: '请选择一般事项或重大事项' }),
      rule: z.enum(conflictRules, { error: '请选择纸质和网上意见不同时以哪个为准' }),
      isProgressPublic: z.boolean({ error: '请选择截止前公不公开进度' }),
      closesAt: instant,
      scope: z.strictObject({
        kind: z.enum(['buildings', 'units', 'households'], { error: '请选择按楼、按单元还是按户' }),
        ids: z.array(id).min(1, '请选择要征询的范围').max(idsMax, '范围太大').refine(distinct, '范围里有重复'),
      }),
      groups: z
        .array(
          z.strictObject({
            kind: z.enum(['buyer', 'unsold'], { error: '请选择同一买受人或未售未交付' }),
            householdIds: z.array(id).min(1, '请选择住户').max(idsMax, '户数太多').refine(distinct, '住户重复了'),
          }),
        )
        .max(200, '组数太多')
        .refine((groups) => groups.filter(({ kind }) => kind === 'unsold').length <= 1, '未售和未交付的合在一组里')
        .default([]),
      /** Sworn counters (监票人), at least two or none. */
      counterIds: z
        .array(id)
        .max(5, '监票人最多 5 位')
        .refine(distinct, '监票人重复了')
        .refine((ids) => ids.length !== 1, '监票人至少要两位')
        .default([]),
    }),
    output: consentHead,
    refusals: {
      CONSENT_SCOPE_UNKNOWN: '范围里有不存在的楼、单元或住户，请刷新后再选',
      CONSENT_SCOPE_EMPTY: '选择的范围里没有住户',
      CONSENT_SCOPE_TOO_SMALL: `范围里不到 ${sampleMin} 户：户数太少，公布的票数会让人看出是谁家答的`,
      CONSENT_AREA_INVALID: '范围里有面积是零或负数的住户，请先更正户册',
      CONSENT_GROUPS_OVERLAP: '有住户被算进了两个买受人，或不在范围里',
      COUNTER_UNKNOWN: '监票人里有不是本社区的人，请重新选择',
      CONSENT_CLOSES_TOO_SOON: '截止时间至少要在一天以后',
      CONSENT_CLOSES_TOO_LATE: '截止时间不能超过一百八十天',
    },
  }),
  getConsentBoard: query({
    summary: '征询看板：总数和各楼的参与率、同意率，每日曲线，民法典第二百七十八条口径的数字',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: consentHead.extend({
      /** null for the desk while progress is withheld until the close, from the desk too. */
      board: board.nullable(),
      isDesk: z.boolean(),
      /** Whether I am one of its sworn counters, and who they are. */
      isCounter: z.boolean(),
      counterNames: z.array(z.string()),
      /** How many are contacted, or could not be reached, of those without an answer; null for others than the desk, and while withheld. */
      contacted: z.int().nullable(),
      unreachable: z.int().nullable(),
      /** How few more agree than three days ago, in the last three days, where it is under one in a hundred; else null. */
      standstill: z.int().nullable(),
      conflicts: z.int().nullable(),
      result: result.nullable(),
      now: instant,
    }),
    refusals: {
      CONSENT_PROGRESS_WITHHELD: '这次征询说好截止前不公开进度，请等结果公布',
      CONSENT_NOT_OPEN: '户册还在冻结，征询还没有开始，请稍等一会儿',
    },
  }),
  getContact: query({
    summary: '一户的联系人是谁：收到的纸质签字交给谁录入',
    roles: desk,
    input: z.strictObject({ id, householdId: id }),
    output: z.object({ label: z.string(), name: z.string(), phone: z.string().nullable(), isMe: z.boolean() }),
    refusals: outOfScope,
  }),
  listContacts: query({
    summary: '这次征询的联系人，离任和请假的排在前面；不列各人还剩几户',
    roles: desk,
    input: z.strictObject({ id }),
    output: z.object({
      contacts: z.array(
        z.object({
          personId: id,
          name: z.string(),
          /** The post they do it in; null once they have none. */
          roleName: z.string().nullable(),
          isGone: z.boolean(),
          isOnLeave: z.boolean(),
        }),
      ),
    }),
  }),
  reassignContacts: command({
    summary: '联系人离任或忙不过来：把他名下的住户平均分给别人，新的联系人会收到消息',
    roles: desk,
    input: z.strictObject({ id, personId: id }),
    output: z.object({ moved: z.int() }),
    refusals: {
      ...openRefusals,
      CONTACT_ALONE: '这些住户没有别的联系人可分，请先任命楼长、单元长或网格员',
    },
  }),
  closeConsent: command({
    summary: '提前截止一次征询，写明原因，随结果一起公布；随即从原始记录复核',
    roles: desk,
    input: z.strictObject({ id, reason: words(200, '提前截止的原因') }),
    output: consentHead,
    refusals: {
      CONSENT_NOT_OPEN: '户册还在冻结，征询还没有开始，请稍等一会儿',
      CONSENT_ALREADY_CLOSED: '这次征询已经截止了',
    },
  }),
  publishConsent: command({
    summary: '公布复核后的结果和签名的根',
    roles: desk,
    input: z.strictObject({ id }),
    output: consentHead,
    refusals: {
      CONSENT_NOT_COUNTED: '还没有复核完，暂时不能公布',
      CONSENT_ALREADY_PUBLISHED: '结果已经公布了',
    },
  }),
  exportConsent: query({
    summary: '下载复核用的意见日志和户意见表：户号加盐，不含门牌、姓名、时间和面积',
    roles: desk,
    input: z.strictObject({ id }),
    output: z.object({
      url: z.string(),
      name: z.string(),
      /** The same answers, one row a household, for a spreadsheet. */
      tableUrl: z.string(),
      tableName: z.string(),
      root: z.string(),
      words: z.string(),
    }),
    refusals: { CONSENT_NOT_COUNTED: '还没有复核完，暂时不能下载' },
  }),
}
