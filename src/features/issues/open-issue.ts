import Taro from '@tarojs/taro'

/** Opens one issue, from any list. */
export const openIssue = (id: string): void => void Taro.navigateTo({ url: `/packages/resident/issue/index?id=${id}` })
