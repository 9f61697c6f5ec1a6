import Taro from '@tarojs/taro'

/** A short word about what just happened; nothing that needs an answer. */
export function toast(message: string): void {
  void Taro.showToast({ title: message, icon: 'none', duration: 2500 })
}
