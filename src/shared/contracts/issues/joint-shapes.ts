import * as z from 'zod'
import { jointActNames } from '../../kernel/joint-words'
import { day, fileId, id, instant } from '../../kernel/shapes'

/** Somebody with a part in an issue, as others see them. */
export const participant = z.object({
  personId: id,
  name: z.string(),
  roleName: z.string(),
  departmentName: z.string().nullable(),
  dutyPhone: z.string().nullable(),
})

export const commitmentRow = z.object({
  id,
  issueId: id,
  issueCode: z.string(),
  classCode: z.string(),
  what: z.string(),
  owner: participant,
  dueOn: day,
  /** 'open' may be overdue. */
  state: z.enum(['open', 'overdue', 'done', 'dropped']),
  sentence: z.string().nullable(),
  photos: z.array(z.object({ id: fileId, url: z.string() })),
  movedFrom: day.nullable(),
  endedAt: instant.nullable(),
  canComplete: z.boolean(),
  canPostpone: z.boolean(),
  canDrop: z.boolean(),
})
export type CommitmentRow = z.infer<typeof commitmentRow>

export const meetingRow = z.object({
  id,
  issueId: id,
  issueCode: z.string(),
  classCode: z.string(),
  number: z.number().int(),
  startsAt: instant,
  place: z.string(),
  chairName: z.string(),
  state: z.enum(['ahead', 'open', 'over', 'cancelled']),
  hasMinutes: z.boolean(),
})
export type MeetingRow = z.infer<typeof meetingRow>

/** What joint handling (联合办理) adds to an issue's detail, as the caller may see it. */
export const jointDetail = z.object({
  /** Who leads, where it is not the owner. */
  lead: participant.nullable(),
  helpers: z.array(participant.extend({ task: z.string() })),
  bounces: z.number().int(),
  /** Until when the community has to decide who it is. */
  decisionDueAt: instant.nullable(),
  commitments: z.array(commitmentRow),
  meetings: z.array(meetingRow),
  /** What the caller may do now, by the name of the capability. */
  acts: z.array(z.enum(jointActNames)),
})
export type JointDetail = z.infer<typeof jointDetail>
