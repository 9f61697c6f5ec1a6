import Taro from '@tarojs/taro'

/** Opens one issue, from any list; at the form of an action, where that is what it was opened for. */
export const openIssue = (id: string, act?: string): void =>
  void Taro.navigateTo({ url: `/packages/resident/issue/index?id=${id}${act ? `&act=${act}` : ''}` })
