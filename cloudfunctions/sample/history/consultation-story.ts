import { acted } from '@/shared/domain/consultations/moves'
import { newTopic } from '@/shared/domain/consultations/propose'
import type { Ballot, Comment, Consultation, Meeting, Partaker } from '@/shared/domain/consultations/records'
import type { Act } from '@/shared/kernel/consultation-steps'
import type { Scope } from '@/shared/kernel/roles'
import { addDays, dayMs, minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { ruled, type Stage } from './stage'

/** The desk of the sample's consultations, and who stands in. */
export const desk = 'community-worker-1'
export const colleague = 'community-worker-2'

export interface Proposed {
  name: string
  title: string
  text: string
  by: string
  as: Consultation['proposedAs']
  scope?: Scope
  /** Days ago. */
  ago: number
  supporters: readonly string[]
  comments?: readonly (readonly [by: string, text: string])[]
}

export interface Told {
  topic: Consultation
  partakers: Partaker[]
  comments: Comment[]
  ballots: Ballot[]
}

type Given = Parameters<typeof acted>[2]['given']

/** A topic as it was proposed, supported and spoken about, and a way to take it on. */
export const propose = (stage: Stage, today: string, told: Proposed) => {
  const { communityId } = stage.actor(told.by)
  const at = startOfDay(addDays(today, -told.ago)) + 19 * 60 * minuteMs
  const _id = `topic-${told.name}`
  const state: Told = {
    topic: {
      ...newTopic(
        {
          _id,
          communityId,
          title: told.title,
          text: told.text,
          scope: told.scope ?? { kind: 'community', id: communityId },
          proposerId: told.by,
          proposedAs: told.as,
          textCheck: 'passed',
          checkDueAt: null,
          checkFailures: 0,
        },
        at,
      ),
      supports: told.supporters.length,
    },
    partakers: [],
    comments: (told.comments ?? []).map(([personId, text], nth) => ({
      _id: `comment-${told.name}-${nth}`,
      communityId,
      consultationId: _id,
      personId,
      text,
      textCheck: 'passed',
      checkDueAt: null,
      checkFailures: 0,
      createdAt: toInstant(at + (nth + 2) * 60 * minuteMs),
    })),
    ballots: [],
  }
  const speakers = state.comments.map(({ personId }) => personId)
  state.partakers = [...new Set([told.by, ...told.supporters, ...speakers])].map((personId) => ({
    _id: `partaker-${told.name}-${personId}`,
    communityId,
    consultationId: _id,
    personId,
    isSupporter: told.supporters.includes(personId),
    hasCommented: speakers.includes(personId),
    hasVoted: false,
    attended: [],
  }))
  const move = (act: Act, days: number, words = '', given: Given = {}, byId: string | null = desk): void => {
    const now = at + days * dayMs
    state.topic = ruled(acted(state.topic, act, { byId, words, given }, now))
  }
  return { state, at, move }
}

type Story = ReturnType<typeof propose>

export const takenOn = ({ move }: Story, runnerId = desk): void => {
  move('takeUp', 1, '', { runnerId }, runnerId)
  move('accept', 2)
}

export const sat = (
  { state, at, move }: Story,
  days: number,
  place: string,
  agenda: string,
  minutes: string,
  here: string[],
) => {
  const meeting: Meeting = {
    id: `sitting-${state.topic._id}-${state.topic.meetings.length + 1}`,
    number: state.topic.meetings.length + 1,
    startsAt: toInstant(at + days * dayMs),
    place,
    agenda,
    secret: `sample-${state.topic._id}`,
    cancelledFor: null,
    minutes: [],
  }
  move('callMeeting', days - 2, place, { meetings: [...state.topic.meetings, meeting] })
  const written = { text: minutes, fileIds: [], at: toInstant(at + (days + 0.1) * dayMs), byId: desk }
  const meetings = state.topic.meetings.map((one) => (one.id === meeting.id ? { ...one, minutes: [written] } : one))
  move('writeMinutes', days + 0.1, '', { meetings })
  state.partakers = state.partakers.map((one) =>
    here.includes(one.personId) ? { ...one, attended: [...one.attended, meeting.id] } : one,
  )
}
