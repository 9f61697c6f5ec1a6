import { by, declare } from './declare'

const records = () => import('@/shared/domain/activities/records')
const ranking = () => import('@/shared/domain/activities/ranking')
const certificate = () => import('@/shared/domain/activities/certificate')

const history = { neverSwept: 'what volunteers did, without their names once they leave' }
const ofPerson = { neverSwept: 'it goes when the person leaves' }

/** What activities are made of; see `collections`. */
export const activityCollections = {
  activities: declare(async () => (await records()).activityRecord, history, [
    by(['communityId', 1], ['createdAt', -1]),
    by(['communityId', 1], ['state', 1], ['createdAt', -1]),
    by(['leaderId', 1], ['state', 1], ['createdAt', -1]),
    by(['state', 1], ['_id', 1]),
  ]),
  sessions: declare(async () => (await records()).sessionRecord, history, [
    by(['communityId', 1], ['startsAt', 1]),
    by(['communityId', 1], ['theme', 1], ['startsAt', 1]),
    by(['activityId', 1], ['startsAt', 1]),
    by(['nextAt', 1]),
    by(['leaderId', 1]),
  ]),
  signups: declare(async () => (await records()).signupRecord, ofPerson, [
    by(['sessionId', 1], ['ticket', 1]),
    by(['personId', 1], ['state', 1], ['startsAt', 1]),
    by(['told', 1], ['startsAt', 1]),
  ]),
  participations: declare(async () => (await records()).participationRecord, history, [
    by(['sessionId', 1]),
    by(['communityId', 1], ['isOpen', 1], ['startsAt', 1]),
    by(['personId', 1], ['startsAt', 1]),
    by(['recordedBy', 1]),
    by(['decision.by', 1]),
  ]),
  volunteers: declare(async () => (await records()).volunteerRecord, ofPerson, [by(['personId', 1])]),
  activityChecks: declare(
    async () => (await import('@/shared/domain/activities/words-check')).activityCheckRecord,
    { days: 14, since: 'createdAt' },
    [by(['createdAt', 1]), by(['dueAt', 1]), by(['authorId', 1])],
  ),
  issuerYears: declare(async () => (await records()).issuerYearRecord, { neverSwept: 'the books of a year' }),
  certificates: declare(
    async () => (await certificate()).certificateRecord,
    { neverSwept: 'whoever was shown one may check it; it loses its name when the person leaves' },
    [by(['personId', 1], ['issuedAt', -1], ['_id', -1])],
  ),
  certificateTries: declare(async () => (await certificate()).certificateTriesRecord, {
    neverSwept: 'a few hundred at most, written over and over',
  }),
  rankingChoices: declare(async () => (await ranking()).rankingChoiceRecord, ofPerson, [
    by(['isListed', 1], ['_id', 1]),
    by(['personId', 1]),
  ]),
  rankings: declare(
    async () => (await ranking()).rankRecord,
    { neverSwept: 'foldRankings takes away what lies behind' },
    [
      by(['communityId', 1], ['period', 1], ['minutes', -1], ['_id', 1]),
      by(['communityId', 1], ['period', 1], ['halfPoints', -1], ['_id', 1]),
      by(['personId', 1]),
    ],
  ),
  themeSettings: declare(async () => (await records()).themeSettingsRecord, { neverSwept: 'one a community' }),
}
