import Taro from '@tarojs/taro'

const root = '/packages/participation'

export const openTopic = (id: string) => void Taro.navigateTo({ url: `${root}/topic/index?id=${id}` })
export const openProject = (id: string) => void Taro.navigateTo({ url: `${root}/project/index?id=${id}` })
export const openTopics = () => void Taro.navigateTo({ url: `${root}/topics/index` })
export const proposeTopic = () => void Taro.navigateTo({ url: `${root}/propose-topic/index` })
export const openHeldWords = () => void Taro.navigateTo({ url: `${root}/held-words/index` })
