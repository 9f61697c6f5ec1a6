import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { deskParts } from '../../kernel/desk-parts'
import { cursor, id, instant, point } from '../../kernel/shapes'
import { deskFilter } from './desk-shapes'
import { exported, sheetFormat } from './export-shapes'
import { brief } from './shapes'

const deskRoles = ['communityWorker', 'administrator', 'branchSecretary'] as const

/** What the community's desk sees and takes away. */
export const desk = {
  countDesk: query({
    summary: '社区工作台：各类待定的事各有几件，数到 1000 件为止；没有超过的，每个数都等于点开后的列表',
    roles: deskRoles,
    input: z.strictObject({}),
    output: z.object({
      /** `count` is exact unless `isMore`: then there are more than that. */
      parts: z.array(z.object({ part: z.enum(deskParts), count: z.number().int(), isMore: z.boolean() })),
      open: z.number().int(),
      /** There are more open ones than `open`. */
      isOpenMore: z.boolean(),
      /** Likely clusters (相似上报) to be looked at; null for whoever may not merge. */
      clusters: z.number().int().nullable(),
      now: instant,
    }),
  }),
  listDesk: query({
    summary: '工作台的一类待定的事，或某段时间上报的台账；共几件数到 1000 件为止，没有超过的与导出相同',
    roles: deskRoles,
    input: z.strictObject({ filter: deskFilter, cursor }),
    output: z.object({
      /** How many there are in all, exact up to a thousand, as many as an export then writes; only with the first page. */
      total: z.number().int().nullable(),
      /** There are more than `total`; an export says how many. */
      isTotalMore: z.boolean(),
      issues: z.array(brief),
      next: cursor,
      now: instant,
    }),
  }),
  listDeskPins: query({
    summary: '未办结事项在地图上的准确位置，最急的在前，最多 200 件',
    roles: deskRoles,
    input: z.strictObject({}),
    output: z.object({
      pins: z.array(
        z.object({
          id,
          classCode: z.string(),
          className: z.string(),
          placeLabel: z.string(),
          stateName: z.string(),
          urgency: brief.shape.urgency,
          point,
        }),
      ),
      /** Open issues among those read that have no point. */
      withoutPoint: z.number().int(),
      isMore: z.boolean(),
      now: instant,
    }),
  }),
  exportIssues: command({
    summary: '导出筛选出的事项为表格（不含上报人、电话、门牌）；不多的立即好，多的写好后发消息',
    roles: deskRoles,
    input: z.strictObject({ filter: deskFilter, format: sheetFormat }),
    output: exported,
    refusals: {
      EXPORT_EMPTY: '没有符合的事项，不用导出',
      EXPORT_TOO_MANY: '一次最多导出两万件，请缩短起止日期，分段导出',
    },
  }),
  listExports: query({
    summary: '我最近七天的导出，新的在前；写好的附一小时内有效的下载地址',
    roles: deskRoles,
    input: z.strictObject({}),
    output: z.object({ exports: z.array(exported.extend({ url: z.string().nullable() })), now: instant }),
  }),
}
