import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { noticeDaysMin } from '../../kernel/notice-days'
import { cursor, day, fileId, id, instant, words } from '../../kernel/shapes'
import { textChecks } from '../../kernel/text-checks'
import { photoRefusals } from '../files'
import { worksShown } from '../issues/works-shapes'
import {
  budgetLine,
  desk,
  fen,
  moneySource,
  moneySum,
  projectMove,
  projectRow,
  projectState,
  shareRule,
  sites,
} from './shapes'

/** The most spots of which works show how they looked before and after. */
const pairsMax = 6

const projectView = projectRow.extend({
  text: z.string(),
  callId: id.nullable(),
  callTitle: z.string().nullable(),
  /** The issue it grew from, where the caller may see that: whole, or as everybody sees it. */
  issue: z.object({ id, code: z.string(), isPublicView: z.boolean() }).nullable(),
  /** Who proposed it; told to the desk only. */
  proposerName: z.string().nullable(),
  /** What the content check makes of the words (内容安全检测); told to whoever screens them and whoever wrote them. */
  textCheck: z.enum(textChecks).nullable(),
  ownerName: z.string().nullable(),
  resolution: z.object({ sentence: z.string(), dueOn: day }).nullable(),
  noticeUntil: day.nullable(),
  lines: z.array(budgetLine),
  total: moneySum,
  sources: z.array(moneySum.extend({ source: moneySource })),
  works: worksShown.nullable(),
  sites: z.array(sites.element.extend({ name: z.string() })),
  history: z.array(
    z.object({
      move: projectMove.nullable(),
      state: projectState,
      at: instant,
      byName: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
  /** The self-funding, how far it has come; null without one or while it is a draft that is not the caller's to see. */
  funding: z
    .object({
      state: z.enum(['draft', 'open']),
      rule: shareRule,
      totalFen: fen,
      treasurerName: z.string(),
      /** For the desk, which may name another. */
      treasurerId: id.nullable(),
      households: z.int(),
      /** Whole percent of what is due, in steps too wide to tell what one household paid; null of fewer than five. */
      collectedPercent: z.int().nullable(),
      buildingIds: z.array(id),
      /** Whether the caller's household has a share in it. */
      isMine: z.boolean(),
      isTreasurer: z.boolean(),
    })
    .nullable(),
  moves: z.array(projectMove),
  mayRun: z.boolean(),
  mayKeepWorks: z.boolean(),
  isMine: z.boolean(),
  now: instant,
})

/** Proposing, reading and running projects. */
export const running = {
  proposeProject: command({
    summary: '提出一个项目：写清想做什么、在哪里；初审通过后公开',
    roles: ['resident'],
    input: z.strictObject({
      /** Left out by the desk for a project beside any call. */
      callId: id.optional(),
      unitId: id.optional(),
      /** The issue out of which the desk makes it. */
      issueId: id.optional(),
      title: words(40, '名称'),
      text: words(1000, '说明'),
    }),
    output: projectRow,
    refusals: {
      CALL_CLOSED: '这次征集还没有开始或已经截止',
      CALL_UNIT_UNKNOWN: '请选择这次征集里的一个小组',
      CALL_MISSING: '请选择一次征集；不参加征集的项目由社区登记',
      PROJECTS_TOO_MANY: '您今天提的项目够多了，请明天再来',
      ISSUE_NOT_FOR_PROJECT: '这件事已经并入另一件、已经撤回，或是不公开的一类，不能立成项目',
      ISSUE_HAS_PROJECT: '这件事已经立过项目，请在事项页面打开',
    },
  }),
  findSimilarProjects: query({
    summary: '正在写的提案像哪几个已经公开的项目，最多三个',
    roles: ['signedIn'],
    input: z.strictObject({ typed: words(1100, '内容') }),
    output: z.object({ projects: z.array(projectRow) }),
  }),
  listProjects: query({
    summary: '社区项目：公开的、我提的，或社区工作人员要办的，新的在前',
    roles: ['signedIn'],
    input: z.strictObject({ part: z.enum(['public', 'mine', 'desk']), state: projectState.optional(), cursor }),
    output: z.object({ projects: z.array(projectRow), next: cursor, now: instant }),
  }),
  getProject: query({
    summary: '一个项目：走到哪一步、做了什么、前后对比、钱从哪来花到哪',
    roles: ['signedIn'],
    input: z.strictObject({ id }),
    output: projectView,
  }),
  moveProject: command({
    summary: '把项目往下走一步：初审、决议、公示、立项、开工、验收、公布决算，或不采纳、撤回',
    roles: ['resident'],
    input: z.strictObject({
      id,
      move: projectMove,
      sentence: words(500, '说明').optional(),
      /** Who answers for the resolution. */
      ownerId: id.optional(),
      /** Until when the resolution is carried out, or the last day of the notice. */
      until: day.optional(),
    }),
    output: projectRow,
    refusals: {
      PROJECT_NOT_SO_FAR: '项目现在的状态不能走这一步，请刷新看看',
      SENTENCE_MISSING: '请写一句说明',
      WORDS_RISKY: '内容检查判定有风险，不能公开；可以不采纳，并说明原因',
      RESOLUTION_WITHOUT_OWNER: '决议要有负责人，请指定一位',
      RESOLUTION_DUE_UNFIT: `决议要有办完的日期；项目还要公示 ${noticeDaysMin} 天，请选公示期满以后的一天`,
      OWNER_UNFIT: '负责人必须是本社区登记的人',
      PROJECT_WITHOUT_BUDGET: '还没有预算，填好预算再公示',
      NOTICE_TOO_SHORT: `公示至少 ${noticeDaysMin} 天`,
      NOTICE_PAST_DUE: '公示要在决议办完的日期以前期满，请选早一点的日子',
      NOTICE_NOT_OVER: '公示还没有期满，期满第二天才能立项',
      CALL_FUND_EXCEEDED: '专项经费不够了，请调整预算或征集的经费',
      WORKS_NOT_BEGUN: '还没有填开工日期，或开工日期还没到',
      WORKS_NOT_FINISHED: '还没有完工：要有完工日期，每栋楼的进度都到 100%',
      ACCEPTED_BY_OWNER: '负责人不能自己验收，请另一位工作人员验收',
      FINAL_ACCOUNT_INCOMPLETE: '有的预算项还没有决算金额',
      SPENDING_NOT_CONFIRMED: '决算用了居民自筹的钱，要由自筹的经办人在“经办自筹”里核对、确认这个数，才能公布',
      SPENDING_NOT_COLLECTED: '没有通过小程序收过居民自筹的钱，决算里居民自筹的金额只能填 0',
    },
  }),
  setBudget: command({
    summary: '填写预算：用途、资金来源、计划金额；开工后填决算金额',
    roles: desk,
    input: z.strictObject({ id, lines: z.array(budgetLine).min(1, '至少填一项').max(40, '预算项太多') }),
    output: z.object({ total: moneySum }),
    refusals: {
      BUDGET_FROZEN: '公示过的预算不能改，只能填决算金额',
      BUDGET_COLLECTED: '自筹已经按这个数开始缴款，预算里居民自筹的合计不能再改',
      FINAL_ACCOUNT_TOO_EARLY: '开工以后才能填决算金额',
    },
  }),
  setWorks: command({
    summary: '记录施工：开工完工、面积、同一处的前后照片、每栋楼的进度和权重',
    roles: ['resident'],
    input: z
      .strictObject({
        id,
        /** When the project was last changed, as it was read (`updatedAt`). */
        seenAt: instant,
        what: words(200, '做了什么'),
        startOn: day,
        endOn: day.optional(),
        areaSquareMeters: z
          .number({ error: '面积必须是数字' })
          .positive('面积须大于 0')
          .max(1_000_000, '面积太大')
          .optional(),
        /** Each photo is new, or one the project shows already. */
        pairs: z
          .array(z.strictObject({ spot: words(40, '拍的是哪里'), beforeId: fileId, afterId: fileId.optional() }))
          .max(pairsMax, `最多 ${pairsMax} 组前后照片`),
        sites,
      })
      .refine(
        ({ pairs }) => {
          const all = pairs.flatMap(({ beforeId, afterId }) => [beforeId, ...(afterId ? [afterId] : [])])
          return new Set(all).size === all.length
        },
        { path: ['pairs'], error: '照片重复了' },
      )
      .refine(({ pairs }) => new Set(pairs.map(({ spot }) => spot)).size === pairs.length, {
        path: ['pairs'],
        error: '同一处只能有一组前后照片',
      }),
    output: z.object({ days: z.int(), progressTenths: z.int().nullable() }),
    refusals: {
      ...photoRefusals,
      WORKS_CHANGED: '您打开以后，这个项目又有人改过，您这次填的没有保存。请关上重新打开，看过再改',
      WORKS_NOT_NOW: '立项以后、验收以前才能记录施工',
      WORKS_DAYS_UNFIT: '日期不对：完工不能早于开工，也不能晚于今天',
      BUILDING_UNKNOWN: '有的楼不在本社区，请重新选择',
    },
  }),
  listCandidates: query({
    summary: '按完整姓名找可以负责项目或经办自筹的人',
    roles: desk,
    input: z.strictObject({ name: words(20, '姓名') }),
    output: z.object({ people: z.array(z.object({ personId: id, name: z.string(), note: z.string() })) }),
  }),
}
