import { digest } from '../../runtime/hash'

/** One session an activity, day and hour, whoever makes it and how often. */
export const sessionIdOf = (activityId: string, day: string, slot: number): string =>
  `session-${digest('session', activityId, day, String(slot))}`

/** One sign-up a person and session. */
export const signupIdOf = (sessionId: string, personId: string): string =>
  `signup-${digest('signup', sessionId, personId)}`

/** One participation a person and session, so that scanning twice is being there once. */
export const participationIdOf = (sessionId: string, personId: string): string =>
  `participation-${digest('participation', sessionId, personId)}`

export const volunteerIdOf = (personId: string): string => `volunteer-${digest('volunteer', personId)}`

/** One award a session and account, so that nothing earns twice. */
export const awardIdOf = (sessionId: string, accountId: string): string =>
  `award:${digest('award', sessionId, accountId)}`

/** A notice of one kind about one thing, told once. */
export const noticeIdOf = (kind: string, ...about: string[]): string => `notice-${digest('notice', kind, ...about)}`
