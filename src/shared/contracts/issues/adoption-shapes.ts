import * as z from 'zod'
import { day, fileId, id, instant, point } from '../../kernel/shapes'

/** An adoption (认养) as a row of a list. */
export const adoptionRow = z.object({
  id,
  name: z.string(),
  place: z.string(),
  areaSquareMeters: z.number().nullable(),
  adopterKind: z.enum(['person', 'household', 'localUnit', 'community']),
  /** The body, or a private person only where they agreed or the reader keeps the register. */
  adopterName: z.string(),
  dutyWords: z.string(),
  from: day,
  to: day,
  state: z.enum(['active', 'lapsed', 'ended']),
  lastUpkeepOn: day.nullable(),
})
export type AdoptionRow = z.infer<typeof adoptionRow>

const shownPhoto = z.object({ id: fileId, url: z.string() })

/** The whole of it, as the caller may see it. */
export const adoptionDetail = adoptionRow.extend({
  point: point.nullable(),
  issueId: id.nullable(),
  issueCode: z.string().nullable(),
  photos: z.array(shownPhoto),
  endReason: z.string().nullable(),
  /** Who of the community looks after it since it is no longer with its adopter. */
  custodian: z.object({ name: z.string(), roleName: z.string(), dutyPhone: z.string().nullable() }).nullable(),
  upkeepCount: z.number().int(),
  upkeepToday: z.number().int(),
  /** The latest notes, the newest first; for those who keep the plot. */
  upkeep: z.array(z.object({ at: instant, byName: z.string(), text: z.string(), photos: z.array(shownPhoto) })),
  canNote: z.boolean(),
  canRenew: z.boolean(),
  canEnd: z.boolean(),
  now: instant,
})
export type AdoptionDetail = z.infer<typeof adoptionDetail>
