import { call } from './call'
import { CallError } from './call'
import { putPhoto, type LocalPhoto } from './photos'

/** Brings one photo to storage and answers its file id. Trying again after a lost answer takes a new place; the old one goes by itself. `onProgress` hears how much of it is there, as far as the platform tells. */
export const uploadPhoto = async (
  photo: LocalPhoto,
  purpose: 'issue' | 'progress' | 'result' | 'activity' | 'reward' | 'consent',
  onProgress?: (percent: number) => void,
): Promise<string> => {
  const place = await call('files.beginUpload', { purpose, bytes: photo.bytes, contentType: photo.contentType })
  try {
    await putPhoto(photo, place.url, place.headers, onProgress)
  } catch {
    throw new CallError('OFFLINE', '照片没有传上去，请检查网络后重试')
  }
  return place.fileId
}
