import Taro from '@tarojs/taro'
import type { Point } from '@/shared/kernel/shapes'

export const canOpenMap = true

/** WeChat's own map, from which the person can start their navigation. */
export const openMap = ({ latitude, longitude }: Point, name: string): void =>
  void Taro.openLocation({ latitude, longitude, name, scale: 18 })
