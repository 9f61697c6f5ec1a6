import type { consultations } from '@/shared/contracts/consultations'
import { fresh } from '@/shared/domain/consultations/checked-words'
import { newTopic } from '@/shared/domain/consultations/propose'
import type { Consultation } from '@/shared/domain/consultations/records'
import { isRunner, proposedAs } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import { startOfDay, dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { nameOfScope } from '../../store/directory'
import { notePartaker } from './partaking'

/** How many topics somebody proposes in a day. */
const perDay = 5
const scopeKinds = ['community', 'estate', 'grid', 'building', 'unit']

/** Proposes a topic. Its words are shown once they have passed the content check; those of the desk at once. */
export const proposeTopic: Handler<typeof consultations.proposeTopic> = async ({ title, text, ...asked }, context) => {
  const { actor, now, newId, store, transact, directory } = context
  const scope = asked.scope ?? { kind: 'community', id: actor.communityId }
  if (!scopeKinds.includes(scope.kind) || !isOwnScope(await directory(), scope)) return refuse('SCOPE_UNKNOWN')
  const today = toInstant(startOfDay(dayOf(now)))
  const proposed = await store.consultations.countUpTo(
    { proposerId: actor.personId, createdAt: { atLeast: today } },
    perDay,
  )
  if (proposed >= perDay && !isRunner(actor)) return refuse('TOPICS_TOO_MANY')
  const topic = newTopic(
    {
      _id: newId('topic'),
      communityId: actor.communityId,
      title,
      text,
      scope,
      proposerId: actor.personId,
      proposedAs: proposedAs(actor),
      ...fresh(isRunner(actor), now),
    },
    now,
  )
  return transact(async (tx) => {
    await tx.consultations.create(topic)
    await notePartaker(tx, topic, actor.personId, {})
    return { id: topic._id, step: topic.step }
  })
}

const isOwnScope = (directory: Parameters<typeof nameOfScope>[0], scope: Consultation['scope']): boolean =>
  scope.kind === 'community' ? scope.id === directory.community._id : nameOfScope(directory, scope) !== ''
