import * as z from 'zod'
import { bindingRecord } from '@/shared/domain/residents/binding'
import { storedFileRecord } from '@/shared/domain/files/stored-file'
import { issueRecord } from '@/shared/domain/issues/issue'
import { noticeRecord } from '@/shared/domain/notices/notice'
import {
  buildingRecord,
  communityRecord,
  departmentRecord,
  estateRecord,
  gridRecord,
  householdRecord,
  partyNodeRecord,
  personRecord,
  postingRecord,
} from '@/shared/domain/organization/records'
import { rosterDayRecord } from '@/shared/domain/organization/roster'
import { id, instant } from '@/shared/kernel/shapes'

/** What a command answered, kept so that the same request id gets the same reply and does nothing twice. */
const requestRecord = z.object({
  _id: id,
  communityId: id,
  capability: z.string(),
  inputHash: z.string(),
  reply: z.unknown(),
  at: instant,
})

/** A message for the world outside, written with the change it tells of and delivered by a job. */
const outboxRecord = z.object({
  _id: id,
  communityId: id,
  recipientId: id,
  template: z.string(),
  fields: z.record(z.string(), z.string()),
  page: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
})

type Index = { name: string; fields: readonly (readonly [string, 1 | -1])[]; unique?: boolean }
interface Declared<T> {
  schema: z.ZodType<T>
  indexes: readonly Index[]
  /** Days a document is kept after it was last useful; absent means as long as the community exists. */
  retentionDays?: number
}

const declare = <T>(schema: z.ZodType<T>, indexes: readonly Index[] = [], retentionDays?: number): Declared<T> => ({
  schema,
  indexes,
  ...(retentionDays === undefined ? {} : { retentionDays }),
})

const by = (...fields: [string, 1 | -1][]): Index => ({
  name: fields.map(([field]) => field.replace('.', '_')).join('_'),
  fields,
})

/**
 * Every collection there is: its shape, its indexes and how long its documents live. `deploy` and the local cloud
 * create them from here, because CloudBase throws on a collection that does not exist.
 */
export const collections = {
  communities: declare(communityRecord),
  estates: declare(estateRecord, [by(['communityId', 1], ['order', 1])]),
  buildings: declare(buildingRecord, [by(['communityId', 1], ['order', 1])]),
  households: declare(householdRecord, [by(['unitId', 1], ['order', 1]), by(['buildingId', 1], ['order', 1])]),
  grids: declare(gridRecord, [by(['communityId', 1], ['number', 1])]),
  partyNodes: declare(partyNodeRecord, [by(['communityId', 1], ['kind', 1])]),
  departments: declare(departmentRecord, [by(['communityId', 1])]),
  persons: declare(personRecord, [
    by(['openid', 1]),
    by(['communityId', 1], ['householdId', 1]),
    by(['communityId', 1], ['leave.standInId', 1]),
  ]),
  postings: declare(postingRecord, [
    by(['personId', 1]),
    by(['communityId', 1], ['scope.id', 1]),
    by(['communityId', 1], ['role', 1]),
  ]),
  rosterDays: declare(rosterDayRecord, [by(['communityId', 1], ['day', 1])], 730),
  issues: declare(issueRecord, [
    by(['reporterId', 1], ['createdAt', -1]),
    by(['owner.personId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
    by(['communityId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
    by(['communityId', 1], ['state', 1], ['clock.dueAt', 1]),
    by(['gridId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
  ]),
  bindings: declare(bindingRecord, [
    by(['personId', 1], ['requestedAt', -1]),
    by(['communityId', 1], ['state', 1], ['requestedAt', -1]),
  ]),
  notices: declare(
    noticeRecord,
    [by(['recipientId', 1], ['createdAt', -1]), by(['recipientId', 1], ['isRead', 1])],
    730,
  ),
  files: declare(storedFileRecord, [by(['createdAt', 1])]),
  requests: declare(requestRecord, [by(['at', 1])], 30),
  outbox: declare(outboxRecord, [by(['sentAt', 1], ['createdAt', 1])], 90),
}

export type CollectionName = keyof typeof collections
/** The document type behind a collection. */
export type DocumentOf<N extends CollectionName> =
  (typeof collections)[N] extends Declared<infer T> ? T & { _id: string } : never
