import Taro from '@tarojs/taro'

/** Camera or album; null when the person changed their mind. */
export const askPhotoSource = async (): Promise<'camera' | 'album' | null> => {
  try {
    const { tapIndex } = await Taro.showActionSheet({ itemList: ['拍照', '从相册选'] })
    return tapIndex === 0 ? 'camera' : 'album'
  } catch {
    return null
  }
}
