import * as z from 'zod'
import { holds, type Actor } from '../../kernel/actor'
import type { Role, Scope } from '../../kernel/roles'
import { id, instant } from '../../kernel/shapes'
import { minuteMs, toInstant } from '../../kernel/time'
import { isParty } from '../issues/owner'
import { partyShape, type Party } from '../issues/party'
import type { Household, Person } from '../organization/records'
import { nameOfLeft } from './leaving'

/** How long one assistance lasts: long enough to listen and write, too short to be left open. */
export const assistanceMinutes = 30

/**
 * Half an hour in which somebody in office reports for a resident who cannot (代为上报): who, for whom, why, and what came of it. It is
 * its own log, and only ever ends.
 */
export const assistanceRecord = z.object({
  _id: id,
  communityId: id,
  /** Who enters, in the post in which they may. */
  by: partyShape,
  /** For whom; null once they have left. */
  forId: id.nullable(),
  forName: z.string(),
  householdId: id.nullable(),
  householdLabel: z.string().nullable(),
  /** False for somebody who has never opened the app and so has to be told by word of mouth. */
  hasSignedIn: z.boolean(),
  purpose: z.string(),
  startedAt: instant,
  endsAt: instant,
  endedAt: instant.nullable(),
  issues: z.array(z.object({ id, code: z.string(), createdAt: instant })),
})
export type Assistance = z.infer<typeof assistanceRecord>

/** Where a household is, as far as posts reach it. */
export type Home = Pick<Household, 'communityId' | 'buildingId' | 'unitId'> & { readonly gridId: string | null }

/**
 * The post in which somebody may report for whoever lives in a home, the nearest one first; without a home the desk only. null: in none,
 * and then the person is as if they were not there.
 */
export const postReaching = (actor: Actor, communityId: string, home: Home | null): Party | null => {
  const posts: readonly (readonly [Role, Scope['kind'], string | null])[] = [
    ['unitHead', 'unit', home?.unitId ?? null],
    ['buildingHead', 'building', home?.buildingId ?? null],
    ['gridWorker', 'grid', home?.gridId ?? null],
    ['communityWorker', 'community', communityId],
    ['administrator', 'community', communityId],
  ]
  if (actor.communityId !== communityId) return null
  const found = posts.find(([role, kind, scopeId]) => scopeId !== null && holds(actor, [role], { kind, id: scopeId }))
  if (!found) return null
  const [role, kind, scopeId] = found
  return { personId: actor.personId, name: actor.name, role, scope: { kind, id: scopeId! }, dutyPhone: null }
}

/** Still running: neither ended by hand nor by time. */
export const isOn = ({ endedAt, endsAt }: Pick<Assistance, 'endedAt' | 'endsAt'>, now: number): boolean =>
  endedAt === null && now < Date.parse(endsAt)

/** Whether it may be used by this actor now: begun by them, in a post they still hold. */
export const isTheirs = ({ by }: Pick<Assistance, 'by'>, actor: Actor): boolean => isParty(actor, by)

/** A new assistance, from now on. */
export const beginAssistance = (
  {
    _id,
    by,
    resident,
    home,
    purpose,
  }: {
    _id: string
    by: Party
    resident: Pick<Person, '_id' | 'name' | 'openid' | 'communityId'>
    home: { id: string; label: string } | null
    purpose: string
  },
  now: number,
): Assistance => ({
  _id,
  communityId: resident.communityId,
  by,
  forId: resident._id,
  forName: resident.name,
  householdId: home?.id ?? null,
  householdLabel: home?.label ?? null,
  hasSignedIn: resident.openid !== undefined,
  purpose,
  startedAt: toInstant(now),
  endsAt: toInstant(now + assistanceMinutes * minuteMs),
  endedAt: null,
  issues: [],
})

/** Ended by hand; one that is over stays as it is. */
export const ended = (assistance: Assistance, now: number): Assistance =>
  isOn(assistance, now) ? { ...assistance, endedAt: toInstant(now) } : assistance

/** The same without whom it was for, for when they have left; who entered what, and when, stays. */
export const withoutAssisted = (assistance: Assistance): Assistance => ({
  ...assistance,
  forId: null,
  forName: nameOfLeft,
  householdId: null,
  householdLabel: null,
  purpose: '',
})
