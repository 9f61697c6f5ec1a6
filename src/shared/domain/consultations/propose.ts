import { toInstant } from '../../kernel/time'
import type { Consultation } from './records'

type Proposed = Pick<Consultation, '_id' | 'communityId' | 'title' | 'text' | 'scope' | 'proposerId' | 'proposedAs'> &
  Pick<Consultation, 'textCheck' | 'checkDueAt' | 'checkFailures'>

/** A topic as it begins: being collected, stood behind by nobody yet. */
export const newTopic = (proposed: Proposed, now: number): Consultation => {
  const at = toInstant(now)
  return {
    ...proposed,
    step: 'collecting',
    end: null,
    isOpen: true,
    history: [{ act: 'propose', step: 'collecting', at, byId: proposed.proposerId, words: '' }],
    runnerId: null,
    joinedIntoId: null,
    projectId: null,
    supports: 0,
    meetings: [],
    vote: null,
    resolution: null,
    notice: null,
    report: null,
    nextAt: null,
    createdAt: at,
    updatedAt: at,
  }
}
