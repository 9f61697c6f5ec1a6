import { unzlibSync } from 'fflate'

/** A signature drawn on a phone is about 700 by 300; anything much larger was not drawn there. */
const sideMax = 2400
/** As many dark points as a short name takes at the least. */
const inkMin = 60

/** How a signature fails; null when somebody has drawn something. */
export type SignatureFault = 'SIGNATURE_NOT_DRAWN' | 'SIGNATURE_BLANK'

const channelsOf: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 }

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (l <= u && l <= c) return left
  return u <= c ? up : corner
}

/** Undoes the filters of the rows in place, as PNG says; false for a filter there is none of. */
const unfilter = (raw: Uint8Array, height: number, stride: number, step: number): boolean => {
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1)
    const filter = raw[row]!
    if (filter > 4) return false
    for (let x = 1; x <= stride; x++) {
      const left = x > step ? raw[row + x - step]! : 0
      const up = y > 0 ? raw[row + x - stride - 1]! : 0
      const corner = y > 0 && x > step ? raw[row + x - stride - 1 - step]! : 0
      const by = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter]!
      raw[row + x] = (raw[row + x]! + by) & 0xff
    }
  }
  return true
}

/** Ink is visible and dark, paper is light or nothing at all; a drawing has little between, a photo has much. */
const toneAt = (raw: Uint8Array, at: number, channels: number): 'ink' | 'paper' | 'between' => {
  const alpha = channels === 2 || channels === 4 ? raw[at + channels - 1]! : 255
  const light = channels < 3 ? raw[at]! : (raw[at]! * 3 + raw[at + 1]! * 6 + raw[at + 2]!) / 10
  if (alpha < 40 || light > 235) return 'paper'
  return alpha > 100 && light < 150 ? 'ink' : 'between'
}

/**
 * Looks whether a PNG holds a signature: some ink on much paper. The shape of the file has been checked before; only what a canvas
 * makes is read (eight bits, no interlace), and no more of it than its own size says.
 */
export const signatureFault = (bytes: Uint8Array): SignatureFault | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || bytes[0] !== 0x89 || bytes[1] !== 0x50) return 'SIGNATURE_NOT_DRAWN'
  const [width, height, depth, colour, interlace] = [
    view.getUint32(16),
    view.getUint32(20),
    bytes[24]!,
    bytes[25]!,
    bytes[28]!,
  ]
  const channels = channelsOf[colour]
  if (!channels || depth !== 8 || interlace !== 0 || Math.max(width, height) > sideMax) return 'SIGNATURE_NOT_DRAWN'
  const parts: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)))
  const stride = width * channels
  const raw = new Uint8Array(height * (stride + 1))
  try {
    if (unzlibSync(Buffer.concat(parts), { out: raw }).length < raw.length) return 'SIGNATURE_NOT_DRAWN'
  } catch {
    return 'SIGNATURE_NOT_DRAWN'
  }
  if (!unfilter(raw, height, stride, channels)) return 'SIGNATURE_NOT_DRAWN'
  const tones = { ink: 0, paper: 0, between: 0 }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) tones[toneAt(raw, y * (stride + 1) + 1 + x * channels, channels)]++
  if (tones.between > tones.ink * 3 + inkMin || tones.ink > tones.paper) return 'SIGNATURE_NOT_DRAWN'
  return tones.ink < inkMin ? 'SIGNATURE_BLANK' : null
}
