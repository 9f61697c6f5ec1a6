import Taro from '@tarojs/taro'

/** The release WeChat gave this phone; development builds have none. */
export const versionWords = (): string => {
  const { version } = Taro.getAccountInfoSync().miniProgram
  return version ? `第 ${version} 版` : '开发版'
}
