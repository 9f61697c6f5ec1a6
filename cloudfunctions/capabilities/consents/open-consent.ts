import type { consents } from '@/shared/contracts/consents'
import type { Consent } from '@/shared/domain/consents/consent'
import { headView } from '@/shared/domain/consents/views'
import type { InputOf } from '@/shared/kernel/capability'
import { refuse, type Refusal } from '@/shared/kernel/decision'
import { sampleMin } from '@/shared/kernel/percent'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { Handler, QueryContext } from '../../runtime/handler'
import { listWholeIn, partsOf } from '../../store/whole'

const daysMax = 180

type Asked = Pick<InputOf<typeof consents.openConsent>, 'scope'> & Pick<Consent, 'groups'>
type ScopeRefusal =
  | 'CONSENT_SCOPE_UNKNOWN'
  | 'CONSENT_SCOPE_EMPTY'
  | 'CONSENT_SCOPE_TOO_SMALL'
  | 'CONSENT_AREA_INVALID'
  | 'CONSENT_GROUPS_OVERLAP'

/** Why a scope cannot be frozen; null when it can. */
const scopeFault = async (
  { scope, groups }: Asked,
  { store, actor, directory }: QueryContext,
): Promise<Refusal<ScopeRefusal> | null> => {
  const { communityId } = actor
  const { buildings } = await directory()
  const known = new Set(
    scope.kind === 'buildings'
      ? buildings.map(({ _id }) => _id)
      : buildings.flatMap(({ units }) => units.map(({ id }) => id)),
  )
  if (scope.kind !== 'households' && scope.ids.some((id) => !known.has(id))) return refuse('CONSENT_SCOPE_UNKNOWN')
  const field = { buildings: 'buildingId', units: 'unitId', households: '_id' }[scope.kind]
  // A list of single doors is longer than one question holds.
  const wheres = partsOf(scope.ids).map((ids) => ({ communityId, [field]: { in: ids } }))
  const isList = scope.kind === 'households'
  const counts = await Promise.all(
    wheres.map((where) => (isList ? store.households.count(where) : store.households.countUpTo(where, sampleMin))),
  )
  const doors = counts.reduce((sum, count) => sum + count, 0)
  if (isList && doors !== scope.ids.length) return refuse('CONSENT_SCOPE_UNKNOWN')
  if (doors === 0) return refuse('CONSENT_SCOPE_EMPTY')
  if (doors < sampleMin) return refuse('CONSENT_SCOPE_TOO_SMALL')
  // Less than a square centimetre is no area either.
  for (const where of wheres)
    if ((await store.households.countUpTo({ ...where, areaSquareMeters: { before: 0.0001 } }, 1)) > 0)
      return refuse('CONSENT_AREA_INVALID')
  const grouped = groups.flatMap(({ householdIds }) => householdIds)
  if (new Set(grouped).size < grouped.length) return refuse('CONSENT_GROUPS_OVERLAP')
  const inScope = new Set(scope.ids)
  const found = await listWholeIn(store.households, '_id', grouped, { communityId })
  const isInside = found.every(({ _id, buildingId, unitId }) =>
    inScope.has({ buildings: buildingId, units: unitId, households: _id }[scope.kind]),
  )
  return found.length < grouped.length || !isInside ? refuse('CONSENT_GROUPS_OVERLAP') : null
}

/** The sworn counters by name, as far as they are people of the community. */
const countersOf = async (ids: readonly string[], { store, actor }: QueryContext): Promise<Consent['counters']> => {
  if (ids.length === 0) return []
  const found = await store.persons.list({ where: { communityId: actor.communityId, _id: { in: ids } } })
  return found.map(({ _id: personId, name }) => ({ personId, name }))
}

/** Writes down what is asked and of whom. A job freezes the set within a minute or two; from then on answers are taken. */
export const openConsent: Handler<typeof consents.openConsent> = async (input, context) => {
  const { actor, now, newId, newSecret, transact } = context
  const until = Date.parse(input.closesAt) - now
  if (until < dayMs) return refuse('CONSENT_CLOSES_TOO_SOON')
  if (until > daysMax * dayMs) return refuse('CONSENT_CLOSES_TOO_LATE')
  const fault = await scopeFault(input, context)
  if (fault) return fault
  const counters = await countersOf(input.counterIds, context)
  if (counters.length < input.counterIds.length) return refuse('COUNTER_UNKNOWN')
  const { title, question, matter, rule, isProgressPublic, scope, groups, closesAt } = input
  const consent: Consent = {
    _id: newId('consent'),
    communityId: actor.communityId,
    title,
    question,
    matter,
    rule,
    isProgressPublic,
    scope,
    groups,
    counters,
    state: 'opening',
    salt: newSecret(),
    createdAt: toInstant(now),
    createdBy: { personId: actor.personId, name: actor.name },
    closesAt: toInstant(Date.parse(closesAt)),
    openedAt: null,
    households: 0,
    vacant: 0,
    frameHash: '',
    closedAt: null,
    publishedAt: null,
    notesUntil: null,
    notesGoneAt: null,
    dueAt: toInstant(now),
  }
  return transact(async (tx) => {
    await tx.consents.create(consent)
    return headView(consent, now)
  })
}
