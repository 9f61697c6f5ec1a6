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

/**
 * How long documents live. `days`: that long after the instant in `since`, then a job deletes them; a null there keeps a document.
 * A collection without a term is never swept: its documents live as long as the community, or end in the way that is named.
 */
export type Retention = { readonly days: number; readonly since: string } | { readonly neverSwept: string }

interface Declared<T> {
  schema: z.ZodType<T>
  indexes: readonly Index[]
  retention: Retention
}

const declare = <T>(schema: z.ZodType<T>, retention: Retention, indexes: readonly Index[] = []): Declared<T> => ({
  schema,
  indexes,
  retention,
})

const theGround: Retention = { neverSwept: 'the map of the community, which lives as long as it' }

const by = (...fields: [string, 1 | -1][]): Index => ({
  name: fields.map(([field]) => field.replace('.', '_')).join('_'),
  fields,
})

/**
 * Every collection there is: its shape, its indexes and how long its documents live. `deploy` and the local cloud
 * create them from here, because CloudBase throws on a collection that does not exist.
 */
export const collections = {
  communities: declare(communityRecord, theGround),
  estates: declare(estateRecord, theGround, [by(['communityId', 1], ['order', 1])]),
  buildings: declare(buildingRecord, theGround, [by(['communityId', 1], ['order', 1])]),
  households: declare(householdRecord, theGround, [
    by(['unitId', 1], ['order', 1]),
    by(['buildingId', 1], ['order', 1]),
  ]),
  grids: declare(gridRecord, theGround, [by(['communityId', 1], ['number', 1])]),
  partyNodes: declare(partyNodeRecord, theGround, [by(['communityId', 1], ['kind', 1])]),
  departments: declare(departmentRecord, theGround, [by(['communityId', 1])]),
  persons: declare(personRecord, { neverSwept: 'a person lasts as long as they belong to the community' }, [
    by(['openid', 1]),
    by(['communityId', 1], ['householdId', 1]),
    by(['communityId', 1], ['leave.standInId', 1]),
  ]),
  postings: declare(postingRecord, { neverSwept: 'who held which post when explains every issue' }, [
    by(['personId', 1]),
    by(['communityId', 1], ['scope.id', 1]),
    by(['communityId', 1], ['role', 1]),
  ]),
  issues: declare(
    issueRecord,
    { neverSwept: 'the record of what was done, which reopenings and later reports refer to' },
    [
      by(['reporterId', 1], ['createdAt', -1]),
      by(['owner.personId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
      by(['communityId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
      by(['communityId', 1], ['state', 1], ['clock.dueAt', 1]),
      by(['gridId', 1], ['isOpen', 1], ['clock.dueAt', 1]),
    ],
  ),
  bindings: declare(bindingRecord, { neverSwept: 'why a person belongs to a household, for as long as they do' }, [
    by(['personId', 1], ['requestedAt', -1]),
    by(['communityId', 1], ['state', 1], ['requestedAt', -1]),
  ]),
  notices: declare(noticeRecord, { days: 730, since: 'createdAt' }, [
    by(['recipientId', 1], ['createdAt', -1]),
    by(['recipientId', 1], ['isRead', 1]),
    by(['createdAt', 1]),
  ]),
  files: declare(storedFileRecord, { neverSwept: 'removeUnusedFiles takes them with their photos after a day' }, [
    by(['createdAt', 1]),
  ]),
  requests: declare(requestRecord, { days: 30, since: 'at' }, [by(['at', 1])]),
  outbox: declare(outboxRecord, { days: 90, since: 'sentAt' }, [by(['sentAt', 1], ['createdAt', 1])]),
}

export type CollectionName = keyof typeof collections
/** The document type behind a collection. */
export type DocumentOf<N extends CollectionName> =
  (typeof collections)[N] extends Declared<infer T> ? T & { _id: string } : never
