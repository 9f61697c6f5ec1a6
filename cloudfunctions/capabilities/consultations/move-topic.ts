import type { Consultation } from '@/shared/domain/consultations/records'
import { mayRun } from '@/shared/domain/consultations/moves'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal, refuse, type Refusal } from '@/shared/kernel/decision'
import type { Transaction } from '../../store/store'

/** Loads a topic for whoever runs topics, decides, and saves what came of it; a refusal saves nothing. */
export const moveTopic = async <Code extends string>(
  tx: Transaction,
  id: string,
  actor: Actor,
  decide: (consultation: Consultation) => Consultation | Refusal<Code> | Promise<Consultation | Refusal<Code>>,
): Promise<Consultation | Refusal<Code | 'NOT_FOUND'>> => {
  const found = await tx.consultations.get(id)
  if (!found || !mayRun(found, actor)) return refuse('NOT_FOUND')
  const next = await decide(found)
  if (!isRefusal(next)) await tx.consultations.put(next)
  return next
}
