import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { day, id, instant, words } from '../../kernel/shapes'
import { callView, desk, fen, funnelStep } from './shapes'

/** Calls for proposals (征集) and what becomes of them. */
export const calls = {
  listCalls: query({
    summary: '项目征集：什么时候征集、面向哪些党小组和居民小组、专项经费多少、还剩多少',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({
      calls: z.array(callView),
      /** The party groups a call may be made to; for the desk. */
      partyGroups: z.array(z.object({ id, name: z.string() })),
      mayManage: z.boolean(),
      now: instant,
    }),
  }),
  setCall: command({
    summary: '发起或修改一次项目征集',
    roles: desk,
    input: z
      .strictObject({
        /** Left out for a new one. */
        id: id.optional(),
        /** The one that was read and is changed; needed with an id. */
        version: z.int().min(1).optional(),
        title: words(40, '名称'),
        text: words(500, '说明'),
        from: day,
        to: day,
        fundFen: fen,
        partyGroupIds: z.array(id).max(50, '党小组太多'),
        residentGroups: z.array(words(30, '居民小组')).max(100, '居民小组太多'),
      })
      .refine(({ id: known, version }) => (known === undefined) === (version === undefined), {
        path: ['version'],
        error: '请先打开这次征集，看过再改',
      })
      .refine(({ from, to }) => from <= to, { path: ['to'], error: '截止日期不能早于开始日期' })
      .refine(({ partyGroupIds, residentGroups }) => partyGroupIds.length + residentGroups.length > 0, {
        path: ['residentGroups'],
        error: '至少要有一个党小组或居民小组',
      })
      .refine(({ residentGroups }) => new Set(residentGroups).size === residentGroups.length, {
        path: ['residentGroups'],
        error: '居民小组重名了',
      }),
    output: callView,
    refusals: {
      CALL_CHANGED: '您打开以后，这次征集又有人改过，您的修改没有保存。请关上重新打开，看过再改',
      CALL_UNIT_UNKNOWN: '有的党小组不在本社区，请重新选择',
      CALL_UNIT_IN_USE: '有的小组已经提了项目，不能从征集里去掉',
      CALL_FUND_TOO_SMALL: '专项经费不能少于已经立项用去的金额',
    },
  }),
  getFunnel: query({
    summary: '一次征集从提案到决算公示，每一步到了多少、停在那里多少、没有通过多少，总的和各小组的',
    roles: ['signedIn'],
    input: z.strictObject({ callId: id }),
    output: z.object({
      call: callView,
      steps: z.array(funnelStep),
      units: z.array(z.object({ id, name: z.string(), steps: z.array(funnelStep) })),
    }),
  }),
}
