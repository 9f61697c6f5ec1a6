import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { aria } from '@/ui/aria'
import { drawCertificate, pictureSize, type Certificate } from './drawing'
import type { Pen } from './pen'
import type { UsePicture } from './use-picture.types'
import './stage.scss'

const canvasId = 'certificate-canvas'

/** WeChat's canvas, with what it draws by. */
type Drawable = { getContext(kind: '2d'): Pen } & Taro.Canvas

/** The canvas of the page, once it has been laid out; null where WeChat is too old to have one that draws. */
const findCanvas = (): Promise<Drawable | null> =>
  new Promise((resolve) =>
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true, size: true })
      .exec((found: ({ node?: Drawable } | null)[]) => resolve(found[0]?.node ?? null)),
  )

const draw = async (certificate: Certificate, scan: string): Promise<string> => {
  await new Promise<void>((resolve) => Taro.nextTick(resolve))
  const canvas = await findCanvas()
  if (!canvas) throw new Error('no canvas')
  const { width, height } = pictureSize
  Object.assign(canvas, { width, height })
  drawCertificate(canvas.getContext('2d'), certificate, scan)
  const whole = { width, height, destWidth: width, destHeight: height }
  return (await Taro.canvasToTempFilePath({ canvas, ...whole, fileType: 'png' })).tempFilePath
}

/** What to say of a picture that was not saved. */
const unsavedWords = (reason: string): string => {
  if (reason.includes('cancel')) return '没有保存'
  return /auth|deny|denied|privacy/.test(reason)
    ? '没有存到相册的许可，可以在右上角的设置里打开，或长按图片保存'
    : '没有存成，请再试一次，或长按图片保存'
}

/** WeChat draws on a canvas of the page, which stands outside what can be seen, and saves to the album. */
export const usePicture: UsePicture = (certificate, scan) => {
  const [src, setSrc] = useState<string | null>(null)
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    draw(certificate, scan).then(setSrc, () => setFailed(true))
  }, [certificate, scan])
  const save = async () => {
    if (src === null) return '图片还没有画好，请稍候'
    try {
      await Taro.saveImageToPhotosAlbum({ filePath: src })
      return '已存到相册'
    } catch (error) {
      return unsavedWords(String((error as { errMsg?: string }).errMsg ?? ''))
    }
  }
  const stage = (
    <View className="certificate-stage" {...aria({ hidden: true })}>
      <Canvas type="2d" id={canvasId} canvasId={canvasId} className="certificate-canvas" />
    </View>
  )
  return { src, isFailed, save, stage }
}
