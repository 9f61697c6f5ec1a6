import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { cellProblems, sheetInput, sheetRefusals } from './sheets'
import { cursor, day, instant, words } from '../kernel/shapes'

const year = z
  .number({ error: '年份必须是数字' })
  .int('年份必须是整数')
  .min(2020, '年份超出范围')
  .max(2100, '年份超出范围')
const calendarDay = z.object({ day, kind: z.enum(['off', 'work']), name: z.string() })
const source = z.enum(['own', 'national', 'missing'])
const deskRoles = ['communityWorker', 'administrator'] as const

const file = { year, ...sheetInput }
const calendarRefusals = { ...sheetRefusals, CALENDAR_YEAR_CLOSED: '只能导入今年和明年的节假日表' } as const

/** What a community sets for itself. */
export const settings = {
  getCalendar: query({
    summary: '某一年的节假日和调休上班日，从哪里来，哪一年还没有表',
    roles: deskRoles,
    input: z.strictObject({ year: year.optional() }),
    output: z.object({
      today: day,
      year,
      /** own: the community's table · national: the one the product brings · missing: weekends only. */
      source,
      days: z.array(calendarDay),
      setAt: instant.nullable(),
      setByName: z.string().nullable(),
      fileName: z.string().nullable(),
      /** The years a table can be brought for. */
      years: z.array(z.object({ year, source })),
      /** The year that staff are warned of, or null. */
      missingYear: year.nullable(),
    }),
  }),
  checkCalendar: query({
    summary: '导入前看一看：哪些格子不对，会增加、去掉、改动哪些日子',
    roles: deskRoles,
    input: z.strictObject(file),
    output: z.object({
      problems: cellProblems,
      days: z.array(calendarDay),
      added: z.array(calendarDay),
      removed: z.array(calendarDay),
      changed: z.array(calendarDay),
      /** Issues still open, whose limits stay as they were told. */
      openIssues: z.number().int(),
    }),
    refusals: calendarRefusals,
  }),
  importCalendar: command({
    summary: '导入一年的节假日表，整张替换；有一格不对就一行也不导入',
    roles: deskRoles,
    input: z.strictObject(file),
    output: z.object({ year, count: z.number().int(), isChanged: z.boolean(), setAt: instant }),
    refusals: { ...calendarRefusals, CALENDAR_ROWS_WRONG: '表里有填得不对的格子，一行也没有导入，请改好再上传' },
  }),
  getSettings: query({
    summary: '本社区的各项设置：现在是多少，平常是多少，能改到多少，是什么意思',
    roles: deskRoles,
    input: z.strictObject({}),
    output: z.object({
      groups: z.array(
        z.object({
          name: z.string(),
          settings: z.array(
            z.object({
              code: z.string(),
              name: z.string(),
              unit: z.string(),
              unitName: z.string(),
              value: z.number().int(),
              /** The number with its unit, as a person reads it. */
              words: z.string(),
              usual: z.number().int(),
              usualWords: z.string(),
              min: z.number().int(),
              max: z.number().int(),
              boundsWords: z.string(),
              meaning: z.string(),
            }),
          ),
        }),
      ),
      canUpdate: z.boolean(),
    }),
  }),
  updateSettings: command({
    summary: '改动设置；有一项超出范围就一项也不改，已经在计时的不受影响',
    roles: ['administrator'],
    input: z.strictObject({
      values: z
        .array(
          z.strictObject({
            code: words(40, '设置项'),
            value: z.number({ error: '请填写数字' }).int('请填写整数'),
          }),
        )
        .min(1, '没有要改的设置')
        .max(100, '一次最多改 100 项')
        .refine((values) => new Set(values.map(({ code }) => code)).size === values.length, '同一项设置写了两次'),
    }),
    output: z.object({ changed: z.number().int() }),
    refusals: { SETTINGS_OUT_OF_BOUNDS: '有的数字不在允许的范围里，一项也没有保存' },
  }),
  listSettingChanges: query({
    summary: '设置的改动记录：谁在什么时候把哪一项从多少改到多少',
    roles: deskRoles,
    input: z.strictObject({ cursor }),
    output: z.object({
      changes: z.array(
        z.object({
          id: z.string(),
          at: instant,
          byName: z.string(),
          lines: z.array(z.object({ name: z.string(), from: z.string(), to: z.string() })),
        }),
      ),
      next: cursor,
      now: instant,
    }),
  }),
}
