import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'

export const sheetFormat = z.enum(['csv', 'xlsx'], { error: '没有这种表格格式' })

/** A table somebody asked for (导出). */
export const exported = z.object({
  id,
  /** `waiting`: a job is writing it; `failed`: it could not be written, and may be asked for again. */
  state: z.enum(['waiting', 'ready', 'failed']),
  name: z.string(),
  /** How many rows are in it, and of what: issues, or months of figures. */
  total: z.number().int(),
  unit: z.enum(['issues', 'months']),
  createdAt: instant,
})
