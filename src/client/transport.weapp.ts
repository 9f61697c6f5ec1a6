import Taro from '@tarojs/taro'
import type { Envelope } from './call'
import { broken, offline, timeout } from './faults'
import { standsIn } from './session'

/** Calls the `api` function; WeChat says who is calling, so nothing is sent along for it. */
export const send = async (event: { capability: string; input: unknown; requestId: string }): Promise<Envelope> => {
  const data = { ...event, communityId: standsIn() }
  try {
    const { result } = await Taro.cloud.callFunction({ name: 'api', data })
    return isEnvelope(result) ? result : broken
  } catch (error) {
    return faultOf(error)
  }
}

const isEnvelope = (result: unknown): result is Envelope =>
  typeof result === 'object' && result !== null && typeof (result as { ok?: unknown }).ok === 'boolean'

/** Too slow: the function's own limit (-504003), the wait for its answer (-404012), or the request itself. */
const slow = /time(d )?out|time_limit|polling exceed|-504003|-404012/i

/**
 * What a failed call means to a person. Codes of six digits, such as -504002, come from the cloud: there was a network, and
 * the function is missing, broken or overrun. Everything else is the way there.
 */
const faultOf = (error: unknown): Envelope => {
  const { errCode, errMsg } = error as { errCode?: unknown; errMsg?: unknown }
  const reason = `${errCode ?? ''} ${errMsg ?? error}`
  if (slow.test(reason)) return timeout
  return /(^|\D)-[456]0\d{4}\b|FUNCTIONS_EXECUTE_FAIL|FUNCTION_NOT_FOUND/.test(reason) ? broken : offline
}
