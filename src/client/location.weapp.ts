import Taro from '@tarojs/taro'
import type { Found } from './location.types'
import { agreesToPrivacy } from './privacy.weapp'

export type { Found } from './location.types'

/** What the button that calls `findMe` says here. */
export const findMeLabel = '在微信地图上选位置'

/** Opens WeChat's own map, which needs no standing permission and answers in GCJ-02. */
export const findMe = async (): Promise<Found> => {
  if (!(await agreesToPrivacy())) return { kind: 'refused' }
  try {
    const { longitude, latitude, name } = await Taro.chooseLocation({})
    const point = { datum: 'gcj02' as const, longitude: Number(longitude), latitude: Number(latitude) }
    return { kind: 'found', point, ...(name ? { label: name } : {}) }
  } catch (error) {
    const reason = String((error as { errMsg?: string }).errMsg ?? '')
    if (/cancel/.test(reason)) return { kind: 'cancelled' }
    return { kind: /auth|deny|denied|privacy/.test(reason) ? 'refused' : 'unavailable' }
  }
}
