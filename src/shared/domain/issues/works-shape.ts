import * as z from 'zod'
import { day, fileId } from '../../kernel/shapes'

/**
 * Works (整治工程) done for an issue: from which day to which, how large, and how the same spots looked before and after. `endOn` null while
 * they go on.
 */
export const worksShape = z.object({
  what: z.string(),
  startOn: day,
  endOn: day.nullable(),
  areaSquareMeters: z.number().nullable(),
  pairs: z.array(z.object({ spot: z.string(), beforeId: fileId, afterId: fileId.nullable() })),
})
export type Works = z.infer<typeof worksShape>

/** Every photo of some works. */
export const filesOfWorks = (works: Works | null | undefined): string[] =>
  (works?.pairs ?? []).flatMap(({ beforeId, afterId }) => [beforeId, ...(afterId ? [afterId] : [])])
