import Taro from '@tarojs/taro'

/**
 * Asks for consent to the privacy guide (隐私保护指引) before anything it covers is used; true once it was given. WeChat shows its
 * own dialogue, because the app registers none, and only the first time. Older versions of WeChat know no such question.
 */
export const agreesToPrivacy = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Taro.requirePrivacyAuthorize) return resolve(true)
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
