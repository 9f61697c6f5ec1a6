import Taro from '@tarojs/taro'

/** Opens one issue as everybody may see it. */
export const openPublicIssue = (id: string): void =>
  void Taro.navigateTo({ url: `/packages/resident/public-issue/index?id=${id}` })
