import { activityCollections } from './activity-collections'
import { consultationCollections } from './consultation-collections'
import { consentCollections } from './consent-collections'
import { by, declare, narrowed, type Declared, type Retention } from './declare'
import { projectCollections } from './project-collections'
import { redemptionCollections } from './redemption-collections'

const theGround: Retention = { neverSwept: 'the map of the community, which lives as long as it' }

const forDesk = narrowed('desk', ['state', 'classCode', 'gridId', 'branchId', 'aboutPersonId', 'fixerId'])
const forBook = narrowed('book', ['classCode', 'state', 'gridId', 'branchId', 'aboutPersonId', 'isPublic', 'isOpen'])
const forPublic = narrowed('public', ['classCode', 'gridId', 'place.estateId'])
const shown: [string, 1][] = ['communityId', 'isPublic', 'isOpen'].map((field) => [field, 1])

const organization = () => import('@/shared/domain/organization/records')
const kept = () => import('./kept-records')

/**
 * Every collection there is: its shape, its indexes and how long its documents live. `deploy` and the local cloud
 * create them from here, because CloudBase throws on a collection that does not exist.
 */
export const collections = {
  communities: declare(async () => (await organization()).communityRecord, theGround),
  estates: declare(async () => (await organization()).estateRecord, theGround, [by(['communityId', 1], ['order', 1])]),
  buildings: declare(async () => (await organization()).buildingRecord, theGround, [
    by(['communityId', 1], ['order', 1]),
  ]),
  households: declare(async () => (await organization()).householdRecord, theGround, [
    by(['unitId', 1], ['order', 1]),
    by(['buildingId', 1], ['order', 1]),
  ]),
  grids: declare(async () => (await organization()).gridRecord, theGround, [by(['communityId', 1], ['number', 1])]),
  partyNodes: declare(async () => (await organization()).partyNodeRecord, theGround, [
    by(['communityId', 1], ['kind', 1]),
  ]),
  departments: declare(async () => (await organization()).departmentRecord, theGround, [by(['communityId', 1])]),
  persons: declare(
    async () => (await organization()).personRecord,
    { neverSwept: 'a person lasts as long as they belong to the community' },
    [
      by(['openid', 1]),
      by(['communityId', 1], ['householdId', 1]),
      by(['communityId', 1], ['name', 1]),
      by(['communityId', 1], ['leave.standInId', 1]),
      by(['leavesAt', 1]),
      by(['joinsInto', 1]),
    ],
  ),
  postings: declare(
    async () => (await organization()).postingRecord,
    { neverSwept: 'who held which post when explains every issue' },
    [by(['personId', 1]), by(['communityId', 1], ['scope.id', 1]), by(['communityId', 1], ['role', 1])],
  ),
  rosterDays: declare(
    async () => (await import('@/shared/domain/organization/roster')).rosterDayRecord,
    { days: 730, since: 'setAt' },
    [by(['setAt', 1])],
  ),
  calendarYears: declare(
    async () => (await import('@/shared/domain/settings/calendar-year-record')).calendarYearRecord,
    { neverSwept: 'what was a working day explains the limits of old issues' },
    [by(['communityId', 1], ['year', -1])],
  ),
  settings: declare(async () => (await import('@/shared/domain/settings/settings-record')).settingsRecord, {
    neverSwept: 'one a community, for as long as it',
  }),
  settingChanges: declare(
    async () => (await import('@/shared/domain/settings/settings-record')).settingChangeRecord,
    { neverSwept: 'who set what explains the limits of old issues' },
    [by(['communityId', 1], ['at', -1])],
  ),
  issues: declare(
    async () => (await import('@/shared/domain/issues/issue')).issueRecord,
    { neverSwept: 'the record of what was done, which reopenings and later reports refer to' },
    [
      by(['reporterId', 1], ['createdAt', -1], ['_id', -1]),
      by(['owner.personId', 1], ['isOpen', 1], ['clock.dueAt', 1], ['_id', 1]),
      forDesk(['state', 1], ['communityId', 1], ['clock.dueAt', 1], ['_id', 1]),
      by(['gridId', 1], ['isOpen', 1], ['clock.dueAt', 1], ['_id', 1]),
      by(['reminders.nextAt', 1]),
      by(['communityId', 1], ['isSupervised', 1], ['isOpen', 1], ['supervision.answerBy', 1], ['_id', 1]),
      forBook(['communityId', 1], ['state', 1], ['createdAt', -1], ['_id', -1]),
      forBook(['communityId', 1], ['gridId', 1], ['state', 1], ['createdAt', -1], ['_id', -1]),
      forBook(['communityId', 1], ['classCode', 1], ['state', 1], ['createdAt', -1], ['_id', -1]),
      forPublic(...shown, ['updatedAt', -1], ['_id', -1]),
      forPublic(...shown, ['classCode', 1], ['updatedAt', -1], ['_id', -1]),
      forPublic(...shown, ['classCode', 1], ['gridId', 1], ['updatedAt', -1], ['_id', -1]),
      forPublic(...shown, ['classCode', 1], ['place.estateId', 1], ['updatedAt', -1], ['_id', -1]),
      by(['nearCell', 1], ['isOpen', 1], ['updatedAt', -1], ['_id', -1], ['closedAt', 1]),
      by(['contentCheck.dueAt', 1]),
      by(['leadDepartmentId', 1], ['isOpen', 1], ['clock.dueAt', 1], ['_id', 1]),
      by(['leadId', 1], ['isOpen', 1], ['clock.dueAt', 1], ['_id', 1]),
      by(['communityId', 1], ['isOpen', 1], ['decisionDueAt', 1]),
      by(['communityId', 1], ['isOpen', 1], ['extension.askedAt', 1]),
      by(['communityId', 1], ['isOpen', 1], ['isToReview', 1], ['clock.dueAt', 1], ['_id', 1]),
    ],
  ),
  exports: declare(
    async () => (await import('@/shared/domain/issues/export-record')).exportRecord,
    { neverSwept: 'removeOldExports takes them with their files after seven days' },
    [by(['personId', 1], ['createdAt', -1]), by(['state', 1], ['createdAt', 1]), by(['createdAt', 1])],
  ),
  joinings: declare(
    async () => (await import('@/shared/domain/issues/joining')).joiningRecord,
    { neverSwept: 'it stands in the list of whoever joined, for as long as the issue, until they leave it' },
    [by(['personId', 1], ['createdAt', -1], ['_id', -1])],
  ),
  apiKeys: declare(
    async () => (await import('@/shared/domain/issues/api-key')).apiKeyRecord,
    { neverSwept: 'a key is switched off, not forgotten: it says who sent what' },
    [by(['communityId', 1], ['setAt', -1])],
  ),
  parts: declare(
    async () => (await import('@/shared/domain/issues/joint-record')).partRecord,
    { neverSwept: 'who helped with an issue, for as long as the issue' },
    [
      by(['departmentId', 1], ['isOpen', 1], ['askedAt', -1], ['_id', -1]),
      by(['personId', 1], ['isOpen', 1], ['askedAt', -1], ['_id', -1]),
    ],
  ),
  commitments: declare(
    async () => (await import('@/shared/domain/issues/commitment')).commitmentRecord,
    { neverSwept: 'what was promised for an issue, for as long as the issue' },
    [
      by(['issueId', 1], ['createdAt', 1]),
      by(['owner.personId', 1], ['isOpen', 1], ['dueOn', 1], ['_id', 1]),
      by(['departmentId', 1], ['isOpen', 1], ['dueOn', 1], ['_id', 1]),
      by(['isOpen', 1], ['dueOn', 1]),
    ],
  ),
  meetings: declare(
    async () => (await import('@/shared/domain/issues/meeting-record')).meetingRecord,
    { neverSwept: 'what was agreed about an issue, for as long as the issue' },
    [by(['issueId', 1], ['startsAt', 1])],
  ),
  meetingSeats: declare(
    async () => (await import('@/shared/domain/issues/meeting-record')).meetingSeatRecord,
    { neverSwept: 'who was asked to a meeting, for as long as the meeting' },
    [
      by(['departmentId', 1], ['startsAt', 1], ['_id', 1], ['isOn', 1]),
      by(['personId', 1], ['startsAt', 1], ['_id', 1], ['isOn', 1]),
    ],
  ),
  clusters: declare(
    async () => (await import('@/shared/domain/issues/cluster')).clusterRecord,
    { neverSwept: 'that reports were told apart is remembered as long as they are' },
    [by(['communityId', 1], ['state', 1], ['updatedAt', -1], ['_id', -1]), by(['nearCell', 1], ['updatedAt', -1])],
  ),
  adoptions: declare(
    async () => (await import('@/shared/domain/issues/adoption-record')).adoptionRecord,
    { neverSwept: 'who looked after which plot, for as long as the community' },
    [
      by(['communityId', 1], ['state', 1], ['createdAt', -1], ['_id', -1]),
      by(['issueId', 1], ['createdAt', -1], ['_id', -1]),
      by(['nextOn', 1]),
      by(['adopter.personId', 1]),
    ],
  ),
  accessLogs: declare(
    async () => (await import('@/shared/domain/issues/access-log')).accessLogRecord,
    { days: 1095, since: 'at' },
    [
      by(['communityId', 1], ['at', -1], ['_id', -1]),
      by(['issueId', 1], ['at', -1], ['_id', -1]),
      by(['at', 1]),
      by(['phone.ownerId', 1], ['at', -1], ['_id', -1]),
    ],
  ),
  bindings: declare(
    async () => (await import('@/shared/domain/residents/binding')).bindingRecord,
    { neverSwept: 'why a person belongs to a household, for as long as they do' },
    [
      by(['personId', 1], ['requestedAt', -1]),
      by(['communityId', 1], ['state', 1], ['requestedAt', -1], ['_id', -1]),
      by(['gridId', 1], ['communityId', 1], ['state', 1], ['requestedAt', -1], ['_id', -1]),
      by(['buildingId', 1], ['communityId', 1], ['state', 1], ['requestedAt', -1], ['_id', -1]),
      by(['unitId', 1], ['communityId', 1], ['state', 1], ['requestedAt', -1], ['_id', -1]),
      by(['householdId', 1], ['state', 1]),
    ],
  ),
  tallies: declare(
    async () => (await import('@/shared/domain/insight/tally')).tallyRecord,
    { neverSwept: 'what an issue has added to the sums, for as long as the issue' },
    [by(['nextAt', 1]), by(['communityId', 1], ['drawnAt', -1], ['_id', -1])],
  ),
  rates: declare(
    async () => (await import('@/shared/domain/insight/tally')).rateRecord,
    { neverSwept: 'sums of months, compared with those to come' },
    [by(['communityId', 1], ['month', 1]), by(['communityId', 1], ['gridId', 1], ['month', 1])],
  ),
  serviceMonths: declare(
    async () => (await import('@/shared/domain/insight/service-month')).serviceMonthRecord,
    { neverSwept: 'sums of months, compared with those to come' },
    [by(['communityId', 1], ['month', 1])],
  ),
  assistances: declare(
    async () => (await import('@/shared/domain/residents/assistance')).assistanceRecord,
    { days: 1095, since: 'startedAt' },
    [by(['by.personId', 1], ['startedAt', -1], ['_id', -1]), by(['forId', 1]), by(['startedAt', 1])],
  ),
  accounts: declare(
    async () => (await import('@/shared/domain/lovebank/account')).accountRecord,
    { neverSwept: 'the end of a chain that says who had what' },
    [by(['communityId', 1], ['_id', 1]), by(['nextOn', 1])],
  ),
  holders: declare(
    async () => (await import('@/shared/domain/lovebank/account')).holderRecord,
    { neverSwept: 'it goes when the person leaves' },
    [by(['accountId', 1])],
  ),
  transfers: declare(
    async () => (await import('@/shared/domain/lovebank/transfer')).transferRecord,
    { neverSwept: 'the ledger' },
    [by(['accountId', 1], ['sequence', 1]), by(['communityId', 1], ['at', 1])],
  ),
  transferNotes: declare(
    async () => (await import('@/shared/domain/lovebank/transfer')).transferNoteRecord,
    { neverSwept: 'it goes when the person leaves' },
    [by(['accountId', 1])],
  ),
  ...activityCollections,
  ...redemptionCollections,
  ...consultationCollections,
  ...projectCollections,
  ...consentCollections,
  ledgerChecks: declare(
    async () => (await import('@/shared/domain/lovebank/ledger-check')).ledgerCheckRecord,
    { neverSwept: 'its digests say that nothing before was changed' },
    [by(['communityId', 1], ['day', -1])],
  ),
  notices: declare(
    async () => (await import('@/shared/domain/notices/notice')).noticeRecord,
    { days: 730, since: 'createdAt' },
    [
      by(['recipientId', 1], ['createdAt', -1], ['_id', -1]),
      by(['recipientId', 1], ['isRead', 1]),
      by(['createdAt', 1]),
    ],
  ),
  announcements: declare(
    async () => (await import('@/shared/domain/notices/announcement')).announcementRecord,
    { neverSwept: 'it goes when the last of its recipients has been told' },
    [by(['createdAt', 1])],
  ),
  files: declare(
    async () => (await import('@/shared/domain/files/stored-file')).storedFileRecord,
    { neverSwept: 'removeUnusedFiles takes them with their photos after a day' },
    [by(['createdAt', 1])],
  ),
  requests: declare(async () => (await kept()).requestRecord, { days: 14, since: 'at' }, [by(['at', 1])]),
  checkTraces: declare(
    async () => (await import('@/shared/domain/issues/check-trace')).checkTraceRecord,
    { days: 30, since: 'at' },
    [by(['at', 1])],
  ),
  accessTokens: declare(async () => (await kept()).accessTokenRecord, {
    neverSwept: 'one document, written over again and again',
  }),
  outbox: declare(
    async () => (await import('@/shared/domain/notices/message')).messageRecord,
    { days: 90, since: 'createdAt' },
    [by(['createdAt', 1]), by(['state', 1], ['dueAt', 1])],
  ),
  subscriptions: declare(async () => (await import('@/shared/domain/notices/message')).subscriptionRecord, {
    neverSwept: 'one a person and template, for as long as the person',
  }),
  cursors: declare(async () => (await kept()).cursorRecord, { neverSwept: 'one a job, written over and over' }),
}

export type CollectionName = keyof typeof collections
/** The document type behind a collection. */
export type DocumentOf<N extends CollectionName> =
  (typeof collections)[N] extends Declared<infer T> ? T & { _id: string } : never
