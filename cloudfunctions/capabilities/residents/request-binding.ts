import type { residents } from '@/shared/contracts/residents'
import { applicantName } from '@/shared/domain/residents/binding'
import { isAway } from '@/shared/domain/organization/leave'
import { refuse } from '@/shared/kernel/decision'
import { isInForce, type Role } from '@/shared/kernel/roles'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { nameOfHousehold } from '../../store/directory'
import { listHolders } from '../../store/reads'

/** Whom to ask first: the one nearest to the door. */
const approvers: readonly Role[] = ['buildingHead', 'unitHead', 'gridWorker', 'communityWorker']

/** Asks the building head to say that this person belongs to this household. The community desk is always last. */
export const requestBinding: Handler<typeof residents.requestBinding> = async (input, context) => {
  const { actor, now, store, directory, newId, transact } = context
  const household = await store.households.get(input.householdId)
  const place = await directory()
  const building = household && place.buildingById.get(household.buildingId)
  if (!household || household.communityId !== actor.communityId || !building) return refuse('NOT_FOUND')
  if (actor.householdId === household._id) return refuse('BINDING_ALREADY_BOUND')

  const scopes = [building._id, household.unitId, building.gridId, actor.communityId]
  const today = dayOf(now)
  const present = (await listHolders(store, actor.communityId, scopes, approvers)).filter(
    ({ posting, person }) => isInForce(posting, today) && !isAway(person, today) && person._id !== actor.personId,
  )
  const asked = approvers.flatMap((role) => present.filter(({ posting }) => posting.role === role))[0]
  if (!asked) return refuse('NOT_FOUND')
  const approver = asked.person

  const label = nameOfHousehold(place, household)
  const _id = newId('b')
  return transact(async (tx) => {
    // Of two requests of one person, whichever is later finds the other here.
    await tx.persons.guard(actor.personId)
    if ((await store.bindings.count({ personId: actor.personId, state: 'pending' })) > 0)
      return refuse('BINDING_ALREADY_PENDING')
    await tx.bindings.create({
      _id,
      communityId: actor.communityId,
      personId: actor.personId,
      personName: input.name,
      householdId: household._id,
      householdLabel: label,
      buildingId: building._id,
      unitId: household.unitId,
      gridId: building.gridId,
      relation: input.relation,
      note: input.note ?? '',
      state: 'pending',
      requestedAt: toInstant(now),
      approver: { personId: approver._id, name: approver.name, role: asked.posting.role },
      decidedAt: null,
      decidedById: null,
      decidedByName: null,
      reason: null,
    })
    await tx.notices.create({
      _id: `${_id}-asked`,
      communityId: actor.communityId,
      recipientId: approver._id,
      title: '有住户申请绑定',
      text: `${applicantName(input.name, actor)} 申请绑定 ${label}，请核实后确认。`,
      subject: { kind: 'binding', id: _id },
      createdAt: toInstant(now),
      isRead: false,
    })
    return { id: _id, state: 'pending' as const, approverName: approver.name }
  })
}
