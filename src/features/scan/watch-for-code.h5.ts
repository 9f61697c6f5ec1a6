/** The longer side a picture is read at; finer than that costs time and finds no more. */
const longSide = 800
/** Between two looks, so that the page stays quick to the touch. */
const restMs = 120

/** The picture now, small enough to be read; null while there is none. */
const pictureOf = (video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null => {
  const scale = Math.min(1, longSide / Math.max(video.videoWidth, video.videoHeight))
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen || width === 0 || height === 0) return null
  canvas.width = width
  canvas.height = height
  pen.drawImage(video, 0, 0, width, height)
  return pen.getImageData(0, 0, width, height)
}

/**
 * Reads QR codes out of a video until the signal ends it, telling each text it finds. The decoder is fetched now and not with the page;
 * answers false when it could not be fetched.
 */
export const watchForCode = async (
  video: HTMLVideoElement,
  seen: (text: string) => void,
  ended: AbortSignal,
): Promise<boolean> => {
  const decoder = await import('qr/decode.js').catch(() => null)
  if (!decoder) return false
  const canvas = document.createElement('canvas')
  const read = (): string | null => {
    const picture = pictureOf(video, canvas)
    if (!picture) return null
    try {
      return decoder.decodeQR(picture)
    } catch {
      return null
    }
  }
  const look = () => {
    if (ended.aborted) return
    const text = read()
    if (text !== null) seen(text)
    setTimeout(look, restMs)
  }
  look()
  return true
}
