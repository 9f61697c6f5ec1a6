import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'

/** The place of 消息 in the tab bar. */
const inboxTab = 2

const show = (unread: number): void => {
  const quietly = () => undefined
  if (unread > 0) {
    void Taro.setTabBarBadge({ index: inboxTab, text: unread > 99 ? '99+' : String(unread) }).catch(quietly)
  } else {
    void Taro.removeTabBarBadge({ index: inboxTab }).catch(quietly)
  }
}

/** Keeps the number on the tab equal to what the server last said; for pages that are tabs themselves. */
export const useUnreadBadge = (unread: number | undefined): void => {
  useEffect(() => {
    if (unread !== undefined) show(unread)
  }, [unread])
  useDidShow(() => {
    if (unread !== undefined) show(unread)
  })
}
