import * as z from 'zod'
import { day, fileId, id, instant, scope } from '../../kernel/shapes'
import { checkedWords } from './checked-words'
import { steps } from '../../kernel/consultation-steps'

/** One sitting (会议) of a consultation; several may be needed. Who was there stands with the partakers. */
const meeting = z.object({
  id,
  number: z.int().min(1),
  startsAt: instant,
  place: z.string(),
  agenda: z.string(),
  /** What the code shown in the room is made from; it never leaves the server. */
  secret: z.string(),
  cancelledFor: z.string().nullable(),
  /** The minutes (纪要), each time they were written; the last ones count. */
  minutes: z.array(z.object({ text: z.string(), fileIds: z.array(fileId), at: instant, byId: id })),
})
export type Meeting = z.infer<typeof meeting>

const argument = z.object({ side: z.enum(['for', 'against']), text: z.string() })

/** A vote (表决): by person, or one ballot a household, as was said when it opened and is never changed after. */
const vote = z.object({
  by: z.enum(['person', 'household']),
  question: z.string(),
  options: z.array(z.object({ id, text: z.string(), arguments: z.array(argument) })),
  openedAt: instant,
  closesAt: instant,
  /** Whether everybody sees the counts before the close. */
  isLive: z.boolean(),
  /** How many households lay in its scope when it opened, vacant ones included; null when persons vote. */
  households: z.int().nullable(),
  /** Counted from the ballots at the close. */
  result: z.object({ at: instant, counts: z.array(z.object({ optionId: id, ballots: z.int() })) }).nullable(),
})
export type Vote = z.infer<typeof vote>

/** A consultation (议事), from the topic somebody proposed to the report of what came of it. */
export const consultationRecord = z.object({
  _id: id,
  communityId: id,
  title: z.string(),
  text: z.string(),
  /** Whom it concerns. */
  scope,
  proposerId: id,
  proposedAs: z.enum(['resident', 'group', 'staff']),
  ...checkedWords.shape,
  step: z.enum(steps),
  /** How it ended before its last step. */
  end: z.enum(['declined', 'withdrawn', 'joined']).nullable(),
  isOpen: z.boolean(),
  /** Everything that happened to it, in order. */
  history: z.array(
    z.object({ act: z.string(), step: z.enum(steps), at: instant, byId: id.nullable(), words: z.string() }),
  ),
  /** Who runs it, once somebody has taken it up. */
  runnerId: id.nullable(),
  joinedIntoId: id.nullable(),
  projectId: id.nullable(),
  supports: z.int().min(0),
  meetings: z.array(meeting),
  vote: vote.nullable(),
  resolution: z.object({ text: z.string(), ownerId: id, dueOn: day, at: instant }).nullable(),
  notice: z.object({ from: day, to: day }).nullable(),
  report: z.object({ text: z.string(), fileIds: z.array(fileId), at: instant }).nullable(),
  /** When it next moves, or is looked at, by itself. */
  nextAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Consultation = z.infer<typeof consultationRecord>

/** What one person had to do with a consultation; whoever has one of these is told how it ended. */
export const partakerRecord = z.object({
  _id: id,
  communityId: id,
  consultationId: id,
  personId: id,
  isSupporter: z.boolean(),
  hasCommented: z.boolean(),
  hasVoted: z.boolean(),
  /** Ids of the meetings they were at. */
  attended: z.array(id),
  /** How often they have tried a code lately. */
  tries: z.int().optional(),
  triedSince: instant.optional(),
})
export type Partaker = z.infer<typeof partakerRecord>

export const commentRecord = z.object({
  _id: id,
  communityId: id,
  consultationId: id,
  personId: id,
  text: z.string(),
  ...checkedWords.shape,
  createdAt: instant,
})
export type Comment = z.infer<typeof commentRecord>

/** One ballot a voter, which may be changed until the close; what it said before is kept with it. */
export const ballotRecord = z.object({
  _id: id,
  communityId: id,
  consultationId: id,
  /** Of which vote of the consultation, counted from 1; what is talked over again may be voted on again. */
  round: z.int().min(1),
  /** Who cast it; for a household any of its members may, and the last word counts. */
  personId: id,
  optionId: id,
  at: instant,
  before: z.array(z.object({ optionId: id, at: instant })),
})
export type Ballot = z.infer<typeof ballotRecord>
