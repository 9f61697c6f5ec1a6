import * as z from 'zod'
import { query } from '../../kernel/capability'
import { cursor, id, instant, point } from '../../kernel/shapes'
import { publicGroups } from '../../kernel/public-groups'
import { issueResults, issueStates } from '../../kernel/vocabulary'
import { photo, projectLink } from './shapes'
import { worksShown } from './works-shapes'

/** Which public issues are wanted; the list and the map take the same. */
const filter = {
  group: z.enum(publicGroups, { error: '没有这一组类别' }).optional(),
  state: z.enum(['open', 'closed'], { error: '只能选办理中或已结束' }).optional(),
}

/** A result stands apart from the state everywhere, so that what has ended never reads as mended. */
const standing = {
  state: z.enum(issueStates),
  stateName: z.string(),
  isOpen: z.boolean(),
  result: z.enum(issueResults).nullable(),
}

const publicBrief = z.object({
  id,
  code: z.string(),
  classCode: z.string(),
  className: z.string(),
  ...standing,
  text: z.string(),
  placeLabel: z.string(),
  gridName: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
  photoCount: z.number().int(),
  /** Metres from the point that was asked about, to the nearest ten; null where nothing was asked. */
  distanceMeters: z.number().int().nullable(),
})
export type PublicBrief = z.infer<typeof publicBrief>

const publicDetail = z.object({
  id,
  code: z.string(),
  classCode: z.string(),
  className: z.string(),
  ...standing,
  text: z.string(),
  place: z.object({ label: z.string(), point: point.nullable() }),
  gridName: z.string().nullable(),
  /** The post that deals with it, never a person. */
  postName: z.string(),
  limitLabel: z.string(),
  dueAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  closedAt: instant.nullable(),
  photos: z.array(photo),
  resultPhotos: z.array(photo),
  works: worksShown.nullable(),
  /** The project that was made of it, once that is public. */
  project: projectLink.nullable(),
  /** How many others reported the same. */
  othersCount: z.number().int(),
  steps: z.array(
    z.object({ at: instant, title: z.string(), to: z.enum(issueStates), postName: z.string().nullable() }),
  ),
  now: instant,
})
export type PublicDetail = z.infer<typeof publicDetail>

const publicPin = z.object({
  id,
  classCode: z.string(),
  className: z.string(),
  ...standing,
  placeLabel: z.string(),
  point,
})
export type PublicPin = z.infer<typeof publicPin>

/** What anybody may read of issues: never who reported, at which door, or who by name is dealing with it. */
export const publicReading = {
  listPublicIssues: query({
    summary: '社区公开事项，最近有进展的在前；给出位置时按远近',
    roles: ['anyone'],
    input: z.strictObject({
      ...filter,
      classCode: z.string().max(40).optional(),
      gridId: id.optional(),
      estateId: id.optional(),
      /** Asks for the nearest instead, in one answer without further pages. */
      near: point.optional(),
      cursor,
    }),
    output: z.object({ issues: z.array(publicBrief), next: cursor, now: instant }),
  }),
  getPublicIssue: query({
    summary: '一件公开事项：内容、地点、进展和结果',
    roles: ['anyone'],
    input: z.strictObject({ id }),
    output: publicDetail,
  }),
  listPublicPins: query({
    summary: '地图上的公开事项：正在办的和最近结束的',
    roles: ['anyone'],
    input: z.strictObject(filter),
    output: z.object({
      pins: z.array(publicPin),
      /** True when there are more than are shown; a narrower choice shows them. */
      isMore: z.boolean(),
      now: instant,
    }),
  }),
}
