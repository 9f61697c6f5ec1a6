import Taro from '@tarojs/taro'
import { keepEach, PhotoError, qualities, sidePixels, targetBytes, type Chosen, type LocalPhoto } from './photos.common'
import { agreesToPrivacy } from './privacy.weapp'
import { makeRequestId } from './request-id'

export { PhotoError, type LocalPhoto } from './photos.common'

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve) =>
    Taro.getFileSystemManager().getFileInfo({
      filePath,
      success: ({ size }) => resolve(size),
      fail: () => resolve(Number.POSITIVE_INFINITY),
    }),
  )

/** Makes the photo small enough and puts it where WeChat does not clean up behind our back. */
const shrink = async (tempPath: string): Promise<LocalPhoto> => {
  const { width, height } = await Taro.getImageInfo({ src: tempPath })
  const scale = Math.min(1, sidePixels / Math.max(width, height))
  let path = tempPath
  let bytes = Number.POSITIVE_INFINITY
  for (const quality of qualities) {
    const smaller = await Taro.compressImage({
      src: tempPath,
      quality: Math.round(quality * 100),
      compressedWidth: Math.max(1, Math.round(width * scale)),
      compressedHeight: Math.max(1, Math.round(height * scale)),
    })
    path = smaller.tempFilePath
    bytes = await sizeOf(path)
    if (bytes <= targetBytes) break
  }
  const key = makeRequestId()
  const saved = await new Promise<string>((resolve, reject) =>
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      filePath: `${Taro.env.USER_DATA_PATH}/${key}.jpg`,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => reject(new PhotoError('手机存储空间不足，照片没有加入')),
    }),
  )
  return { key, src: saved, bytes, contentType: 'image/jpeg' }
}

const refused = '没有得到相机或相册的许可，可以在设置里打开；不加照片也能上报'

/** Lets the person take or choose up to `max` photos. */
export const choosePhotos = async (max: number, from: 'camera' | 'album'): Promise<Chosen> => {
  if (!(await agreesToPrivacy())) return { photos: [], failed: [refused] }
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: max,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: [from],
    })
    return await keepEach(tempFiles, max, ({ tempFilePath }) => shrink(tempFilePath))
  } catch (error) {
    const reason = String((error as { errMsg?: string }).errMsg ?? '')
    return { photos: [], failed: /cancel/.test(reason) ? [] : [refused] }
  }
}

/** Sends the bytes to the address the server gave. WeChat tells nothing of the way of a plain request. */
export const putPhoto = async (
  photo: LocalPhoto,
  url: string,
  headers: Record<string, string>,
  onProgress?: (percent: number) => void,
): Promise<void> => {
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) =>
    Taro.getFileSystemManager().readFile({
      filePath: photo.src,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    }),
  )
  onProgress?.(50)
  const answer = await Taro.request({ url, method: 'PUT', header: headers, data: bytes, timeout: 60_000 })
  if (answer.statusCode >= 300) throw new Error(`upload answered ${answer.statusCode}`)
}

/** Removes a photo that the server has, or that nobody wants any more, from the phone. */
export const forgetPhoto = (photo: LocalPhoto): Promise<void> =>
  new Promise((resolve) => Taro.getFileSystemManager().unlink({ filePath: photo.src, complete: () => resolve() }))
