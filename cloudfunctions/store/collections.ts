import type * as z from 'zod'

type Index = { name: string; fields: readonly (readonly [string, 1 | -1])[]; unique?: boolean }
interface Declared<T> {
  /** Loaded when a document is first written: reading needs no schema, and a cold instance does not wait for all of them. */
  schema: () => Promise<z.ZodType<T>>
  indexes: readonly Index[]
  /** Days a document is kept after it was last useful; absent means as long as the community exists. */
  retentionDays?: number
}

const declare = <T>(
  schema: () => Promise<z.ZodType<T>>,
  indexes: readonly Index[] = [],
  retentionDays?: number,
): Declared<T> => ({
  schema,
  indexes,
  ...(retentionDays === undefined ? {} : { retentionDays }),
})

const by = (...fields: [string, 1 | -1][]): Index => ({
  name: fields.map(([field]) => field.replace('.', '_')).join('_'),
  fields,
})

const organization = () => import('@/shared/domain/organization/records')
const kept = () => import('./kept-records')

/**
 * Every collection there is: its shape, its indexes and how long its documents live. `deploy` and the local cloud
 * create them from here, because CloudBase throws on a collection that does not exist.
 */
export const collections = {
  communities: declare(async () => (await organization()).communityRecord),
  estates: declare(async () => (await organization()).estateRecord, [by(['communityId', 1], ['order', 1])]),
  buildings: declare(async () => (await organization()).buildingRecord, [by(['communityId', 1], ['order', 1])]),
  households: declare(
    async () => (await organization()).householdRecord,
    [by(['unitId', 1], ['order', 1]), by(['buildingId', 1], ['order', 1])],
  ),
  grids: declare(async () => (await organization()).gridRecord, [by(['communityId', 1], ['number', 1])]),
  partyNodes: declare(async () => (await organization()).partyNodeRecord, [by(['communityId', 1], ['kind', 1])]),
  departments: declare(async () => (await organization()).departmentRecord, [by(['communityId', 1])]),
  persons: declare(
    async () => (await organization()).personRecord,
    [by(['openid', 1]), by(['communityId', 1], ['householdId', 1]), by(['communityId', 1], ['leave.standInId', 1])],
  ),
  postings: declare(
    async () => (await organization()).postingRecord,
    [by(['personId', 1]), by(['communityId', 1], ['scope.id', 1]), by(['communityId', 1], ['role', 1])],
  ),
  rosterDays: declare(
    async () => (await import('@/shared/domain/organization/roster')).rosterDayRecord,
    [by(['communityId', 1], ['day', 1])],
    730,
  ),
  issues: declare(
    async () => (await import('@/shared/domain/issues/issue')).issueRecord,
    [
      by(['reporterId', 1], ['createdAt', -1]),
      by(['owner.personId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
      by(['communityId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
      by(['communityId', 1], ['state', 1], ['clock.dueAt', 1]),
      by(['gridId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
    ],
  ),
  bindings: declare(
    async () => (await import('@/shared/domain/residents/binding')).bindingRecord,
    [by(['personId', 1], ['requestedAt', -1]), by(['communityId', 1], ['state', 1], ['requestedAt', -1])],
  ),
  notices: declare(
    async () => (await import('@/shared/domain/notices/notice')).noticeRecord,
    [by(['recipientId', 1], ['createdAt', -1]), by(['recipientId', 1], ['isRead', 1])],
    730,
  ),
  files: declare(
    async () => (await import('@/shared/domain/files/stored-file')).storedFileRecord,
    [by(['createdAt', 1])],
  ),
  requests: declare(async () => (await kept()).requestRecord, [by(['at', 1])], 30),
  outbox: declare(async () => (await kept()).outboxRecord, [by(['sentAt', 1], ['createdAt', 1])], 90),
}

export type CollectionName = keyof typeof collections
/** The document type behind a collection. */
export type DocumentOf<N extends CollectionName> =
  (typeof collections)[N] extends Declared<infer T> ? T & { _id: string } : never
