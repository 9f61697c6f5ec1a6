import Taro from '@tarojs/taro'

const placeKey = 'standsIn'

/** WeChat knows who is calling; there is never anything to choose. */
export const needsPersona = (): boolean => false

/** The community whose code a newcomer scanned, kept for their first visit. */
export const standsIn = (): string | undefined => {
  const { query } = Taro.getLaunchOptionsSync()
  const scanned = query?.community ?? decodeURIComponent(query?.scene ?? '').replace(/^c=/, '')
  if (scanned) Taro.setStorageSync(placeKey, scanned)
  return scanned || Taro.getStorageSync<string>(placeKey) || undefined
}

/** Whose drafts are whose; a phone has one WeChat identity. */
export const whoKey = (): string => 'me'
