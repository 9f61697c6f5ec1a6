import * as z from 'zod'
import { day, fileId, id, instant, point } from '../../kernel/shapes'
import { ageGroups, lovingThemes, themes } from '../../kernel/themes'

/** When sessions take place: on these days of the week (0 Sunday), at these hours, from a day to a day. */
export const sessionRule = z.object({
  weekdays: z.array(z.int().min(0).max(6)),
  times: z.array(z.string()),
  minutes: z.int(),
  from: day,
  to: day,
})
export type SessionRule = z.infer<typeof sessionRule>

const place = z.object({ point, words: z.string() })
const halfPoints = z.int().min(0)

/** What of its community's settings a session is made by and keeps, whatever is set later. */
const keptRules = z.object({
  opensBeforeMinutes: z.int(),
  radiusMeters: z.int(),
  countedStepMinutes: z.int(),
  sessionHoursMax: z.int(),
  dayHoursMax: z.int(),
})
export type KeptRules = z.infer<typeof keptRules>

/** Where the content check of what somebody who is no staff made stands; `review` is for a person to decide. */
const checkState = z.enum(['waiting', 'passed', 'review', 'risky'])
export type CheckState = z.infer<typeof checkState>

/** An activity (活动): what is done, where, by how many, and the rule its sessions come from. */
export const activityRecord = z.object({
  _id: id,
  communityId: id,
  theme: z.enum(themes),
  title: z.string(),
  text: z.string(),
  skills: z.array(z.string()),
  place,
  capacity: z.int().min(1),
  headCountMin: z.int().min(1),
  halfPointsPerHour: halfPoints,
  rule: sessionRule,
  coverFileId: fileId.nullable(),
  /** Who organises it, and shows the code. */
  leaderId: id,
  /** proposed: by a resident, until staff has decided. */
  state: z.enum(['proposed', 'open', 'declined', 'ended']),
  /** Why it was declined or ended. */
  reason: z.string().nullable(),
  /** False while a reason by somebody who is no staff has not passed the content check. */
  isReasonPublic: z.boolean().optional(),
  /** Of what a resident proposed; absent where staff made it. */
  checks: z.object({ words: checkState, cover: checkState.nullable() }).optional(),
  decidedBy: id.nullable(),
  /** The last day sessions have been made for. */
  madeThrough: day.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Activity = z.infer<typeof activityRecord>

/** One session (场次). Signing up adds to `tickets` and writes nothing else of it. */
export const sessionRecord = z.object({
  _id: id,
  communityId: id,
  activityId: id,
  theme: z.enum(themes),
  title: z.string(),
  place,
  /** The community day it starts on. */
  day,
  startsAt: instant,
  endsAt: instant,
  capacity: z.int().min(1),
  headCountMin: z.int().min(1),
  halfPointsPerHour: halfPoints,
  coverFileId: fileId.nullable(),
  leaderId: id,
  /** What the rotating code is made from; it never leaves the server. */
  secret: z.string(),
  /** How many seats have been asked for, those given back included. */
  tickets: z.int().min(0),
  state: z.enum(['open', 'cancelled', 'settled']),
  cancelledFor: z.string().nullable(),
  /** Words of somebody who is no staff are read by those who lead only, until they have passed the content check. */
  isReasonPublic: z.boolean(),
  /** Nobody came. */
  isMissed: z.boolean(),
  /** Absent in sessions from before communities could set any of it: the usual numbers hold. */
  rules: keptRules.optional(),
  /** What of the issuer's year is set aside for it. */
  reserved: halfPoints,
  /** What happens to it next by itself, and when. */
  nextStep: z.enum(['remind', 'close', 'settle']).nullable(),
  nextAt: instant.nullable(),
  createdAt: instant,
})
export type Session = z.infer<typeof sessionRecord>

/** A first name and an age group: nothing more is known of a child. */
const child = z.object({ name: z.string(), ageGroup: z.enum(ageGroups) })
const ticket = z.object({ ticket: z.int().min(1), seats: z.int().min(1), takenAt: instant })

/** Somebody's sign-up (报名). Its ticket is the last of the numbers it took; the place follows from all tickets and is nowhere written. */
export const signupRecord = z.object({
  _id: id,
  communityId: id,
  sessionId: id,
  personId: id,
  startsAt: instant,
  ...ticket.shape,
  /** Tickets of earlier sign-ups, given back. */
  givenBack: z.array(ticket),
  state: z.enum(['live', 'cancelled']),
  /** What its owner has last been told. */
  told: z.enum(['place', 'waiting', 'nothing']),
  reason: z.string().nullable(),
  children: z.array(child),
  /** When the guardian consented to keep what is said of the children (单独同意). */
  consentedAt: instant.nullable(),
})
export type Signup = z.infer<typeof signupRecord>

const minutes = z.int().min(0)

/** That somebody came (签到), how it was shown, and what it was worth. */
export const participationRecord = z.object({
  _id: id,
  communityId: id,
  sessionId: id,
  personId: id,
  /** The household whose family account earns for the children. */
  householdId: id.nullable(),
  children: z.int().min(0),
  theme: z.enum(themes),
  title: z.string(),
  startsAt: instant,
  inAt: instant,
  outAt: instant.nullable(),
  /** plan: nobody checked out, and the planned end counts. */
  outBy: z.enum(['self', 'plan']).nullable(),
  by: z.enum(['code', 'manual']),
  /** Who entered it. */
  recordedBy: id,
  isLate: z.boolean(),
  /** gps: the position was near enough · leaderRoster: the leader's list stands in for it; null until that is so. */
  placeCheck: z.enum(['gps', 'leaderRoster']).nullable(),
  /** Who has to agree before it counts: the leader, or a second person. */
  needs: z.enum(['leader', 'second']).nullable(),
  decision: z.object({ by: id, at: instant, isConfirmed: z.boolean(), reason: z.string().nullable() }).nullable(),
  counted: minutes,
  honour: minutes,
  /** What was awarded for it; null until it has been settled. */
  awarded: z.object({ person: halfPoints, family: halfPoints }).nullable(),
  /** Somebody still has to check out or to agree. */
  isOpen: z.boolean(),
})
export type Participation = z.infer<typeof participationRecord>

/** What one volunteer has ahead and has done. Every sign-up and check-in of theirs writes it, so that none of them overlap. */
export const volunteerRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  signups: z.array(z.object({ sessionId: id, startsAt: instant, endsAt: instant })),
  present: z.object({ sessionId: id, until: instant }).nullable(),
  /** Minutes counted by day, of the last weeks. */
  days: z.array(z.object({ day, minutes })),
  hours: z.array(z.object({ theme: z.enum(themes), counted: minutes, honour: minutes })),
  times: z.int().min(0),
  /** How often they have tried a code lately. */
  tries: z.int().optional(),
  triedSince: instant.optional(),
})
export type Volunteer = z.infer<typeof volunteerRecord>

/** What a community can give away in a year (发放额度), in half points. */
export const issuerYearRecord = z.object({
  _id: id,
  communityId: id,
  year: z.int(),
  budget: halfPoints,
  reserved: halfPoints,
  awarded: halfPoints,
})
export type IssuerYear = z.infer<typeof issuerYearRecord>

/** What staff call the four themes. */
export const themeSettingsRecord = z.object({
  _id: id,
  names: z.object(
    Object.fromEntries(lovingThemes.map((theme) => [theme, z.string()])) as Record<
      (typeof lovingThemes)[number],
      z.ZodString
    >,
  ),
  changedBy: id,
  changedAt: instant,
})
export type ThemeSettings = z.infer<typeof themeSettingsRecord>
