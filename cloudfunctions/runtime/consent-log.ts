import { createHash } from 'node:crypto'
import { weightDigestOf, type ConsentHousehold } from '@/shared/domain/consents/household'
import { frozenHash } from '@/shared/domain/consents/seal'
import { noteDigestOf, type Entry, type EntryNote } from '@/shared/domain/consents/entry'
import type { Consent } from '@/shared/domain/consents/consent'
import type { ReadStore } from '../store/store'
import { listWhole } from '../store/whole'

/** The digest of the log of answers: SHA-256 in hexadecimal. */
export const logDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A consent as it stands in the records, read afresh: its households, every line of its log by household, and the notes. */
export interface RawLog {
  readonly households: readonly ConsentHousehold[]
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  readonly notes: ReadonlyMap<string, EntryNote>
}

/** The households of a consent as they stand. */
export const readHouseholds = (store: ReadStore, consentId: string): Promise<ConsentHousehold[]> =>
  listWhole(store.consentHouseholds, { consentId })

export const readRawLog = async (store: ReadStore, { _id }: Pick<Consent, '_id'>): Promise<RawLog> => {
  const [households, lines, notes] = await Promise.all([
    readHouseholds(store, _id),
    listWhole(store.consentEntries, { consentId: _id }),
    listWhole(store.consentNotes, { consentId: _id }),
  ])
  const entries = new Map<string, Entry[]>()
  for (const line of lines) entries.set(line.pseudonym, [...(entries.get(line.pseudonym) ?? []), line])
  for (const chain of entries.values()) chain.sort((a, b) => a.sequence - b.sequence)
  return { households, entries, notes: new Map(notes.map((note) => [note._id, note])) }
}

/**
 * Households whose chain does not end where the household says it ends, or that weigh something else than they were frozen with: a log
 * that was cut before the count, an area or a head changed since. Each is bound by the root only when this holds.
 */
export const alteredHouseholds = ({ households, entries }: RawLog, { salt }: Pick<Consent, 'salt'>): string[] =>
  households.flatMap((household) => {
    const { _id, consentId, pseudonym, sequence, head } = household
    const chain = entries.get(pseudonym) ?? []
    const end = chain.at(-1)?.hash ?? frozenHash(consentId, household, logDigest)
    const isWhole = chain.length === sequence && end === head
    return isWhole && weightDigestOf(salt, household, logDigest) === household.weightDigest ? [] : [_id]
  })

/** Lines whose note says something else than it said when it was entered. Notes of those who have left are gone, which is no fault. */
export const alteredNotes = ({ entries, notes }: RawLog): string[] =>
  [...entries.values()].flat().flatMap(({ _id, noteDigest }) => {
    const note = notes.get(_id)
    return note && noteDigestOf(note, logDigest) !== noteDigest ? [_id] : []
  })
