import Taro from '@tarojs/taro'
import { sendWaitingCheckIns, useCheckIns, waitingCheckIns } from './check-ins'
import { sendWaitingDeeds, useDeeds, waitingDeeds } from './deeds'
import { sendWaitingDrafts, useDrafts, waitingDrafts } from './drafts'

const isWaiting = (): boolean =>
  [
    waitingDrafts(useDrafts.getState().kept),
    waitingDeeds(useDeeds.getState().kept),
    waitingCheckIns(useCheckIns.getState().kept),
  ].some(({ length }) => length > 0)

/** Sends everything on this phone that waits, check-ins first, because they grow late; what still cannot go goes on waiting. Answers how many went. */
export const sendWaiting = async (): Promise<number> =>
  (await sendWaitingCheckIns()) + (await sendWaitingDrafts()) + (await sendWaitingDeeds())

/** Tries again whenever the phone comes back: network, foreground, and every half minute while something waits. */
export const watchWaiting = (onSent: (count: number) => void): void => {
  const attempt = () => {
    if (isWaiting()) void sendWaiting().then((sent) => sent > 0 && onSent(sent))
  }
  Taro.onNetworkStatusChange?.(({ isConnected }) => isConnected && attempt())
  Taro.onAppShow?.(attempt)
  // Not every browser tells Taro that the network is back; all of them tell the window.
  if (process.env.TARO_ENV === 'h5') window.addEventListener('online', attempt)
  setInterval(attempt, 30_000)
  attempt()
}
