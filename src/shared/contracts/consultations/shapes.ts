import * as z from 'zod'
import { steps } from '../../kernel/consultation-steps'
import { day, id, instant, scope, words } from '../../kernel/shapes'
import { textChecks } from '../../kernel/text-checks'

export const step = z.enum(steps)
export const end = z.enum(['declined', 'withdrawn', 'joined'])
export const textCheck = z.enum(textChecks)

export const topicInput = {
  title: words(30, '标题'),
  text: words(1000, '内容'),
}

export const topicRow = z.object({
  id,
  title: z.string(),
  step,
  end: end.nullable(),
  isOpen: z.boolean(),
  /** null where the whole community is meant. */
  scopeName: z.string().nullable(),
  proposedAs: z.enum(['resident', 'group', 'staff']),
  supports: z.int(),
  textCheck,
  isVoteOpen: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
})

const argument = z.object({ side: z.enum(['for', 'against']), text: z.string() })

/** One option as it is typed: what it says, and what speaks for and against it. */
export const optionInput = z.strictObject({
  text: words(60, '选项'),
  arguments: z
    .array(
      z.strictObject({ side: z.enum(['for', 'against'], { error: '请选择赞成或反对' }), text: words(120, '理由') }),
    )
    .max(6, '每个选项最多写 6 条理由'),
})

export const voteBy = z.enum(['person', 'household'], { error: '请选择按人还是按户' })

const voteView = z.object({
  by: voteBy,
  question: z.string(),
  options: z.array(
    z.object({
      id,
      text: z.string(),
      arguments: z.array(argument),
      /** null while the counts are withheld. */
      ballots: z.int().nullable(),
    }),
  ),
  closesAt: instant,
  isOpen: z.boolean(),
  isLive: z.boolean(),
  /** Whether the ballots were counted; for some minutes after the close they are not yet. */
  isCounted: z.boolean(),
  ballots: z.int().nullable(),
  /** Households in scope, vacant ones included; null when persons vote. */
  households: z.int().nullable(),
  /** What the caller, or their household, has chosen. */
  mine: id.nullable(),
})

const meetingView = z.object({
  id,
  number: z.int(),
  startsAt: instant,
  place: z.string(),
  agenda: z.string(),
  cancelledFor: z.string().nullable(),
  attended: z.int(),
  isMine: z.boolean(),
  minutes: z.object({ text: z.string(), photos: z.array(z.string()), at: instant }).nullable(),
  /** The code of the moment, for whoever shows it in the room. */
  code: z.object({ scan: z.string(), digits: z.string(), changesAt: instant }).nullable(),
  canCheckIn: z.boolean(),
  canCancel: z.boolean(),
  canWriteMinutes: z.boolean(),
})

export const topicView = topicRow.extend({
  now: instant,
  text: z.string(),
  proposerName: z.string(),
  runnerName: z.string().nullable(),
  history: z.array(z.object({ act: z.string(), name: z.string(), step, at: instant, words: z.string() })),
  joinedInto: z.object({ id, title: z.string() }).nullable(),
  isSupported: z.boolean(),
  /** The project it hangs on, where the caller may see that. */
  project: z.object({ id, title: z.string() }).nullable(),
  meetings: z.array(meetingView),
  vote: voteView.nullable(),
  resolution: z
    .object({ text: z.string(), ownerName: z.string(), dueOn: day, at: instant, isOverdue: z.boolean() })
    .nullable(),
  notice: z.object({ from: day, to: day }).nullable(),
  report: z.object({ text: z.string(), photos: z.array(z.string()), at: instant }).nullable(),
  can: z.object({
    support: z.boolean(),
    comment: z.boolean(),
    vote: z.boolean(),
    withdraw: z.boolean(),
    takeUp: z.boolean(),
    review: z.boolean(),
    judgeWords: z.boolean(),
    callMeeting: z.boolean(),
    openVote: z.boolean(),
    resolve: z.boolean(),
    publish: z.boolean(),
    goBack: z.boolean(),
    reportBack: z.boolean(),
    tie: z.boolean(),
    grow: z.boolean(),
  }),
})

/** A topic as it is shown to whoever types another: what it says, and whether they stand behind it already. */
export const similarTopic = topicRow.extend({ beginning: z.string(), isSupported: z.boolean() })

/** One thing that happened in the consultations of a project. */
export const seriesEntry = z.object({
  id: z.string(),
  topicId: id,
  topicTitle: z.string(),
  kind: z.enum(['meeting', 'cancelled', 'vote', 'resolution', 'goBack', 'report']),
  at: instant,
  head: z.string(),
  words: z.string(),
})

export const commentRow = z.object({
  id,
  name: z.string(),
  text: z.string(),
  textCheck,
  isMine: z.boolean(),
  canJudge: z.boolean(),
  createdAt: instant,
})

export const topicScope = scope
