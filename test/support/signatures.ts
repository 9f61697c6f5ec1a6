import { deflateSync } from 'node:zlib'
import { png } from './images'

/** A PNG as a canvas makes it (RGBA, eight bits), with a stroke of ink across it, or none. */
export const signature = ({ ink = true, width = 320, height = 160, serial = ++drawn } = {}): Uint8Array => {
  const rows = Buffer.alloc(height * (1 + width * 4))
  const dot = (x: number, y: number) => {
    rows[y * (1 + width * 4) + 1 + x * 4 + 3] = 255
  }
  if (ink)
    for (let x = 20; x < width - 20; x++) {
      const y = Math.round(height / 2 + Math.sin(x / 14 + serial) * 40)
      for (const thick of [0, 1, 2]) dot(x, y + thick)
    }
  const plain = Buffer.from(png({ width, height, comment: ink ? '' : 'blank' }))
  const head = plain.subarray(0, 33)
  head[25] = 6
  return Buffer.concat([head, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

let drawn = 0

const chunk = (type: string, body: Buffer): Buffer => {
  const whole = Buffer.alloc(body.length + 12)
  whole.writeUInt32BE(body.length, 0)
  whole.write(type, 4, 'latin1')
  body.copy(whole, 8)
  return whole
}
