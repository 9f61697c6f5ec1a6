import type { consents } from '@/shared/contracts/consents'
import { contactRoles, deskRoles } from '@/shared/domain/consents/contact-roles'
import { isAway } from '@/shared/domain/organization/leave'
import { refuse } from '@/shared/kernel/decision'
import { isInForce, roleNames } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { findPeople } from '../../store/reads'
import { findConsent } from './find'

/** As many as are asked for at once with their postings. */
const atOnce = 100

/** Everybody who keeps in touch with a household, those first who cannot. How many each has left is theirs to know, and so whether any. */
export const listContacts: Handler<typeof consents.listContacts> = async ({ id }, { actor, now, store }) => {
  const consent = await findConsent(store, id, actor)
  if (!consent) return refuse('NOT_FOUND')
  const rows = (await store.aggregate('consentHouseholds', { consentId: id }, [
    { group: { _id: '$contactId' } },
    { limit: 1000 },
  ])) as { _id: string }[]
  const ids = rows.map(({ _id }) => _id)
  const people = []
  for (let at = 0; at < ids.length; at += atOnce) people.push(...(await findPeople(store, ids.slice(at, at + atOnce))))
  const today = dayOf(now)
  const may: readonly string[] = [...contactRoles, ...deskRoles]
  const contacts = people.map(({ person, postings }) => {
    const post = postings.find((posting) => may.includes(posting.role) && isInForce(posting, today))
    return {
      personId: person._id,
      name: person.name,
      roleName: post ? roleNames[post.role] : null,
      isGone: !post,
      isOnLeave: isAway(person, today),
    }
  })
  const rank = ({ isGone, isOnLeave }: (typeof contacts)[number]) => (isGone ? 0 : isOnLeave ? 1 : 2)
  return { contacts: contacts.sort((a, b) => rank(a) - rank(b) || (a.personId < b.personId ? -1 : 1)) }
}
