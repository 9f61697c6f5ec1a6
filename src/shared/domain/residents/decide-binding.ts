import { holds, type Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import type { Binding } from './binding'

/** Those who know a stairwell may say who lives in it; never the applicant, whatever posts they hold. */
export const canDecideBinding = (binding: Binding, actor: Actor): boolean =>
  actor.communityId === binding.communityId &&
  actor.personId !== binding.personId &&
  (holds(actor, ['buildingHead'], { kind: 'building', id: binding.buildingId }) ||
    holds(actor, ['unitHead'], { kind: 'unit', id: binding.unitId }) ||
    holds(actor, ['gridWorker'], { kind: 'grid', id: binding.gridId }) ||
    holds(actor, ['communityWorker', 'administrator'], { kind: 'community', id: binding.communityId }))

type BindingRefusal = 'NOT_FOUND' | 'BINDING_ALREADY_DECIDED' | 'BINDING_REASON_REQUIRED' | 'BINDING_OWN_REQUEST'

/** The decided request, or why not. A refusal to the applicant always carries a reason they can act on. */
export const decideBinding = (
  binding: Binding,
  { approve, reason }: { approve: boolean; reason?: string | undefined },
  actor: Actor,
  now: number,
): Binding | Refusal<BindingRefusal> => {
  if (actor.personId === binding.personId) return refuse('BINDING_OWN_REQUEST')
  if (!canDecideBinding(binding, actor)) return refuse('NOT_FOUND')
  if (binding.state !== 'pending') return refuse('BINDING_ALREADY_DECIDED')
  if (!approve && !reason) return refuse('BINDING_REASON_REQUIRED')
  return {
    ...binding,
    state: approve ? 'approved' : 'rejected',
    decidedAt: toInstant(now),
    decidedById: actor.personId,
    decidedByName: actor.name,
    reason: reason ?? null,
  }
}
