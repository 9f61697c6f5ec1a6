import * as z from 'zod'
import { isRefusal, refuse, type Refusal } from '../../kernel/decision'
import type { Actor } from '../../kernel/actor'
import { id, instant } from '../../kernel/shapes'
import { toInstant } from '../../kernel/time'
import { classOf } from './classes'
import type { Issue } from './issue'

/**
 * Somebody who follows an issue beside its reporter: they joined it (我也遇到), or reported what was merged into it. Each is one
 * person through one issue, so that undoing a merge or leaving takes away exactly what it had brought.
 */
export const followerShape = z.object({
  personId: id,
  /** The household they belonged to then; it is what counts. */
  householdId: id.nullable(),
  /** The issue they joined or reported: this one, or one that was merged into it. */
  issueId: id,
  hasJoined: z.boolean(),
  at: instant,
})
export type Follower = z.infer<typeof followerShape>

/** How many followers an issue remembers; a larger community than this has other ways to speak. */
export const followersMax = 1000

type Brought = Pick<Issue, '_id' | 'reporterId' | 'reporterHouseholdId' | 'createdAt' | 'followers'>

/** Everybody an issue brings along when it is merged: its own reporter, and those who followed it before. */
const broughtBy = ({ _id, reporterId, reporterHouseholdId, createdAt, followers }: Brought): readonly Follower[] => [
  { personId: reporterId, householdId: reporterHouseholdId ?? null, issueId: _id, hasJoined: false, at: createdAt },
  ...followers,
]

const isSame = (a: Follower, b: Follower): boolean => a.personId === b.personId && a.issueId === b.issueId

/** The parent of a merge, with the followers it has gained. Somebody who reported twice is kept twice, to leave once. */
export const withChild = (parent: Issue, child: Brought): Issue => ({
  ...parent,
  followers: [...parent.followers, ...broughtBy(child)].slice(0, followersMax),
})

/** The parent of a merge that is undone, without the followers it had gained by it. */
export const withoutChild = (parent: Issue, child: Brought): Issue => {
  const brought = broughtBy(child)
  return { ...parent, followers: parent.followers.filter((one) => !brought.some((other) => isSame(one, other))) }
}

/**
 * Who follows an issue and is told of it, once each. A private matter stays with the one who brought it: sharing an issue is no
 * reason to read about a neighbour's dispute or hardship.
 */
export const followersOf = (issue: Issue): readonly string[] =>
  classOf(issue.classCode)?.isPrivate === false ? [...new Set(issue.followers.map(({ personId }) => personId))] : []

/** A household counts once; somebody without one counts for themself. */
const countedAs = ({ personId, householdId }: Pick<Follower, 'personId' | 'householdId'>): string =>
  householdId === null ? `person:${personId}` : `household:${householdId}`

/** How many households beside the reporter's have met the same thing: by joining it, or by a report merged into it. */
export const joinedCountOf = ({ followers, reporterId, reporterHouseholdId }: Issue): number => {
  const counted = new Set(followers.map(countedAs))
  counted.delete(countedAs({ personId: reporterId, householdId: reporterHouseholdId ?? null }))
  counted.delete(countedAs({ personId: reporterId, householdId: null }))
  return counted.size
}

/** True when somebody has joined an issue, here or by way of one that was merged into it. */
export const hasJoined = ({ followers }: Issue, personId: string): boolean =>
  followers.some((one) => one.hasJoined && one.personId === personId)

export type JoinRefusal = 'ISSUE_JOIN_OWN' | 'ISSUE_JOIN_ENDED' | 'ISSUE_JOIN_FULL'

/**
 * The issue with one more who has met the same thing, or why not; joining again changes nothing. Their own report needs no
 * second voice, and what has ended brings no more news: whoever still has it reports it anew.
 */
export const join = (
  issue: Issue,
  { personId, householdId }: Pick<Actor, 'personId' | 'householdId'>,
  now: number,
): Issue | Refusal<JoinRefusal> => {
  if (issue.reporterId === personId) return refuse('ISSUE_JOIN_OWN')
  if (hasJoined(issue, personId)) return issue
  if (!issue.isOpen) return refuse('ISSUE_JOIN_ENDED')
  if (issue.followers.length >= followersMax) return refuse('ISSUE_JOIN_FULL')
  const follower = {
    personId,
    householdId: householdId ?? null,
    issueId: issue._id,
    hasJoined: true,
    at: toInstant(now),
  }
  return { ...issue, followers: [...issue.followers, follower] }
}

/** True when joining would do something: for the button. */
export const canJoin = (issue: Issue, actor: Pick<Actor, 'personId' | 'householdId'>): boolean =>
  issue.isPublic && !hasJoined(issue, actor.personId) && !isRefusal(join(issue, actor, 0))

/** The issues whose reports were merged into this one, straight or by way of another. */
export const mergedInto = ({ followers }: Issue): readonly string[] => [
  ...new Set(followers.filter((one) => !one.hasJoined).map(({ issueId }) => issueId)),
]

/** The issues somebody joined that this one knows of: itself, and those merged into it. */
export const joinedThrough = ({ followers }: Issue, personId: string): readonly string[] =>
  followers.filter((one) => one.hasJoined && one.personId === personId).map(({ issueId }) => issueId)

/** The issue without somebody who had joined; a report of theirs that was merged into it stays. */
export const leave = (issue: Issue, personId: string): Issue => ({
  ...issue,
  followers: issue.followers.filter((one) => !(one.hasJoined && one.personId === personId)),
})
