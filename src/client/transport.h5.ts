import type { Envelope } from './call'
import { offline, timeout } from './faults'
import { forgetToken, standsIn, token } from './session.h5'

const patienceMs = 20_000

/** Posts the call to the door of the cloud that served this page. */
export const send = async (event: { capability: string; input: unknown; requestId: string }): Promise<Envelope> => {
  const held = token()
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patienceMs)
  try {
    const answer = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(held ? { authorization: `Bearer ${held}` } : {}) },
      body: JSON.stringify({ ...event, communityId: standsIn() }),
      signal: abort.signal,
    })
    const envelope = (await answer.json()) as Envelope
    if (!envelope.ok && envelope.error.code === 'UNAUTHENTICATED' && held) forgetToken()
    return envelope
  } catch {
    return abort.signal.aborted ? timeout : offline
  } finally {
    clearTimeout(timer)
  }
}
