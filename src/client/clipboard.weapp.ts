import Taro from '@tarojs/taro'

/** Puts a text where it can be pasted. */
export const copyText = async (text: string): Promise<void> => {
  await Taro.setClipboardData({ data: text })
}
