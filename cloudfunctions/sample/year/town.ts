import { newIssuerYear } from '@/shared/domain/activities/plan'
import type {
  Activity,
  IssuerYear,
  Participation,
  Session,
  Signup,
  Volunteer,
} from '@/shared/domain/activities/records'
import { newVolunteer } from '@/shared/domain/activities/sign-up'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import type { Digest } from '@/shared/domain/lovebank/chain'
import type { Transfer } from '@/shared/domain/lovebank/transfer'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import type { Reward, StockCount } from '@/shared/domain/redemptions/reward'
import type { RewardTally } from '@/shared/domain/redemptions/tally'
import type { Person } from '@/shared/domain/organization/records'
import { booksOf } from '../history/books'
import type { Stage } from '../history/stage'

/** A volunteer of the sample, with the home whose family account their children earn for. */
export type Neighbour = Person & { readonly householdId: string }

/** The love bank of a community while a year goes by, as documents and in memory. */
export const townOf = (stage: Stage, digest: Digest) => {
  const communityId = stage.ground.community._id
  const books = booksOf(communityId, digest)
  const activities: Activity[] = []
  const sessions = new Map<string, Session>()
  const signups = new Map<string, Signup[]>()
  const participations = new Map<string, Participation>()
  const volunteers = new Map<string, Volunteer>()
  const issuerYears = new Map<string, IssuerYear>()
  const rewards = new Map<string, Reward>()
  const stockCounts: StockCount[] = []
  const redemptions = new Map<number, Redemption>()
  const tallies = new Map<string, RewardTally>()
  /** What was awarded to whom for which session, to be taken back. */
  const awards = new Map<string, Transfer>()

  /** The ids the server makes, so that what has been goes on in the app. */
  const key = (...parts: readonly string[]): string => digest(JSON.stringify(parts)).slice(0, 24)
  const signupsOf = (sessionId: string): Signup[] => {
    const found = signups.get(sessionId) ?? []
    signups.set(sessionId, found)
    return found
  }
  const volunteerOf = (personId: string): Volunteer =>
    volunteers.get(personId) ?? newVolunteer(`volunteer-${key('volunteer', personId)}`, communityId, personId)
  const yearOf = (startsAt: string): IssuerYear => {
    const blank = newIssuerYear(communityId, startsAt, bankRules)
    return issuerYears.get(blank._id) ?? blank
  }
  const state = { stage, communityId, digest, books, key, signupsOf, volunteerOf, yearOf, awards }
  const kept = {
    activities,
    sessions,
    participations,
    volunteers,
    issuerYears,
    rewards,
    stockCounts,
    redemptions,
    tallies,
  }
  return {
    ...state,
    ...kept,
    documents: () => ({
      ...books.documents(),
      activities,
      sessions: [...sessions.values()],
      signups: [...signups.values()].flat(),
      participations: [...participations.values()],
      volunteers: [...volunteers.values()],
      issuerYears: [...issuerYears.values()],
      rewards: [...rewards.values()],
      stockCounts,
      redemptions: [...redemptions.values()],
      rewardTallies: [...tallies.values()],
    }),
  }
}
export type Town = ReturnType<typeof townOf>
