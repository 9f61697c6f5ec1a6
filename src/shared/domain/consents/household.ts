import * as z from 'zod'
import { answers, householdStatuses, type ConflictRule, type HouseholdStatus } from '../../kernel/consents'
import { id, instant } from '../../kernel/shapes'
import type { Household } from '../organization/records'
import { nothingSaid, isConflict, liveOf, saidAfter, type Said } from './standing'
import { frozenHash } from './seal'
import type { Digest, Entry } from './entry'

const said = z.strictObject({ answer: z.enum(answers), sequence: z.int() }).nullable()

/**
 * One household of one consent: what was frozen of it, whom it is in touch with, and the end of its chain of answers. The one document
 * its answers write, beside the sums of its building.
 */
export const consentHouseholdRecord = z.strictObject({
  _id: id,
  communityId: id,
  consentId: id,
  householdId: id,
  buildingId: id,
  unitId: id,
  /** The building it is counted with; small ones are counted together, so that a sum is never one household's answer. */
  blockId: id,
  /** Where it stands among the doors, for lists that go from door to door. */
  order: z.string(),
  label: z.string(),
  isVacant: z.boolean(),
  areaSquareCentimeters: z.int().min(1),
  /** Units that are one head share it; empty for a head of its own. */
  headKey: z.string(),
  pseudonym: id,
  weightDigest: z.string(),
  contactId: id,
  /** Whether it has an answer that counts; what lists and sums ask for. */
  isAnswered: z.boolean(),
  status: z.enum(householdStatuses),
  isInConflict: z.boolean(),
  said: z.strictObject({ online: said, paper: said }),
  sequence: z.int(),
  head: z.string(),
  /** Who signs for the co-owners online; null until the first does. */
  signer: z.strictObject({ personId: id, name: z.string() }).nullable(),
  /** The last contact, for whoever contacts it. */
  contactedAt: instant.nullable(),
  /** How it stood before it answered, to go back to when the answer is withdrawn. */
  unanswered: z.enum(['notContacted', 'contacted', 'unreachable']),
  /** The digest of the link that is good (异地业主链接), who sent it, and for whom; null without one. */
  link: z
    .strictObject({ digest: z.string(), byId: id, name: z.string(), as: z.enum(['proprietor', 'proxy']) })
    .nullable(),
  updatedAt: instant,
})
export type ConsentHousehold = z.infer<typeof consentHouseholdRecord>

export const consentHouseholdIdOf = (consentId: string, householdId: string): string => `${consentId}:${householdId}`

/** An area as the count adds it: whole square centimetres. */
export const squareCentimetersOf = (squareMeters: number): number => Math.round(squareMeters * 10_000)

/** What binds a household's area and head into the frozen set without telling them. */
export const weightDigestOf = (
  salt: string,
  {
    householdId,
    areaSquareCentimeters,
    headKey,
  }: Pick<ConsentHousehold, 'householdId' | 'areaSquareCentimeters' | 'headKey'>,
  digest: Digest,
): string => digest(JSON.stringify([salt, 'weight', householdId, areaSquareCentimeters, headKey]))

interface Freezing {
  consentId: string
  salt: string
  label: string
  order: string
  blockId: string
  headKey: string
  contactId: string
  at: string
}

/** A household as it is frozen, before anybody has answered. */
export const frozenHousehold = (household: Household, with_: Freezing, digest: Digest): ConsentHousehold => {
  const { _id: householdId, communityId, buildingId, unitId, isVacant, areaSquareMeters } = household
  const { consentId, salt, label, order, blockId, headKey, contactId, at } = with_
  const areaSquareCentimeters = squareCentimetersOf(areaSquareMeters)
  const pseudonym = digest(JSON.stringify([salt, 'household', householdId])).slice(0, 24)
  const weightDigest = weightDigestOf(salt, { householdId, areaSquareCentimeters, headKey }, digest)
  return {
    _id: consentHouseholdIdOf(consentId, householdId),
    communityId,
    consentId,
    householdId,
    buildingId,
    unitId,
    blockId,
    order,
    label,
    isVacant,
    areaSquareCentimeters,
    headKey,
    pseudonym,
    weightDigest,
    contactId,
    isAnswered: false,
    status: 'notContacted',
    isInConflict: false,
    said: nothingSaid,
    sequence: 0,
    head: frozenHash(consentId, { pseudonym, blockId, weightDigest }, digest),
    signer: null,
    contactedAt: null,
    unanswered: 'notContacted',
    link: null,
    updatedAt: at,
  }
}

/** A household after one more line of its chain. */
export const householdAfter = (
  household: ConsentHousehold,
  entry: Entry,
  rule: ConflictRule,
  at: string,
): ConsentHousehold => {
  const after: Said = saidAfter(household.said, entry, rule)
  const live = liveOf(after, rule)
  const status: HouseholdStatus = live ? live.answer : household.unanswered
  return {
    ...household,
    said: after,
    isAnswered: live !== null,
    status,
    isInConflict: isConflict(after),
    sequence: entry.sequence,
    head: entry.hash,
    updatedAt: at,
  }
}
