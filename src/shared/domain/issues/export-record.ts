import * as z from 'zod'
import type { desk } from '../../contracts/issues/desk'
import { deskFilter } from '../../contracts/issues/desk-shapes'
import type { OutputOf } from '../../kernel/capability'
import { fileId, id, instant } from '../../kernel/shapes'

/**
 * A table (导出) somebody asked for. The file lies in storage under an address only its asker is given; both go after seven days.
 * `reads`: by what the query was narrowed for its asker when they asked, for the job that writes a long one.
 */
export const exportRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  /** What of the issues it holds; absent for a table of something else, which is never left to a job. */
  filter: deskFilter.optional(),
  /** What its rows are; absent for issues. */
  unit: z.enum(['issues', 'months']).optional(),
  format: z.enum(['csv', 'xlsx']),
  state: z.enum(['waiting', 'ready', 'failed']),
  name: z.string(),
  total: z.number().int(),
  fileId: fileId.nullable(),
  /** How often a job has tried to write it. */
  tries: z.number().int(),
  createdAt: instant,
})
export type Export = z.infer<typeof exportRecord>

/** A table as whoever asked for it is told of it. */
export const exportView = ({
  _id,
  state,
  name,
  total,
  unit = 'issues',
  createdAt,
}: Export): OutputOf<typeof desk.exportIssues> => ({
  id: _id,
  state,
  name,
  total,
  unit,
  createdAt,
})

/** How long an export is kept. */
export const exportDays = 7
/** The most that is written while its asker waits; what is longer, a job writes. */
export const atOnceMax = 2000
/** The most one export holds. */
export const exportedMax = 20_000
/** How often a job tries before it gives up. */
export const triesMax = 3
