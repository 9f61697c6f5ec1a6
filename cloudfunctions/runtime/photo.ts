import { photoBytesMax, photoPixelsMax } from '@/shared/kernel/vocabulary'

/**
 * What a stored photo may be. The name and the declared type of a file are only words, so everything here is read from
 * its bytes; metadata (where and when it was taken, by which phone) is cut out before anybody else sees it.
 */
export type PhotoFault = 'FILE_TOO_LARGE' | 'FILE_NOT_AN_IMAGE'
export interface Photo {
  contentType: 'image/jpeg' | 'image/png' | 'image/webp'
  width: number
  height: number
  /** The same picture without metadata; the very same array when there was none. */
  bytes: Uint8Array
}

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts))

type Parsed = Photo | null

/** APP1 (EXIF, XMP), APP12, APP13 (IPTC) and comments say where, when and by whom; the picture needs none of them. */
const isJpegMetadata = (marker: number): boolean =>
  marker === 0xe1 || marker === 0xec || marker === 0xed || marker === 0xfe

/** Where the scan that begins at `at` ends: the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Uint8Array, at: number): number => {
  for (; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1]!
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return -1
}

/**
 * A JPEG, segment by segment and scan by scan, up to its end. What a phone hangs on behind the end (the film of a motion photo,
 * with its place) goes too.
 */
const parseJpeg = (bytes: Uint8Array): Parsed => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let hasScan = false
  let cut = false
  let at = 2
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) {
      if (!size || !hasScan) return null
      kept.push(bytes.subarray(at, at + 2))
      if (at + 2 < bytes.length) cut = true
      return { contentType: 'image/jpeg', ...size, bytes: cut ? joined(kept) : bytes }
    }
    if (at + 4 > bytes.length) return null
    const length = view.getUint16(at + 2)
    let end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame && length >= 8) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xda) {
      hasScan = true
      end = endOfScan(bytes, end)
      if (end < 0) return null
    }
    if (isJpegMetadata(marker)) cut = true
    else kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

const pngMetadata = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

const parsePng = (bytes: Uint8Array): Parsed => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || ascii(bytes, 12, 4) !== 'IHDR') return null
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let cut = false
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const type = ascii(bytes, at + 4, 4)
    if (pngMetadata.has(type)) cut = true
    else kept.push(bytes.subarray(at, end))
    at = end
    if (type === 'IEND') {
      if (at < bytes.length) cut = true
      return {
        contentType: 'image/png',
        width: view.getUint32(16),
        height: view.getUint32(20),
        bytes: cut ? joined(kept) : bytes,
      }
    }
  }
  return null
}

const webpSize = (bytes: Uint8Array, type: string, at: number): { width: number; height: number } | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (type === 'VP8 ' && at + 10 <= bytes.length)
    return { width: view.getUint16(at + 6, true) & 0x3fff, height: view.getUint16(at + 8, true) & 0x3fff }
  if (type === 'VP8L' && at + 5 <= bytes.length) {
    const bits = view.getUint32(at + 1, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (type === 'VP8X' && at + 10 <= bytes.length)
    return {
      width: (view.getUint32(at + 4, true) & 0xffffff) + 1,
      height: ((view.getUint16(at + 7, true) | (bytes[at + 9]! << 16)) & 0xffffff) + 1,
    }
  return null
}

const parseWebp = (bytes: Uint8Array): Parsed => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = []
  let size: { width: number; height: number } | null = null
  let cut = false
  let at = 12
  while (at + 8 <= bytes.length) {
    const type = ascii(bytes, at, 4)
    const length = view.getUint32(at + 4, true)
    const end = Math.min(at + 8 + length + (length & 1), bytes.length)
    if (at + 8 + length > bytes.length) return null
    size ??= webpSize(bytes, type, at + 8)
    if (type === 'EXIF' || type === 'XMP ') cut = true
    else kept.push(bytes.slice(at, end))
    at = end
  }
  if (!size) return null
  if (!cut) return { contentType: 'image/webp', ...size, bytes }
  const first = kept[0]
  // The extended header says which metadata follow; they no longer do.
  if (first && ascii(first, 0, 4) === 'VP8X') first[8] = first[8]! & ~0x0c
  const body = joined(kept)
  const header = Uint8Array.from(bytes.subarray(0, 12))
  new DataView(header.buffer).setUint32(4, body.length + 4, true)
  return { contentType: 'image/webp', ...size, bytes: joined([header, body]) }
}

/** The photo in these bytes, cleaned; or why it may not be stored. */
export const readPhoto = (bytes: Uint8Array): Photo | PhotoFault => {
  if (bytes.length > photoBytesMax) return 'FILE_TOO_LARGE'
  const parsed =
    bytes.length < 16
      ? null
      : bytes[0] === 0xff && bytes[1] === 0xd8
        ? parseJpeg(bytes)
        : ascii(bytes, 1, 3) === 'PNG' && bytes[0] === 0x89
          ? parsePng(bytes)
          : ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP'
            ? parseWebp(bytes)
            : null
  if (!parsed || parsed.width < 1 || parsed.height < 1) return 'FILE_NOT_AN_IMAGE'
  return Math.max(parsed.width, parsed.height) > photoPixelsMax ? 'FILE_TOO_LARGE' : parsed
}
