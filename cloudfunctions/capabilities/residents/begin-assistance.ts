import type { residents } from '@/shared/contracts/residents'
import {
  beginAssistance as begun,
  ended,
  isOn,
  assistanceMinutes,
  postReaching,
} from '@/shared/domain/residents/assistance'
import type { Household, Person } from '@/shared/domain/organization/records'
import { refuse } from '@/shared/kernel/decision'
import type { ParsedInputOf } from '@/shared/kernel/capability'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { digest } from '../../runtime/hash'
import type { CommandContext, Handler } from '../../runtime/handler'
import { nameOfHousehold } from '../../store/directory'
import { shownAssistance } from './assistance-view'
import { homeOf } from './homes'

type Input = ParsedInputOf<typeof residents.beginAssistance>
type Context = Pick<CommandContext, 'store' | 'actor' | 'now'>

/** Somebody a household is said to have, entered without an identity; the same name at the same door is the same person. */
const enteredAt = (household: Household, name: string): Person => ({
  _id: `person-${digest('entered', household._id, name)}`,
  communityId: household.communityId,
  name,
  householdId: household._id,
  isEntered: true,
})

const personNamed = async ({ personId, householdId, name }: Input, { store, actor }: Context) => {
  if (personId) {
    const person = await store.persons.get(personId)
    const household = person?.householdId ? await store.households.get(person.householdId) : null
    return { person, household, isKnown: true }
  }
  const household = householdId ? await store.households.get(householdId) : null
  if (!household || !name) return { person: null, household: null, isKnown: false }
  const members = await store.persons.list({ where: { communityId: actor.communityId, householdId: household._id } })
  const member = members.find((one) => one.name === name && !one.joinsInto)
  return { person: member ?? enteredAt(household, name), household, isKnown: member !== undefined }
}

/** What the caller still has open; a new one ends it, so that nobody is in two minds for whom they write. */
const openOnes = async ({ store, actor, now }: Context) => {
  const lately = await store.assistances.list({
    where: { 'by.personId': actor.personId, startedAt: { after: toInstant(now - assistanceMinutes * minuteMs) } },
  })
  return lately.filter((one) => isOn(one, now)).map(({ _id }) => _id)
}

/**
 * Begins half an hour in which the caller reports for a resident. Whoever is out of their reach is as if they were not there. A name at a
 * door that nobody has entered yet is entered, without an identity.
 */
export const beginAssistance: Handler<typeof residents.beginAssistance> = async (input, context) => {
  const { actor, now, newId, transact, directory } = context
  const [{ person, household, isKnown }, open, place] = await Promise.all([
    personNamed(input, context),
    openOnes(context),
    directory(),
  ])
  const by = person && postReaching(actor, person.communityId, household && homeOf(household, place))
  if (!person || !by) return refuse('NOT_FOUND')
  if (person._id === actor.personId) return refuse('ASSISTANCE_SELF')
  const assistance = begun(
    {
      _id: newId('assistance'),
      by,
      resident: person,
      home: household && { id: household._id, label: nameOfHousehold(place, household) },
      purpose: input.purpose,
    },
    now,
  )
  return transact(async (tx) => {
    if (!isKnown && !(await tx.persons.get(person._id))) await tx.persons.create(person)
    for (const id of open) {
      const before = await tx.assistances.get(id)
      if (before && isOn(before, now)) await tx.assistances.put(ended(before, now))
    }
    await tx.assistances.create(assistance)
    return shownAssistance(assistance, now)
  })
}
