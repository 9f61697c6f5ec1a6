import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { assistingRoles } from '../kernel/roles'
import { cursor, id, instant, words } from '../kernel/shapes'

const assistance = z.object({
  id,
  forName: z.string(),
  householdId: id.nullable(),
  householdLabel: z.string().nullable(),
  /** False: the resident has never opened the app, so tell them by word of mouth. */
  hasSignedIn: z.boolean(),
  purpose: z.string(),
  startedAt: instant,
  endsAt: instant,
  isOn: z.boolean(),
  issues: z.array(z.object({ id, code: z.string() })),
})

/** Reporting for a resident who cannot (代为上报). */
export const assistances = {
  listAssistable: query({
    summary: '代报前找人：按姓名或门牌找自己负责范围里的居民，只有姓名和住处',
    roles: assistingRoles,
    input: z
      .strictObject({ search: words(20, '姓名').optional(), householdId: id.optional() })
      .refine(({ search, householdId }) => (search === undefined) !== (householdId === undefined), {
        path: ['search'],
        error: '请写姓名，或选门牌号',
      }),
    output: z.object({
      people: z.array(z.object({ personId: id, name: z.string(), householdLabel: z.string().nullable() })),
      /** True when there are more than are shown: type more of the name. */
      isCut: z.boolean(),
    }),
  }),
  beginAssistance: command({
    summary: '开始代报：30 分钟里以居民的名义上报，留下是谁代的',
    roles: assistingRoles,
    input: z
      .strictObject({
        personId: id.optional(),
        householdId: id.optional(),
        name: words(20, '居民姓名').optional(),
        purpose: words(100, '为什么代报'),
      })
      .refine(({ personId, householdId, name }) => (personId ? !householdId && !name : householdId && name), {
        path: ['name'],
        error: '请选一位居民，或选门牌号并写下姓名',
      }),
    output: assistance,
    refusals: { ASSISTANCE_SELF: '给自己上报不用代报，直接点“上报”就行' },
  }),
  endAssistance: command({
    summary: '结束代报',
    roles: assistingRoles,
    input: z.strictObject({ id }),
    output: assistance,
  }),
  listAssistances: query({
    summary: '我的代报：正在进行的和以前的，各报了哪些事，新的在前',
    roles: assistingRoles,
    input: z.strictObject({ cursor }),
    output: z.object({ assistances: z.array(assistance), next: cursor, now: instant }),
  }),
}
