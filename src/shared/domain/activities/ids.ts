/** A short digest of several words, the same for the same words. */
export type ShortDigest = (...parts: readonly string[]) => string

/** The ids of what activities are made of; each follows from what it is about, so that nothing is there twice. */
export const activityIds = (digest: ShortDigest) => ({
  /** One session an activity, day and hour, whoever makes it and how often. */
  sessionIdOf: (activityId: string, day: string, slot: number): string =>
    `session-${digest('session', activityId, day, String(slot))}`,

  /** One sign-up a person and session. */
  signupIdOf: (sessionId: string, personId: string): string => `signup-${digest('signup', sessionId, personId)}`,

  /** One participation a person and session, so that scanning twice is being there once. */
  participationIdOf: (sessionId: string, personId: string): string =>
    `participation-${digest('participation', sessionId, personId)}`,

  volunteerIdOf: (personId: string): string => `volunteer-${digest('volunteer', personId)}`,

  /** One award a session and account, so that nothing earns twice; to a family account one for each guardian who brought children. */
  awardIdOf: (sessionId: string, accountId: string, guardianAccountId?: string): string =>
    `award:${digest('award', sessionId, accountId, ...(guardianAccountId ? [guardianAccountId] : []))}`,
})
