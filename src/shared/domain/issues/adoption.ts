import { holds, type Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { nameOfLeft } from '../residents/leaving'
import { addDays, dayOf, daysBetween, toInstant } from '../../kernel/time'
import { adoptionDaysMax, upkeepShownMax, type Adoption, type Upkeep } from './adoption-record'
import type { Party } from './party'

/** How many days before its end an adopter is reminded. */
export const remindDaysBefore = 7
/** After how many turns of the duty without a note, one after another, the plot goes back to the community. */
export const missedTurnsMax = 2

/** Those who put adoptions on record: community workers, and grid workers who know the plots. */
export const canManageAdoptions = (actor: Actor): boolean =>
  holds(actor, ['communityWorker'], { kind: 'community', id: actor.communityId }) || holds(actor, ['gridWorker'])

/** The adopter themself: the person, anybody of the household, or whoever speaks for the unit. */
export const isAdopter = ({ adopter }: Adoption, actor: Actor): boolean =>
  adopter.personId === actor.personId ||
  (adopter.kind === 'household' && adopter.householdId !== null && adopter.householdId === actor.householdId)

/** Where the community adopted, volunteers do it too. */
const isCommunitys = (adoption: Adoption, actor: Actor): boolean =>
  (adoption.adopter.kind === 'community' || adoption.state !== 'active') &&
  (adoption.custodian?.personId === actor.personId || holds(actor, ['volunteer', 'buildingHead', 'unitHead', 'hub']))

/** Who may note upkeep now: the adopter while it is theirs, staff always, and the community’s people where it is the community’s. */
export const canNoteUpkeep = (adoption: Adoption, actor: Actor): boolean =>
  actor.communityId === adoption.communityId &&
  (canManageAdoptions(actor) ||
    (adoption.state === 'active' && isAdopter(adoption, actor)) ||
    isCommunitys(adoption, actor))

/** Who reads the notes and photos of upkeep, which no content check has seen: staff, and whoever writes them. */
export const canReadUpkeep = (adoption: Adoption, actor: Actor): boolean =>
  canNoteUpkeep(adoption, actor) || isAdopter(adoption, actor)

/** The first day on which two turns in a row have gone by without a note. */
export const missedOn = ({ duty, from, lastUpkeepOn }: Adoption): string =>
  addDays(lastUpkeepOn ?? addDays(from, -1), missedTurnsMax * duty.everyDays + 1)

const nextOnOf = (adoption: Adoption): string => {
  const days = [addDays(adoption.to, 1), missedOn(adoption)]
  const remindOn = addDays(adoption.to, -remindDaysBefore)
  return [...days, ...(adoption.isReminded ? [] : [remindOn])].sort()[0]!
}
const scheduled = (adoption: Adoption): Adoption => ({
  ...adoption,
  nextOn: adoption.state === 'active' ? nextOnOf(adoption) : null,
})

const isPeriodFit = (from: string, to: string, today: string): boolean =>
  to >= from && to >= today && daysBetween(from, to) < adoptionDaysMax && daysBetween(today, from) <= adoptionDaysMax

type Given = Pick<
  Adoption,
  '_id' | 'communityId' | 'issueId' | 'issueCode' | 'plot' | 'adopter' | 'duty' | 'from' | 'to'
>

/** A new adoption; its period may begin earlier than today, but not have ended. */
export const newAdoption = (given: Given, now: number): Adoption | Refusal<'ADOPTION_PERIOD_UNFIT'> => {
  if (!isPeriodFit(given.from, given.to, dayOf(now))) return refuse('ADOPTION_PERIOD_UNFIT')
  const at = toInstant(now)
  const today = dayOf(now)
  return scheduled({
    ...given,
    state: 'active',
    endReason: null,
    custodian: null,
    upkeep: [],
    upkeepCount: 0,
    // A period entered late is not missed before anybody could note anything.
    lastUpkeepOn: given.from < today ? addDays(today, -1) : null,
    isReminded: false,
    nextOn: null,
    createdAt: at,
    updatedAt: at,
  })
}

/** A longer period for the same adopter, also for one that had lapsed; what was given up begins as a new adoption. */
export const renewAdoption = (
  adoption: Adoption,
  to: string,
  now: number,
): Adoption | Refusal<'ADOPTION_PERIOD_UNFIT' | 'ADOPTION_ENDED'> => {
  if (adoption.state === 'ended') return refuse('ADOPTION_ENDED')
  const today = dayOf(now)
  if (to <= today || (adoption.state === 'active' && to <= adoption.to) || daysBetween(today, to) > adoptionDaysMax)
    return refuse('ADOPTION_PERIOD_UNFIT')
  const isBack = adoption.state === 'lapsed'
  return scheduled({
    ...adoption,
    to,
    ...(isBack ? { from: today, lastUpkeepOn: null } : {}),
    state: 'active',
    endReason: null,
    custodian: null,
    isReminded: false,
    updatedAt: toInstant(now),
  })
}

const writerOf = (adoption: Adoption, actor: Actor): Pick<Upkeep, 'by' | 'byName'> => {
  if (isAdopter(adoption, actor)) return { by: 'adopter', byName: null }
  return canManageAdoptions(actor) ? { by: 'staff', byName: actor.name } : { by: 'volunteer', byName: null }
}

/** One more note that the duty was done; the day it was noted on counts. */
export const noteUpkeep = (
  adoption: Adoption,
  { text, fileIds }: { text: string; fileIds: readonly string[] },
  actor: Actor,
  now: number,
): Adoption =>
  scheduled({
    ...adoption,
    upkeep: [
      ...adoption.upkeep,
      { at: toInstant(now), ...writerOf(adoption, actor), text, fileIds: [...fileIds] },
    ].slice(-upkeepShownMax),
    upkeepCount: adoption.upkeepCount + 1,
    lastUpkeepOn: dayOf(now),
    updatedAt: toInstant(now),
  })

const backToCommunity = (
  adoption: Adoption,
  state: 'lapsed' | 'ended',
  endReason: string,
  custodian: Party | null,
  now: number,
): Adoption => scheduled({ ...adoption, state, endReason, custodian, updatedAt: toInstant(now) })

/** Given up, with the reason; the community looks after the plot from now on. */
export const endAdoption = (
  adoption: Adoption,
  reason: string,
  custodian: Party | null,
  now: number,
): Adoption | Refusal<'ADOPTION_ENDED'> =>
  adoption.state === 'ended' ? refuse('ADOPTION_ENDED') : backToCommunity(adoption, 'ended', reason, custodian, now)

/** What time asks of an adoption today: to remind its adopter, to let it lapse, or nothing. */
export const dueOf = (adoption: Adoption, today: string): 'remind' | 'lapse' | null => {
  if (adoption.state !== 'active') return null
  if (today > adoption.to || today >= missedOn(adoption)) return 'lapse'
  return !adoption.isReminded && today >= addDays(adoption.to, -remindDaysBefore) ? 'remind' : null
}

/** The adoption after its adopter was reminded. */
export const remindedAdoption = (adoption: Adoption): Adoption => scheduled({ ...adoption, isReminded: true })

/** The adoption once its time is over or its duty was missed: with the community, by name. */
export const lapsedAdoption = (adoption: Adoption, custodian: Party | null, now: number): Adoption =>
  backToCommunity(adoption, 'lapsed', dayOf(now) > adoption.to ? '认养期已满' : '连续两次没有养护记录', custodian, now)

/** The adoption without an adopter who has left the community for good: no name, no id, no home. */
export const adoptionWithout = (adoption: Adoption, personId: string): Adoption =>
  adoption.adopter.personId === personId
    ? {
        ...adoption,
        adopter: { ...adoption.adopter, personId: null, householdId: null, name: nameOfLeft, isNamed: false },
      }
    : adoption
