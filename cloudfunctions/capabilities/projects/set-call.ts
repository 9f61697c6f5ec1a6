import type { projects } from '@/shared/contracts/projects'
import type { ProjectCall } from '@/shared/domain/projects/project'
import { callView } from '@/shared/domain/projects/views'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { digest } from '../../runtime/hash'
import type { Handler } from '../../runtime/handler'

/** Puts a call on record, or changes it; units that have proposed stay, and so does what is given away of the fund. */
export const setCall: Handler<typeof projects.setCall> = async (
  { id, version, partyGroupIds, residentGroups, ...said },
  { actor, now, store, newId, transact },
) => {
  const { communityId } = actor
  const groups = await store.partyNodes.list({ where: { communityId, kind: 'group' }, limit: 1000 })
  const nameOf = new Map(groups.map(({ _id, name }) => [_id, name]))
  if (partyGroupIds.some((groupId) => !nameOf.has(groupId))) return refuse('CALL_UNIT_UNKNOWN')
  const units: ProjectCall['units'] = [
    ...[...new Set(partyGroupIds)].map((groupId) => ({
      id: groupId,
      kind: 'partyGroup' as const,
      name: nameOf.get(groupId)!,
    })),
    ...residentGroups.map((name) => ({
      id: `residents-${digest(communityId, name)}`,
      kind: 'residentGroup' as const,
      name,
    })),
  ]
  const _id = id ?? newId('call')
  return transact(async (tx) => {
    const before = id ? await tx.projectCalls.get(id) : null
    if (id && before?.communityId !== communityId) return refuse('NOT_FOUND')
    if (before && before.version !== version) return refuse('CALL_CHANGED')
    const unitIdsInUse = before?.unitIdsInUse ?? []
    if (unitIdsInUse.some((unitId) => units.every((unit) => unit.id !== unitId))) return refuse('CALL_UNIT_IN_USE')
    if (before && said.fundFen < before.allocatedFen) return refuse('CALL_FUND_TOO_SMALL')
    const next = {
      ...said,
      _id,
      communityId,
      units,
      unitIdsInUse,
      version: (before?.version ?? 0) + 1,
      allocatedFen: before?.allocatedFen ?? 0,
      createdAt: before?.createdAt ?? toInstant(now),
    }
    await tx.projectCalls.put(next)
    return callView(next, now)
  })
}
