import { nameOfLeft } from '../residents/leaving'
import { sameName } from './answer'
import type { Consent } from './consent'
import type { EntryNote } from './entry'
import type { ConsentHousehold } from './household'
import type { Unsealing } from './unsealing'

/**
 * Whether a note of a home is of a paper that goes with somebody who leaves: one that names them, or any, photos and all, when they were
 * the last owner of that home in the app.
 */
export const isPaperOf = (
  { signer }: Pick<EntryNote, 'signer'>,
  { name, isLastOwner }: { name: string; isLastOwner: boolean },
): boolean => signer !== null && signer.personId === null && (isLastOwner || sameName(signer.name, name))

/** A household without the link that was made out for somebody, and without them as its signer. What it has said stays. */
export const householdWithout = (
  household: ConsentHousehold,
  { personId, names }: { personId: string; names: readonly string[] },
): ConsentHousehold => {
  const { link, signer } = household
  return {
    ...household,
    link: link && names.some((name) => sameName(link.name, name)) ? null : link,
    signer: signer?.personId === personId ? null : signer,
  }
}

/**
 * A consent without a sworn counter: that there was one stays, and it opens nothing any more. Who asked the households did so in a post,
 * and keeps the name under which they did.
 */
export const withoutCounter = (consent: Consent, personId: string, strangerId: string): Consent => ({
  ...consent,
  counters: consent.counters.map((one) =>
    one.personId === personId ? { personId: strangerId, name: nameOfLeft } : one,
  ),
})

/** An opened line without the counter who asked for it or confirmed it; that two did stays. */
export const unsealingWithout = (unsealing: Unsealing, personId: string, strangerId: string): Unsealing => {
  const stranger = { personId: strangerId, name: nameOfLeft }
  const { askedBy, confirmedBy } = unsealing
  return {
    ...unsealing,
    askedBy: askedBy.personId === personId ? stranger : askedBy,
    confirmedBy: confirmedBy?.personId === personId ? stranger : confirmedBy,
  }
}
