import Taro from '@tarojs/taro'
import type { Found } from './location.types'
import { agreesToPrivacy } from './privacy.weapp'

/** Where the phone is, measured and not picked on a map: whoever checks in has to be there. */
export const measureMe = async (): Promise<Found> => {
  if (!(await agreesToPrivacy())) return { kind: 'refused' }
  try {
    const { longitude, latitude, accuracy } = await Taro.getLocation({ type: 'gcj02', isHighAccuracy: true })
    const point = { datum: 'gcj02' as const, longitude: Number(longitude), latitude: Number(latitude) }
    return { kind: 'found', point, accuracyMeters: Math.round(accuracy) }
  } catch (error) {
    const reason = String((error as { errMsg?: string }).errMsg ?? '')
    return { kind: /auth|deny|denied|privacy/.test(reason) ? 'refused' : 'unavailable' }
  }
}
