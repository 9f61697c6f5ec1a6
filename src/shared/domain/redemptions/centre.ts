import * as z from 'zod'
import { openingHours } from '../../contracts/redemptions/shapes'
import type { OutputOf } from '../../kernel/capability'
import type { redemptions } from '../../contracts/redemptions'
import { holds, type Actor } from '../../kernel/actor'
import { id, instant } from '../../kernel/shapes'
import { dayOf, wallClock, weekdayOf } from '../../kernel/time'

/** A service centre (服务中心): where rewards are fetched, and who hands them out. */
export const centreRecord = z.strictObject({
  _id: id,
  communityId: id,
  name: z.string(),
  place: z.string(),
  phone: z.string().nullable(),
  hours: openingHours,
  /** The clerks of this centre; nobody else hands out here. */
  clerkIds: z.array(id),
  createdAt: instant,
})
export type Centre = z.infer<typeof centreRecord>

type CentreView = OutputOf<typeof redemptions.listCentres>['centres'][number]

/** Whether a centre is open at an instant. Handing over outside its hours is allowed; they are for whoever comes. */
export const isOpenAt = ({ hours }: Pick<Centre, 'hours'>, now: number): boolean => {
  const clock = wallClock(now).format('HH:mm')
  return hours.weekdays.includes(weekdayOf(dayOf(now))) && hours.opens <= clock && clock < hours.closes
}

/** Hands out here: a clerk of this centre who is in office. */
export const isClerkOf = (centre: Pick<Centre, 'clerkIds'>, actor: Actor): boolean =>
  centre.clerkIds.includes(actor.personId) && holds(actor, ['clerk'])

/** Keeps the catalogue and the shelf: its clerks, and every administrator of the community. */
export const canManage = (centre: Pick<Centre, 'clerkIds' | 'communityId'>, actor: Actor): boolean =>
  centre.communityId === actor.communityId && (isClerkOf(centre, actor) || holds(actor, ['administrator']))

/** Sees what is on the shelf: who keeps it, and the desk, which is told when something runs low. */
export const canSeeStock = (centre: Pick<Centre, 'clerkIds' | 'communityId'>, actor: Actor): boolean =>
  canManage(centre, actor) || (centre.communityId === actor.communityId && holds(actor, ['communityWorker']))

export const centreView = (centre: Centre, now: number): CentreView => ({
  id: centre._id,
  name: centre.name,
  place: centre.place,
  phone: centre.phone,
  hours: centre.hours,
  isOpen: isOpenAt(centre, now),
})
