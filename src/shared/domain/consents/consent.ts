import * as z from 'zod'
import { conflictRules, consentStates, matters, notesKeptYears } from '../../kernel/consents'
import { refuse, type Refusal } from '../../kernel/decision'
import { day, fileId, id, instant } from '../../kernel/shapes'
import { addYears, dayMs, dayOf, toInstant } from '../../kernel/time'
import { panelRow } from './panel'
import type { Asked } from './seal'

/** Which households are asked: whole buildings, units, or a list of doors. */
export const consentScope = z.strictObject({ kind: z.enum(['buildings', 'units', 'households']), ids: z.array(id) })
export type ConsentScope = z.infer<typeof consentScope>

/** Units that are one head (民法典 art. 278): those of one buyer, or all that are unsold or undelivered. */
export const headGroup = z.strictObject({ kind: z.enum(['buyer', 'unsold']), householdIds: z.array(id) })
export type HeadGrouping = z.infer<typeof headGroup>

/** What was counted at the close, signed. Kept apart from the consent, which is read at every answer. */
export const consentResultRecord = z.strictObject({
  _id: id,
  communityId: id,
  countedAt: instant,
  root: z.string(),
  /** Ed25519 over the root, and the key it is checked by, both in base64. */
  signature: z.string(),
  publicKey: z.string(),
  buildings: z.array(
    z.strictObject({
      id,
      name: z.string(),
      households: z.int(),
      agree: z.int(),
      disagree: z.int(),
      abstain: z.int(),
      root: z.string(),
    }),
  ),
  curve: z.array(z.strictObject({ day, agree: z.int(), answered: z.int() })),
  /** As it is shown, and bound by the root. */
  panel: z.array(panelRow),
  conflicts: z.int(),
  /** Whether the running sums said the same as the recount from the log. */
  isAsTallied: z.boolean(),
  exportFileId: fileId,
  /** The same answers as a table for a spreadsheet. */
  tableFileId: fileId,
})
export type ConsentResult = z.infer<typeof consentResultRecord>

/** A household consent (签字征询). Only the jobs and the desk write it; no answer does. */
export const consentRecord = z.strictObject({
  _id: id,
  communityId: id,
  title: z.string(),
  question: z.string(),
  matter: z.enum(matters),
  rule: z.enum(conflictRules),
  /** Whether everybody sees how it goes before the close. Said before opening, never loosened after. */
  isProgressPublic: z.boolean(),
  scope: consentScope,
  groups: z.array(headGroup),
  /** Sworn counters (监票人): two of them together may open a line to its name, after the count. */
  counters: z.array(z.strictObject({ personId: id, name: z.string() })),
  state: z.enum(consentStates),
  /** Makes the salted ids of its households. Never leaves the server. */
  salt: z.string(),
  createdAt: instant,
  createdBy: z.strictObject({ personId: id, name: z.string() }),
  /** Until when answers are taken, at the latest. */
  closesAt: instant,
  /** When the set was frozen and answers began; null before. */
  openedAt: instant.nullable(),
  households: z.int(),
  vacant: z.int(),
  /** The hash of the frozen set; empty before. */
  frameHash: z.string(),
  /** When answers ended; null before. */
  closedAt: instant.nullable(),
  /** Who of the desk ended it before its time, and why; absent where nobody did. */
  closedEarly: z.strictObject({ personId: id, name: z.string(), reason: z.string() }).optional(),
  publishedAt: instant.nullable(),
  /** When the names, signatures and photos behind the answers go; null before the count, and once they are gone. */
  notesUntil: instant.nullable(),
  notesGoneAt: instant.nullable(),
  /** What a job has to do with it next, and from when on; null when nothing. */
  dueAt: instant.nullable(),
})
export type Consent = z.infer<typeof consentRecord>

/** The part of a consent that is fixed by the hash shown at the opening. */
export const askedOf = ({ _id: consentId, title, question, matter, rule }: Consent): Asked => ({
  consentId,
  title,
  question,
  matter,
  rule,
})

/** How long after the close the count begins: longer than any answer that was under way at the close can take. */
export const settleMs = 60_000

/** Takes answers at this moment. The time decides, not only the state: a job may be late. */
export const isOpen = ({ state, closesAt, closedAt }: Pick<Consent, 'state' | 'closesAt' | 'closedAt'>, now: number) =>
  state === 'open' && closedAt === null && now < Date.parse(closesAt)

/** Why it takes no answers; null while it does. */
export const closedFor = (consent: Consent, now: number): Refusal<'CONSENT_NOT_OPEN' | 'CONSENT_CLOSED'> | null => {
  if (consent.state === 'opening') return refuse('CONSENT_NOT_OPEN')
  return isOpen(consent, now) ? null : refuse('CONSENT_CLOSED')
}

/** When everybody who is asked is told that it ends tomorrow; of one that ends so soon they have just been told. */
const remindsAt = ({ closesAt }: Pick<Consent, 'closesAt'>, now: number): string => {
  const at = Date.parse(closesAt) - dayMs
  return at - now < dayMs ? closesAt : toInstant(at)
}

/** Whether it is time to tell them: due, and not yet because it ends. */
export const isToRemind = (consent: Consent, now: number): boolean =>
  isOpen(consent, now) && consent.dueAt !== null && consent.dueAt < consent.closesAt && Date.parse(consent.dueAt) <= now

/** They have been told; what is due next is the end. */
export const reminded = (consent: Consent): Consent => ({ ...consent, dueAt: consent.closesAt })

/** The set is frozen and answers begin. */
export const opened = (
  consent: Consent,
  { frameHash, households, vacant }: Pick<Consent, 'frameHash' | 'households' | 'vacant'>,
  now: number,
): Consent => ({
  ...consent,
  state: 'open',
  openedAt: toInstant(now),
  households,
  vacant,
  frameHash,
  dueAt: remindsAt(consent, now),
})

/** Answers end: at the time that was set, or when the desk ends them before. */
export const closed = (consent: Consent, now: number): Consent => {
  const closedAt = Math.min(now, Date.parse(consent.closesAt))
  return { ...consent, state: 'closed', closedAt: toInstant(closedAt), dueAt: toInstant(closedAt + settleMs) }
}

/** The desk closes before the time that was set, and says why: what ends while one side is ahead has to be seen to. */
export const decideClose = (
  consent: Consent,
  closedEarly: NonNullable<Consent['closedEarly']>,
  now: number,
): Consent | Refusal<'CONSENT_NOT_OPEN' | 'CONSENT_ALREADY_CLOSED'> => {
  if (consent.state === 'opening') return refuse('CONSENT_NOT_OPEN')
  return isOpen(consent, now) ? { ...closed(consent, now), closedEarly } : refuse('CONSENT_ALREADY_CLOSED')
}

/** The term of the private halves of the log begins, with the count and anew with the publication. */
const notesUntilFrom = (now: number): string => toInstant(addYears(now, notesKeptYears))

/** Whether that term is over, be its notes removed already or yet to be. */
export const isNotesTermOver = (
  { notesUntil, notesGoneAt }: Pick<Consent, 'notesUntil' | 'notesGoneAt'>,
  now: number,
) => Boolean(notesGoneAt) || (notesUntil !== null && notesUntil < toInstant(now))

/** It is counted and signed; nothing is due until the desk publishes it. */
export const counted = (consent: Consent, now: number): Consent => ({
  ...consent,
  state: 'counted',
  notesUntil: notesUntilFrom(now),
  dueAt: null,
})

/** The private halves of its log are gone; what was said, the chain and the signed root stay. */
export const withoutNotes = (consent: Consent, now: number): Consent => ({
  ...consent,
  notesUntil: null,
  notesGoneAt: toInstant(now),
})

/** The desk publishes what was counted; a job tells everybody who was asked. */
export const decidePublish = (
  consent: Consent,
  now: number,
): Consent | Refusal<'CONSENT_NOT_COUNTED' | 'CONSENT_ALREADY_PUBLISHED'> => {
  if (consent.state === 'published') return refuse('CONSENT_ALREADY_PUBLISHED')
  if (consent.state !== 'counted') return refuse('CONSENT_NOT_COUNTED')
  const notesUntil = consent.notesGoneAt ? null : notesUntilFrom(now)
  return { ...consent, state: 'published', publishedAt: toInstant(now), notesUntil, dueAt: toInstant(now) }
}

/** The last day on which an answer could be given: one that ends at midnight ends with the day before. */
export const lastDayOf = ({ closedAt, closesAt }: Pick<Consent, 'closedAt' | 'closesAt'>, now = Infinity): string =>
  dayOf(Math.min(now, Date.parse(closedAt ?? closesAt) - 1))
