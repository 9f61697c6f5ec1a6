import { readPhoto, type Photo } from '@cloud/runtime/photo'
import { jpeg, png } from '../support/images'

const photo = (bytes: Uint8Array): Photo => {
  const read = readPhoto(bytes)
  if (typeof read === 'string') throw new Error(read)
  return read
}
const says = (bytes: Uint8Array, words: string): boolean => Buffer.from(bytes).includes(words)

const webp = (chunks: Buffer[]): Uint8Array => {
  const body = Buffer.concat(chunks)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}
const webpChunk = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length & 1)])
}

describe('a photo', () => {
  test('is recognised by its bytes, with its size', () => {
    expect(photo(jpeg({ width: 1280, height: 960 }))).toMatchObject({
      contentType: 'image/jpeg',
      width: 1280,
      height: 960,
    })
    expect(photo(png({ width: 32, height: 24 }))).toMatchObject({ contentType: 'image/png', width: 32, height: 24 })
  })

  test('loses where and when it was taken, and nothing else', () => {
    const plain = jpeg({ serial: 0 })
    const located = jpeg({ exif: 'GPS 36.78N 118.05E', serial: 0 })
    expect(says(located, 'GPS')).toBe(true)
    expect(Buffer.from(photo(located).bytes).equals(Buffer.from(plain))).toBe(true)
    const cleaned = photo(png({ width: 8, height: 8, comment: 'phone of Li' })).bytes
    expect(Buffer.from(cleaned).equals(Buffer.from(png({ width: 8, height: 8 })))).toBe(true)
  })

  test('loses what a phone hung on behind its end, the film of a motion photo and its place', () => {
    const plain = jpeg({ serial: 0 })
    const moving = Buffer.concat([plain, Buffer.from('MOTION GPS 36.78N')])
    expect(Buffer.from(photo(moving).bytes).equals(Buffer.from(plain))).toBe(true)
  })

  test('is not copied when there is nothing to cut', () => {
    const plain = jpeg({ serial: 0 })
    expect(photo(plain).bytes).toBe(plain)
  })

  test('in WebP loses EXIF and XMP and says so in its header', () => {
    const extended = Buffer.alloc(10)
    extended[0] = 0x0c
    extended.writeUIntLE(99, 4, 3)
    extended.writeUIntLE(49, 7, 3)
    const located = webp([
      webpChunk('VP8X', extended),
      webpChunk('VP8 ', Buffer.alloc(20, 1)),
      webpChunk('EXIF', Buffer.from('GPS')),
    ])
    const read = photo(located)
    expect(read).toMatchObject({ contentType: 'image/webp', width: 100, height: 50 })
    expect(says(read.bytes, 'EXIF')).toBe(false)
    expect(read.bytes[20]! & 0x0c).toBe(0)
    expect(Buffer.from(read.bytes).readUInt32LE(4)).toBe(read.bytes.length - 8)
  })

  test.each([
    ['a text file', Buffer.from('这不是照片，只是一个文本文件')],
    ['an empty file', Buffer.alloc(0)],
    ['a JPEG cut off in its header', jpeg().subarray(0, 30)],
    [
      'a JPEG whose segment is longer than the file',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, ...Array(20).fill(0)]),
    ],
    [
      'HTML that starts like a PNG',
      Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n<script>alert(1)</script>')]),
    ],
  ])('is never %s', (_name, bytes) => {
    expect(readPhoto(bytes)).toBe('FILE_NOT_AN_IMAGE')
  })

  test('may weigh 1 MB and measure 4096 pixels, and no more', () => {
    expect(readPhoto(jpeg({ padding: 1_048_576 }))).toBe('FILE_TOO_LARGE')
    expect(readPhoto(jpeg({ width: 4097 }))).toBe('FILE_TOO_LARGE')
    expect(photo(jpeg({ width: 4096 })).width).toBe(4096)
  })
})
