import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import type { Person } from '../organization/records'
import type { Issue } from './issue'
import { isContactOf, isLeadOf, isOwnerOf } from './owner'
import { canSeeReporter, isDeskOf } from './sight'

/**
 * Who may ask for the reporter's private number: whoever deals with the issue (owner, lead, first person asked, desk) and may know the
 * reporter at all. Nobody asks for their own, and an organisation that reported through its key has none here.
 */
export const canAskPhone = (issue: Issue, actor: Actor): boolean =>
  issue.reporterId !== actor.personId &&
  issue.source !== 'import' &&
  canSeeReporter(issue, actor) &&
  [isOwnerOf, isLeadOf, isContactOf, isDeskOf].some((deals) => deals(issue, actor))

/** A person's number, where they left one and agreed to its being asked for; both stand on their own record only. */
export const sharedPhoneOf = (
  person: Pick<Person, 'phone' | 'phoneConsent'> | null,
): { phone: string } | Refusal<'PHONE_NOT_LEFT' | 'PHONE_NOT_SHARED'> => {
  if (person?.phone === undefined) return refuse('PHONE_NOT_LEFT')
  return person.phoneConsent?.isGiven ? { phone: person.phone } : refuse('PHONE_NOT_SHARED')
}
