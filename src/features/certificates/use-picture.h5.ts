import { useEffect, useState } from 'react'
import { drawCertificate, pictureSize } from './drawing'
import type { UsePicture } from './use-picture.types'

/** A browser draws on a canvas nobody sees, and saves where it saves all files. */
export const usePicture: UsePicture = (certificate, scan) => {
  const [src, setSrc] = useState<string | null>(null)
  const [isFailed, setFailed] = useState(false)
  useEffect(() => {
    const canvas = Object.assign(document.createElement('canvas'), pictureSize)
    const pen = canvas.getContext('2d')
    if (!pen) return setFailed(true)
    drawCertificate(pen, certificate, scan)
    setSrc(canvas.toDataURL('image/png'))
  }, [certificate, scan])
  const save = async () => {
    if (src === null) return '图片还没有画好，请稍候'
    const link = document.createElement('a')
    link.href = src
    link.download = `志愿服务证明-${certificate.code}.png`
    link.click()
    return '图片已下载'
  }
  return { src, isFailed, save, stage: null }
}
