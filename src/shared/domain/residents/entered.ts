import { refuse, type Refusal } from '../../kernel/decision'
import type { Person } from '../organization/records'
import type { Binding } from './binding'

/** Somebody entered by name at a household (代报登记), who has not been joined with an account yet. */
export const isEnteredAt = (person: Person, householdId: string): boolean =>
  person.isEntered === true &&
  person.openid === undefined &&
  person.joinsInto === undefined &&
  person.householdId === householdId

/**
 * The entered person on the way into the account of whoever asked to belong to that household: the same person, as whoever approves the
 * binding says. Until then neither knows of the other.
 */
export const joinEntered = (
  entered: Person | null,
  { communityId, householdId, personId }: Pick<Binding, 'communityId' | 'householdId' | 'personId'>,
): Person | Refusal<'BINDING_ENTERED_UNKNOWN'> =>
  entered && entered.communityId === communityId && entered._id !== personId && isEnteredAt(entered, householdId)
    ? { ...entered, joinsInto: personId }
    : refuse('BINDING_ENTERED_UNKNOWN')
