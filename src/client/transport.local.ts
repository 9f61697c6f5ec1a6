import Taro from '@tarojs/taro'
import type { Envelope } from './call'
import { broken, offline, timeout } from './faults'
import { standsIn } from './session'

/** Put in by `npm run dev:weapp`, which also puts this file in the place of the transport; no other build has either. */
declare const LOCAL_CLOUD: { readonly url: string; readonly persona: string }

const patienceMs = 20_000

let token: Promise<string> | undefined

const ask = async (path: string, data?: object, held?: string): Promise<unknown> => {
  const answer = await Taro.request<unknown>({
    url: LOCAL_CLOUD.url + path,
    method: data ? 'POST' : 'GET',
    header: { 'content-type': 'application/json', ...(held ? { authorization: `Bearer ${held}` } : {}) },
    timeout: patienceMs,
    ...(data ? { data } : {}),
  })
  return answer.data
}

/** A token for the person the build was made for, or for the first of the sample. */
const takeToken = async (): Promise<string> => {
  const first = async () => ((await ask('/dev/personas')) as { personas: { id: string }[] }).personas[0]?.id
  const persona = LOCAL_CLOUD.persona || (await first())
  const { token: given } = (await ask('/dev/session', { persona })) as { token?: string }
  if (!given) throw new Error(`the local cloud knows no ${persona}`)
  return given
}

/**
 * Calls the local cloud over HTTP, so that DevTools on a desk needs no account. A token that the cloud does not know any
 * more, because it was started anew, is taken again once.
 */
export const send = async (event: { capability: string; input: unknown; requestId: string }): Promise<Envelope> => {
  try {
    const once = async () => {
      token ??= takeToken()
      return (await ask('/call', { ...event, communityId: standsIn() }, await token)) as Envelope
    }
    const envelope = await once()
    if (typeof envelope?.ok !== 'boolean') return broken
    if (envelope.ok || envelope.error.code !== 'UNAUTHENTICATED') return envelope
    token = undefined
    return await once()
  } catch (error) {
    token = undefined
    return /time(d )?out/i.test(String((error as { errMsg?: string }).errMsg ?? error)) ? timeout : offline
  }
}
