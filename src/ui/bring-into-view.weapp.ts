import Taro from '@tarojs/taro'

/** Room above what is led to, pixels. */
const clearance = 160

/** Scrolls the page until the first of these stands clear of its upper edge; WeChat does it after drawing. */
export const bringIntoView = (selector: string): void =>
  Taro.nextTick(() => void Taro.pageScrollTo({ selector, offsetTop: -clearance }).catch(() => undefined))

/** Leads to the first input with an error. WeChat lets nobody put the cursor there, nor scroll within a sheet. */
export const showFirstError = (): void => bringIntoView('.ui-field-error')
