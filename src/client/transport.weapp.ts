import Taro from '@tarojs/taro'
import type { Envelope } from './call'
import { offline, timeout } from './faults'
import { standsIn } from './session'

/** Calls the `api` function; WeChat says who is calling, so nothing is sent along for it. */
export const send = async (event: { capability: string; input: unknown; requestId: string }): Promise<Envelope> => {
  try {
    const answer = await Taro.cloud.callFunction({ name: 'api', data: { ...event, communityId: standsIn() } })
    return answer.result as unknown as Envelope
  } catch (error) {
    const reason = String((error as { errMsg?: string }).errMsg ?? error)
    return /timeout|-504003/i.test(reason) ? timeout : offline
  }
}
