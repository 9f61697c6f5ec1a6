import Taro from '@tarojs/taro'

export const canScan: boolean = true

/** What the camera reads; null when the person turned back. */
export const scanCode = async (): Promise<string | null> => {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })).result
  } catch {
    return null
  }
}
