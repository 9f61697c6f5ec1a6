import * as z from 'zod'
import { staffGroups } from '../../kernel/staff-groups'
import { day, id } from '../../kernel/shapes'
import { daysBetween } from '../../kernel/time'
import { issueStates } from '../../kernel/vocabulary'
import { deskParts } from '../../kernel/desk-parts'

/** The longest span of a book, in days: what is counted and written out stays bounded by it. */
const spanDaysMax = 366

/**
 * What the desk looks at, on the screen, in a list and in an export alike: what waits for one kind of decision (`part`), or the book
 * (台账) of what was reported from one day to another.
 */
export const deskFilter = z
  .strictObject({
    part: z.enum(deskParts, { error: '没有这一类待定的事' }).optional(),
    from: day.optional(),
    to: day.optional(),
    /** One grid; null for what lies in none; absent for all. */
    gridId: id.nullable().optional(),
    group: z.enum(staffGroups, { error: '没有这一组类别' }).optional(),
    state: z.enum(issueStates, { error: '没有这种状态' }).optional(),
  })
  .refine(({ part, from, to }) => part !== undefined || (from !== undefined && to !== undefined), {
    error: '请选择起止日期',
    path: ['from'],
  })
  .refine(({ part, from, to, state }) => part === undefined || (from ?? to ?? state) === undefined, {
    error: '看待定的事时不分日期和状态',
    path: ['part'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: '起始日期不能晚于截止日期',
    path: ['to'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || daysBetween(from, to) < spanDaysMax, {
    error: '起止日期最多相差一年，请分段查看',
    path: ['to'],
  })
export type DeskFilter = z.infer<typeof deskFilter>
