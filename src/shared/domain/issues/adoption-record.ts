import * as z from 'zod'
import { day, fileId, id, instant, point } from '../../kernel/shapes'
import { partyShape } from './party'

/** Who can adopt a plot (认养). */
export const adopterKinds = ['person', 'household', 'localUnit', 'community'] as const
/** The most notes of upkeep an adoption shows; older ones are counted. */
export const upkeepShownMax = 60
/** An adoption runs at most this many days at a time. */
export const adoptionDaysMax = 1095

/** One note that the duty was done. */
export const upkeepShape = z.object({
  at: instant,
  /** A private person stands only in `adopter`, so that leaving takes the name out of one place. */
  by: z.enum(['adopter', 'staff', 'volunteer']),
  /** Of staff, in whose post it was done. */
  byName: z.string().nullable(),
  text: z.string(),
  fileIds: z.array(fileId),
})
export type Upkeep = z.infer<typeof upkeepShape>

/**
 * An adoption (绿地认养): somebody looks after a plot for a time. `active` while they do; `lapsed` once the time is over or the duty was missed
 * twice in a row, and `ended` when it was given up: from then on the community looks after it, and `custodian` says who by name.
 */
export const adoptionRecord = z.object({
  _id: id,
  communityId: id,
  /** The closed issue it grew from. */
  issueId: id.nullable(),
  issueCode: z.string().nullable(),
  plot: z.object({
    name: z.string(),
    place: z.string(),
    point: point.nullable(),
    areaSquareMeters: z.number().nullable(),
    fileIds: z.array(fileId),
  }),
  adopter: z.object({
    kind: z.enum(adopterKinds),
    /** Who speaks for it and is reminded; null for the community. */
    personId: id.nullable(),
    householdId: id.nullable(),
    name: z.string(),
    /** Whether a private person agreed to be named to everybody. */
    isNamed: z.boolean(),
  }),
  /** What is to be done, `times` in every `everyDays` days. */
  duty: z.object({ what: z.string(), times: z.number().int(), everyDays: z.number().int() }),
  from: day,
  to: day,
  state: z.enum(['active', 'lapsed', 'ended']),
  /** Why it is no longer with the adopter. */
  endReason: z.string().nullable(),
  custodian: partyShape.nullable(),
  upkeep: z.array(upkeepShape),
  upkeepCount: z.number().int(),
  lastUpkeepOn: day.nullable(),
  /** True once the adopter was reminded of the end of this period. */
  isReminded: z.boolean(),
  /** The next day on which a job has to look at it; null once it is no longer with the adopter. */
  nextOn: day.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Adoption = z.infer<typeof adoptionRecord>
