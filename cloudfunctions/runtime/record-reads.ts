import { disputesIn } from '@/shared/domain/issues/access-log'
import type { Actor } from '@/shared/kernel/actor'
import { toInstant } from '@/shared/kernel/time'
import type { Store } from '../store/store'
import { digest } from './hash'
import type { Log } from './log'

interface Read {
  actor: Actor | undefined
  call: { capability?: unknown; requestId?: unknown }
  requestId: string
  now: number
}

/**
 * Writes down that an answer tells of disputes, before it leaves: who, when, which parts. One request, and none for all other answers. A
 * read is not refused because it could not be written down; then the function's own log says so, with the same facts and no names.
 */
export const recordReads = async (
  { store, log }: { store: Store; log: Log },
  answer: unknown,
  { actor, call, requestId, now }: Read,
): Promise<void> => {
  const reads = disputesIn(answer)
  if (!actor || reads.length === 0) return
  const capability = typeof call.capability === 'string' ? call.capability : '?'
  const said = digest(actor.personId, capability, requestId, String(call.requestId), String(now))
  try {
    await store.append(
      'accessLogs',
      [...new Map(reads.map((read) => [read.issueId, read])).values()].map(({ issueId, issueCode, fields }) => ({
        _id: `read-${digest(said, issueId)}`,
        communityId: actor.communityId,
        issueId,
        issueCode,
        personId: actor.personId,
        personName: actor.name,
        capability,
        fields,
        at: toInstant(now),
      })),
    )
  } catch (error) {
    const outcome = `read of ${reads.map(({ issueId }) => issueId).join(' ')} not written down`
    log({ capability, actor: actor.personId, ms: 0, outcome, requestId, error })
  }
}
