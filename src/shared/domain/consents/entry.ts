import * as z from 'zod'
import { fileId, id, instant } from '../../kernel/shapes'
import { answers, channels } from '../../kernel/consents'

/** Turns a text into its digest. Rules bring no cryptography; whoever calls them does. */
export type Digest = (text: string) => string

/**
 * One line of the log of answers (户意见), never changed or deleted: an answer, its withdrawal, or another signer of the co-owners. It names
 * its household by a salted id only; who, when and with what stands in the note, of which it carries the digest.
 */
export const entryRecord = z.strictObject({
  _id: id,
  communityId: id,
  consentId: id,
  pseudonym: id,
  /** 1 for a household's first line. */
  sequence: z.int().min(1),
  kind: z.enum(['answer', 'withdrawal', 'signer']),
  answer: z.enum(answers).nullable(),
  channel: z.enum(channels).nullable(),
  noteDigest: z.string(),
  previousHash: z.string(),
  hash: z.string(),
})
export type Entry = z.infer<typeof entryRecord>

/** A line as it is exported: what is hashed, and nothing beside it. */
export type LogEntry = Omit<Entry, '_id' | 'communityId' | 'consentId'>

/** The private half of a line. It goes when its signer leaves; the chain holds without it. */
export const entryNoteRecord = z.strictObject({
  _id: id,
  communityId: id,
  consentId: id,
  householdId: id,
  at: instant,
  /** Who sent it: the signer, or whoever entered the paper. */
  actorId: id,
  signer: z.strictObject({ personId: id.nullable(), name: z.string(), as: z.enum(['proprietor', 'proxy']) }).nullable(),
  witnessName: z.string().nullable(),
  /** The signature, or the photos of the paper; and a proxy's letter. */
  fileIds: z.array(fileId),
  fileDigests: z.array(z.string()),
  reason: z.string().nullable(),
  salt: z.string(),
})
export type EntryNote = z.infer<typeof entryNoteRecord>

/** The salted digest of a note; without the salt nobody can try out names or instants. */
export const noteDigestOf = (note: EntryNote, digest: Digest): string => {
  const { salt, householdId, at, actorId, signer, witnessName, fileDigests, reason } = note
  const who = signer && [signer.personId, signer.name, signer.as]
  return digest(JSON.stringify([salt, householdId, at, actorId, who, witnessName, fileDigests, reason]))
}

/** The text that is hashed: every field that means something, in a fixed order. */
export const canonicalText = (consentId: string, entry: Omit<LogEntry, 'hash'>): string => {
  const { previousHash, pseudonym, sequence, kind, answer, channel, noteDigest } = entry
  return JSON.stringify([previousHash, consentId, pseudonym, sequence, kind, answer, channel, noteDigest])
}

export const entryIdOf = (consentId: string, pseudonym: string, sequence: number): string =>
  `${consentId}:${pseudonym}:${sequence}`

interface Chained {
  communityId: string
  consentId: string
  pseudonym: string
  sequence: number
  head: string
}

/** The next line of a household's chain. */
export const entered = (
  { communityId, consentId, pseudonym, sequence: last, head }: Chained,
  { kind, answer, channel }: Pick<Entry, 'kind' | 'answer' | 'channel'>,
  noteDigest: string,
  digest: Digest,
): Entry => {
  const sequence = last + 1
  const sealed = { pseudonym, sequence, kind, answer, channel, noteDigest, previousHash: head }
  const _id = entryIdOf(consentId, pseudonym, sequence)
  return { _id, communityId, consentId, ...sealed, hash: digest(canonicalText(consentId, sealed)) }
}
