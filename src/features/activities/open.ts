import Taro from '@tarojs/taro'

const opener = (page: string) => (id: string) => void Taro.navigateTo({ url: `/packages/${page}/index?id=${id}` })

export const openSession = opener('lovebank/session')
export const openCheckIn = opener('lovebank/check-in')
export const openRoster = opener('lovebank/roster')
export const openActivity = opener('office/activity')
export const openMySignups = () => void Taro.navigateTo({ url: '/packages/lovebank/my-signups/index' })
export const openActivities = () => void Taro.navigateTo({ url: '/packages/office/activities/index' })
export const proposeActivity = () => void Taro.navigateTo({ url: '/packages/office/activity/index' })
