import * as z from 'zod'
import { day, fileId } from '../../kernel/shapes'

const shownPhoto = z.object({ id: fileId, url: z.string() })

/** Works (整治工程) as they are shown: how many days they took, both ends counted, and the same spots before and after. */
export const worksShown = z.object({
  what: z.string(),
  startOn: day,
  endOn: day.nullable(),
  days: z.number().int(),
  areaSquareMeters: z.number().nullable(),
  pairs: z.array(z.object({ spot: z.string(), before: shownPhoto, after: shownPhoto.nullable() })),
})
export type WorksShown = z.infer<typeof worksShown>
