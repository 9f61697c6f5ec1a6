import { notesKeptYears } from '@/shared/kernel/consents'
import { by, declare } from './declare'

/** What household consents (签字征询) keep; part of the one list of collections. */
export const consentCollections = {
  consents: declare(
    async () => (await import('@/shared/domain/consents/consent')).consentRecord,
    { neverSwept: 'what was asked of the households, for as long as the community' },
    [by(['communityId', 1], ['createdAt', -1], ['_id', -1]), by(['dueAt', 1]), by(['notesUntil', 1])],
  ),
  consentHouseholds: declare(
    async () => (await import('@/shared/domain/consents/household')).consentHouseholdRecord,
    { neverSwept: 'the frozen set that the count is of' },
    [
      by(['consentId', 1], ['blockId', 1], ['_id', 1]),
      by(['consentId', 1], ['contactId', 1], ['isAnswered', 1], ['order', 1], ['_id', 1]),
      by(['consentId', 1], ['contactId', 1], ['order', 1], ['_id', 1]),
      by(['consentId', 1], ['contactId', 1], ['isInConflict', 1], ['order', 1], ['_id', 1]),
      by(['consentId', 1], ['headKey', 1], ['isAnswered', 1], ['status', 1]),
      by(['signer.personId', 1]),
      by(['link.digest', 1]),
      by(['consentId', 1], ['pseudonym', 1]),
    ],
  ),
  consentTallies: declare(
    async () => (await import('@/shared/domain/consents/tally')).consentTallyRecord,
    { neverSwept: 'the sums of a building, for as long as the consent' },
    [by(['consentId', 1], ['order', 1], ['_id', 1])],
  ),
  consentEntries: declare(
    async () => (await import('@/shared/domain/consents/entry')).entryRecord,
    { neverSwept: 'the log that proves the count' },
    [by(['consentId', 1], ['_id', 1])],
  ),
  consentNotes: declare(
    async () => (await import('@/shared/domain/consents/entry')).entryNoteRecord,
    // Of any so many years one at most has a 29 February more than the days say.
    { daysAfter: notesKeptYears * 365 + 1, event: 'the result was published; before, when the signer leaves' },
    [
      by(['consentId', 1], ['_id', 1]),
      by(['consentId', 1], ['householdId', 1]),
      by(['signer.personId', 1]),
      by(['actorId', 1]),
    ],
  ),
  consentContactLogs: declare(
    async () => (await import('@/shared/domain/consents/contact-log')).contactLogRecord,
    { days: 730, since: 'at' },
    [by(['consentHouseholdId', 1], ['at', -1], ['_id', -1]), by(['at', 1])],
  ),
  consentUnsealings: declare(
    async () => (await import('@/shared/domain/consents/unsealing')).unsealingRecord,
    { neverSwept: 'that a line was opened, and why; who did is named until they leave' },
    [by(['consentId', 1], ['askedAt', -1], ['_id', -1])],
  ),
  consentResults: declare(async () => (await import('@/shared/domain/consents/consent')).consentResultRecord, {
    neverSwept: 'what was counted and published',
  }),
  signingKeys: declare(async () => (await import('@/shared/domain/consents/signing-key')).signingKeyRecord, {
    neverSwept: 'one a community; what was signed with it is checked by its public half',
  }),
}
