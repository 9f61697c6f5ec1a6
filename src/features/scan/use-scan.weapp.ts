import Taro from '@tarojs/taro'
import { toast } from '@/ui/toast'
import type { UseScan } from './use-scan.types'

const failedWords = (typed: string, reason: string): string =>
  /auth|deny|denied/.test(reason)
    ? `没有使用摄像头的许可，可以在右上角的设置里打开，或直接输入${typed}`
    : `没有扫到，请再试一次，或直接输入${typed}`

/** WeChat scans over the app with a scanner of its own, so there is nothing to render here. */
export const useScan: UseScan = ({ typed, isWanted, unwanted }) => {
  const scan = async () => {
    try {
      const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
      if (isWanted(result)) return result
      toast(unwanted)
    } catch (error) {
      const reason = String((error as { errMsg?: string }).errMsg ?? '')
      if (!/cancel/.test(reason)) toast(failedWords(typed, reason))
    }
    return null
  }
  return [scan, null]
}
