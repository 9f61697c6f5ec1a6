import { crc32, deflateSync } from 'node:zlib'

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

let taken = 0
/** The start of a JPEG as far as anything but a decoder looks at it, no two alike unless `serial` says so; `exif` plants metadata, `padding` adds weight. */
export const jpeg = ({ width = 640, height = 480, exif = '', padding = 0, serial = ++taken } = {}): Uint8Array => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    ...(exif ? [segment(0xe1, Buffer.from(`Exif\0\0${exif}`, 'latin1'))] : []),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from(String(serial).padStart(8, '0')),
    Buffer.alloc(56 + padding, 0x55),
    Buffer.from([0xff, 0xd9]),
  ])
}

const chunk = (type: string, body: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const whole = Buffer.alloc(typed.length + 8)
  whole.writeUInt32BE(body.length, 0)
  typed.copy(whole, 4)
  whole.writeUInt32BE(crc32Of(typed), typed.length + 4)
  return whole
}

/** zlib's crc32 is newer than the oldest Node this runs on. */
const crc32Of = (bytes: Buffer): number => {
  if (typeof crc32 === 'function') return crc32(bytes)
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** A real PNG any browser shows: a soft gradient with a darker square, so that a screenshot has something to see. */
export const png = ({ width = 640, height = 480, comment = '' } = {}): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3
      const isPile = Math.abs(x - width / 2) < width / 6 && Math.abs(y - height * 0.62) < height / 5
      rows[at] = isPile ? 92 + ((x * 7 + y * 13) % 40) : 170 + Math.floor((60 * y) / height)
      rows[at + 1] = isPile ? 84 : 190 - Math.floor((30 * y) / height)
      rows[at + 2] = isPile ? 70 : 200 - Math.floor((80 * x) / width)
    }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(comment ? [chunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1'))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
