import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** How often a page that waits for something looks again: a hand held up waits no longer. */
const lookMs = 5000

/** Looks again and again, while there is something to wait for and the page is in sight. */
export const useLook = (isWaiting: boolean, look: () => Promise<unknown>): void => {
  const [isSeen, setSeen] = useState(true)
  useDidShow(() => setSeen(true))
  useDidHide(() => setSeen(false))
  const isLive = isSeen && isWaiting
  useEffect(() => {
    if (!isLive) return
    const timer = setInterval(() => void look(), lookMs)
    return () => clearInterval(timer)
  }, [isLive, look])
}
