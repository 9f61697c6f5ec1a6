import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { isSystemTextLarge } from './system-text'

type Preferences = {
  /** `auto` follows the phone's own text size until the person decides. */
  elder: 'auto' | 'on' | 'off'
}

const storage = createJSONStorage<Preferences>(() => ({
  getItem: (name) => Taro.getStorageSync<string>(name) || null,
  setItem: (name, value) => Taro.setStorageSync(name, value),
  removeItem: (name) => Taro.removeStorageSync(name),
}))

/** How this person wants to see the product; kept on the phone. */
export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ elder: 'auto' }), { name: 'preferences', storage }),
)

/** Whether the elder size (适老模式) is in force now. */
export const useElder = (): boolean =>
  usePreferences(({ elder }) => elder === 'on' || (elder === 'auto' && isSystemTextLarge()))

/** The person's own choice, which from then on wins over the phone's text size. */
export function setElder(on: boolean): void {
  usePreferences.setState({ elder: on ? 'on' : 'off' })
}
