import fs from 'node:fs'
import qrcode from 'qrcode-generator'

const [width, height] = [640, 480]

/**
 * Flags that give a browser a camera before which a film runs, round and round, as it was when the browser started. Whoever is
 * asked for the camera allows it, or does not.
 */
export const cameraFlags = (film: string, { isAllowed = true } = {}): string[] => [
  '--use-fake-device-for-media-stream',
  `--use-fake-ui-for-media-stream${isAllowed ? '' : '=deny'}`,
  `--use-file-for-fake-video-capture=${film}`,
]

/** Writes a film (YUV4MPEG2) in which a screen with a QR code is held a little off the middle, before a grey wall. */
export const writeFilm = (file: string, text: string): void => {
  const light = Buffer.alloc(width * height, 120)
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const cell = Math.floor(300 / (count + 8))
  const side = cell * (count + 8)
  const [left, top] = [Math.round(width / 2 - side / 2) + 30, Math.round(height / 2 - side / 2) - 20]
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / cell) - 4, Math.floor(x / cell) - 4]
      const isInside = row >= 0 && column >= 0 && row < count && column < count
      light[(top + y) * width + left + x] = isInside && code.isDark(row, column) ? 30 : 225
    }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)])
  fs.writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip C420\n`), frame, frame]))
}
