import Taro from '@tarojs/taro'

/** Nothing to watch: WeChat's own button leads back. */
export const watchBack = (): void => undefined

let open = 0

/**
 * WeChat gives a page no say in "back"; it only asks first, in its own dialogue, so that what was written in an open sheet is
 * not lost by a slip. Answers how to let go.
 */
export const holdBack = (_close: () => void): (() => void) => {
  if (++open === 1) Taro.enableAlertBeforeUnload?.({ message: '还没有填完。现在返回，刚才写的不会保留。' })
  return () => {
    if (--open === 0) Taro.disableAlertBeforeUnload?.({})
  }
}
