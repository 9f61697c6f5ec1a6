import type { consultations } from '@/shared/contracts/consultations'
import { acted } from '@/shared/domain/consultations/moves'
import type { Consultation, Vote } from '@/shared/domain/consultations/records'
import { buildingsWithin } from '@/shared/domain/consultations/votes'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import type { Handler, QueryContext } from '../../runtime/handler'
import { moveTopic } from './move-topic'

const leastMs = 60 * minuteMs
const mostMs = 60 * dayMs
/** How long after the close ballots that were under way may still arrive, before they are counted. */
export const countAfterMs = minuteMs

/** Households in a scope, vacant ones included: what a vote by household is measured against. */
const householdsIn = async (
  { scope, communityId }: Consultation,
  { store, directory }: Pick<QueryContext, 'store' | 'directory'>,
): Promise<number> => {
  if (scope.kind === 'unit') return store.households.count({ unitId: scope.id })
  const buildings = (await directory()).buildings
  const within = buildingsWithin(scope, buildings) ?? buildings.map(({ _id }) => _id)
  return within.length > 0 ? store.households.count({ communityId, buildingId: { in: within } }) : 0
}

/** Opens the vote of a topic; what it asks and how it counts is not changed after. */
export const openVote: Handler<typeof consultations.openVote> = async ({ id, ...asked }, context) => {
  const { actor, now, store, transact } = context
  const closesAt = Date.parse(asked.closesAt)
  if (closesAt < now + leastMs || closesAt > now + mostMs) return refuse('VOTE_CLOSE_UNFIT')
  const texts = asked.options.map(({ text }) => text)
  if (new Set(texts).size < texts.length) return refuse('OPTION_TWICE')
  const seen = await store.consultations.get(id)
  if (!seen) return refuse('NOT_FOUND')
  const vote: Vote = {
    ...asked,
    options: asked.options.map((option, at) => ({ id: `option-${at + 1}`, ...option })),
    openedAt: toInstant(now),
    households: asked.by === 'household' ? await householdsIn(seen, context) : null,
    result: null,
  }
  return transact(async (tx) => {
    const next = await moveTopic(tx, id, actor, (topic) => {
      if (topic.vote) return refuse('VOTE_EXISTS')
      const given = { vote, nextAt: toInstant(closesAt + countAfterMs) }
      return acted(topic, 'openVote', { byId: actor.personId, words: asked.question, given }, now)
    })
    return isRefusal(next) ? next : { id }
  })
}
