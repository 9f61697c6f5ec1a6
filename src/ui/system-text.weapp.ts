import Taro from '@tarojs/taro'

const largeFrom = 20

let isLarge: boolean | undefined

/** Whether text is set to large in WeChat itself: 17 is its normal size, 23.8 its care mode. Asked once per launch. */
export function isSystemTextLarge(): boolean {
  isLarge ??= textSize() >= largeFrom
  return isLarge
}

/** Taro's types leave the field out of this call; WeChat has it since base library 2.23.4. */
function textSize(): number {
  const answer = Taro.getAppBaseInfo() as { fontSizeSetting?: number } & Taro.getAppBaseInfo.Result
  return answer.fontSizeSetting ?? 0
}
