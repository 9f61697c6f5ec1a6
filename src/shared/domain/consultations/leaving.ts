import type { Consultation } from './records'

/** A consultation without whoever proposed it: what was said stays, and that somebody did; who it was does not. */
export const withoutProposer = (topic: Consultation, personId: string, strangerId: string): Consultation => {
  const other = (id: string | null): string | null => (id === personId ? strangerId : id)
  return {
    ...topic,
    proposerId: topic.proposerId === personId ? strangerId : topic.proposerId,
    history: topic.history.map((one) =>
      one.act === 'propose' || one.act === 'withdraw' ? { ...one, byId: other(one.byId) } : one,
    ),
  }
}
