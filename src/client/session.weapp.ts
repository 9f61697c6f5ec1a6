import Taro from '@tarojs/taro'

const placeKey = 'standsIn'

/** WeChat knows who is calling; there is never anything to choose. */
export const needsPersona = (): boolean => false

const communityId = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/

/** The community a printed code names (`c=<id>`, percent-encoded by WeChat); nothing for any other code, broken ones included. */
const communityOf = (scene: unknown): string | undefined => {
  if (typeof scene !== 'string') return undefined
  try {
    const id = /^c=(.*)$/.exec(decodeURIComponent(scene))?.[1]
    return id !== undefined && communityId.test(id) ? id : undefined
  } catch {
    return undefined
  }
}

/** The code scanned last: the one that brought the app to the front, else the one it was started with. */
const scanned = (): string | undefined =>
  communityOf(Taro.getEnterOptionsSync?.()?.query?.scene) ?? communityOf(Taro.getLaunchOptionsSync?.()?.query?.scene)

/** The community whose code a newcomer scanned, kept for their next visits. */
export const standsIn = (): string | undefined => {
  const kept = Taro.getStorageSync<unknown>(placeKey)
  const found = scanned()
  if (found === undefined) return typeof kept === 'string' && communityId.test(kept) ? kept : undefined
  if (found !== kept) Taro.setStorageSync(placeKey, found)
  return found
}

/** Whose drafts are whose; a phone has one WeChat identity. */
export const whoKey = (): string => 'me'
