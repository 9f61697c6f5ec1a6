import Taro from '@tarojs/taro'

/** Shows photos over the whole screen, starting with `src`. */
export function preview(src: string, all: readonly string[]): void {
  void Taro.previewImage({ current: src, urls: [...all] })
}
