import { keepEach, PhotoError, qualities, sidePixels, targetBytes, type Chosen, type LocalPhoto } from './photos.common'
import { makeRequestId } from './request-id'

export { PhotoError, type LocalPhoto } from './photos.common'

const pick = (many: boolean, fromCamera: boolean): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/*'
    input.multiple = many
    if (fromCamera) input.setAttribute('capture', 'environment')
    input.style.display = 'none'
    const done = (files: File[]) => {
      input.remove()
      resolve(files)
    }
    input.addEventListener('change', () => done([...(input.files ?? [])]))
    input.addEventListener('cancel', () => done([]))
    document.body.append(input)
    input.click()
  })

const decode = async (file: Blob): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw new PhotoError('这个文件不是照片，换一张试试')
  }
}

const encode = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new PhotoError('照片处理失败，换一张试试'))),
      'image/jpeg',
      quality,
    ),
  )

const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new PhotoError('照片读取失败，换一张试试'))
    reader.readAsDataURL(blob)
  })

/** Draws the picture anew at a size a phone network carries; what the camera wrote beside it does not come along. */
const shrink = async (file: Blob): Promise<LocalPhoto> => {
  const bitmap = await decode(file)
  const scale = Math.min(1, sidePixels / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (!context) throw new PhotoError('这个浏览器不能处理照片')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  let blob = await encode(canvas, qualities[0])
  for (const quality of qualities.slice(1)) if (blob.size > targetBytes) blob = await encode(canvas, quality)
  return { key: makeRequestId(), src: await asDataUrl(blob), bytes: blob.size, contentType: 'image/jpeg' }
}

/** Lets the person take or choose up to `max` photos. */
export const choosePhotos = async (max: number, from: 'camera' | 'album'): Promise<Chosen> =>
  keepEach(await pick(max > 1 && from === 'album', from === 'camera'), max, shrink)

/** Sends the bytes to the address the server gave. */
export const putPhoto = async (
  photo: LocalPhoto,
  url: string,
  headers: Record<string, string>,
  onProgress?: (percent: number) => void,
): Promise<void> => {
  const blob = await (await fetch(photo.src)).blob()
  // fetch does not tell how far an upload is.
  const request = new XMLHttpRequest()
  await new Promise<void>((resolve, reject) => {
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(Math.round((loaded / Math.max(1, total)) * 100))
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(`upload answered ${request.status}`)))
    request.onerror = () => reject(new Error('upload was cut off'))
    request.send(blob)
  })
}

/** Nothing lies outside the draft itself. */
export const forgetPhoto = async (_photo: LocalPhoto): Promise<void> => undefined
