import * as z from 'zod'
import { day, fileId, id, instant, point, role, scope } from '../../kernel/shapes'

/** [longitude, latitude] in GCJ-02, closed: the last pair repeats the first. */
const ring = z.array(z.tuple([z.number(), z.number()]))

/**
 * The tenant (社区). Its duty post is held by postings `communityWorker` in the community's scope; `dutyPersonIds` are those
 * who take what nobody else can, and one of them must always be present.
 */
export const communityRecord = z.object({
  _id: id,
  name: z.string(),
  dutyDesk: z.object({ name: z.string(), phone: z.string(), hours: z.string() }),
  dutyPersonIds: z.array(id),
  centre: point,
})
export type Community = z.infer<typeof communityRecord>

export const estateRecord = z.object({
  _id: id,
  communityId: id,
  name: z.string(),
  order: z.number(),
  gridIds: z.array(id),
  centre: point,
})
export type Estate = z.infer<typeof estateRecord>

/** A building (楼) with its units (单元): units have no life of their own, so they live inside. */
export const buildingRecord = z.object({
  _id: id,
  communityId: id,
  estateId: id,
  gridId: id,
  name: z.string(),
  order: z.number(),
  centre: point,
  units: z.array(z.object({ id, name: z.string() })),
})
export type Building = z.infer<typeof buildingRecord>

/** A property unit (专有部分), vacant or not. */
export const householdRecord = z.object({
  _id: id,
  communityId: id,
  estateId: id,
  buildingId: id,
  unitId: id,
  name: z.string(),
  order: z.number(),
  isVacant: z.boolean(),
  areaSquareMeters: z.number(),
})
export type Household = z.infer<typeof householdRecord>

/**
 * A grid (网格): an outline with holes, the party group that serves it, and its neighbours with the length of the shared
 * border in metres, longest first.
 */
export const gridRecord = z.object({
  _id: id,
  communityId: id,
  number: z.number().int(),
  name: z.string(),
  groupId: id,
  rings: z.array(ring),
  centre: point,
  neighbours: z.array(z.object({ gridId: id, borderMeters: z.number() })),
})
export type Grid = z.infer<typeof gridRecord>

/** A node of the party tree (党总支 片区党支部 网格党小组 党员中心户). */
export const partyNodeRecord = z.object({
  _id: id,
  communityId: id,
  kind: z.enum(['generalBranch', 'branch', 'group', 'hub']),
  name: z.string(),
  parentId: id.nullable(),
  householdId: id.optional(),
})
export type PartyNode = z.infer<typeof partyNodeRecord>

export const departmentRecord = z.object({ _id: id, communityId: id, name: z.string() })
export type Department = z.infer<typeof departmentRecord>

/**
 * A person's term in a post (任职), from a day to a day, both included. `standInId` acts while the holder is
 * away, or after the term until somebody else is appointed.
 */
export const postingRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  role,
  scope,
  departmentId: id.optional(),
  from: day,
  to: day.optional(),
  standInId: id.optional(),
})
export type PostingRecord = z.infer<typeof postingRecord>

/** A leave (请假): days off, both included, and who acts meanwhile. */
export const leaveShape = z.object({ from: day, to: day, standInId: id })
export type Leave = z.infer<typeof leaveShape>

/**
 * A person. `openid` ties them to a WeChat identity; absent for those entered by staff who have never signed in.
 * `dutyPhone` is public, `phone` is private and never leaves the server unmasked.
 */
export const personRecord = z.object({
  _id: id,
  communityId: id,
  openid: z.string().optional(),
  name: z.string(),
  phone: z.string().optional(),
  /** Whether those who deal with their issues may ask for `phone`, and since when the person has said so. */
  phoneConsent: z.object({ isGiven: z.boolean(), at: instant }).optional(),
  dutyPhone: z.string().optional(),
  avatarFileId: fileId.optional(),
  householdId: id.optional(),
  leave: leaveShape.optional(),
  isNewcomer: z.boolean().optional(),
  /** Entered by name at a door by somebody in office (代报登记), without an identity of their own. */
  isEntered: z.boolean().optional(),
  /** The account that an entered person turned out to be; a job gives it what was reported in their name. */
  joinsInto: id.optional(),
  /** Set while somebody has asked to leave: when everything that says who they are goes. */
  leavesAt: instant.optional(),
})
export type Person = z.infer<typeof personRecord>

/**
 * A posting together with its holder and the people who stand in, as one query brings them: `standIn` for the holder's leave,
 * else for the post; `postStandIn` for the post, wanted where a term has ended and a leave of its holder is on record too.
 */
export interface Holder {
  posting: PostingRecord
  person: Person
  standIn?: Person | undefined
  postStandIn?: Person | undefined
  /** Every posting those two ever held: only somebody still in a post of the role stands in. */
  standInPostings?: readonly PostingRecord[] | undefined
}
