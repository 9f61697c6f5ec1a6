type Colour = readonly [number, number, number]
/** The colour of a spot, both from 0 to 1, from the left and from the top. */
export type Painter = (x: number, y: number) => Colour

const [width, height] = [480, 320]

const crcTable = Array.from({ length: 256 }, (_, at) => {
  let crc = at
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc >>> 0
})
const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ crcTable[(crc ^ byte) & 0xff]!
  return (crc ^ 0xffffffff) >>> 0
}

const chunk = (type: string, body: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const whole = Buffer.alloc(typed.length + 8)
  whole.writeUInt32BE(body.length, 0)
  typed.copy(whole, 4)
  whole.writeUInt32BE(crcOf(typed), typed.length + 4)
  return whole
}

const storedMax = 65_535

/** Bytes in the frame that PNG asks for, not made smaller: a sample imports nothing, and its pictures are small. */
const stored = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = [Buffer.from([0x78, 0x01])]
  for (let at = 0; at < bytes.length; at += storedMax) {
    const block = bytes.subarray(at, at + storedMax)
    const head = Buffer.from([at + storedMax >= bytes.length ? 1 : 0, 0, 0, 0, 0])
    head.writeUInt16LE(block.length, 1)
    head.writeUInt16LE(block.length ^ 0xffff, 3)
    parts.push(head, block)
  }
  let [a, b] = [1, 0]
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(((b << 16) | a) >>> 0)
  return Buffer.concat([...parts, sum])
}

/** A picture drawn by code, as a PNG with a palette; no photo of anybody or anywhere. */
export const draw = (paint: Painter): Uint8Array => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const palette = new Map<string, { number: number; colour: Colour }>()
  const numberOf = (colour: Colour): number => {
    const known = palette.get(colour.join())
    if (known) return known.number
    const number = palette.size
    palette.set(colour.join(), { number, colour })
    return number
  }
  const rows = Buffer.alloc(height * (1 + width))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (1 + width) + 1 + x] = numberOf(paint(x / width, y / height))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...palette.values()].flatMap(({ colour }) => [...colour]))),
    chunk('IDAT', stored(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const sky: Colour = [204, 222, 232]
const wall: Colour = [214, 202, 184]
const pavement: Colour = [168, 164, 158]
const isWithin = (x: number, y: number, [cx, cy, rx, ry]: readonly number[]) =>
  ((x - cx!) / rx!) ** 2 + ((y - cy!) / ry!) ** 2 < 1

/** The same backdrop in every picture, so that before and after are seen to be one spot: sky, a wall with a pillar, a path in front. */
const backdrop = (x: number, y: number, ground: Colour): Colour => {
  if (y < 0.3) return sky
  if (x > 0.78 && x < 0.84 && y < 0.62) return [150, 120, 98]
  if (y < 0.52) return wall
  return y > 0.88 ? pavement : ground
}

const bags: readonly (readonly [number, number, number, number, Colour])[] = [
  [0.28, 0.7, 0.13, 0.12, [96, 92, 88]],
  [0.44, 0.66, 0.12, 0.15, [74, 78, 84]],
  [0.58, 0.72, 0.14, 0.11, [122, 108, 90]],
  [0.38, 0.78, 0.1, 0.08, [150, 60, 52]],
  [0.52, 0.79, 0.08, 0.07, [70, 110, 140]],
  [0.7, 0.76, 0.07, 0.07, [230, 226, 216]],
]

/** A heap of bags on bare ground by a wall; `shift` moves it, so that no two look alike. */
export const heap =
  (shift = 0): Painter =>
  (x, y) => {
    const bag = [...bags].reverse().find(([cx, ...rest]) => isWithin(x, y, [cx + shift, rest[0], rest[1], rest[2]]))
    return bag ? bag[4] : backdrop(x, y, [150, 132, 106])
  }

/** A lawn with a bench where the heap was. */
export const lawn =
  (shift = 0): Painter =>
  (x, y) => {
    if (x > 0.3 + shift && x < 0.56 + shift && y > 0.66 && y < 0.7) return [132, 92, 58]
    if ((Math.abs(x - 0.33 - shift) < 0.012 || Math.abs(x - 0.53 - shift) < 0.012) && y > 0.7 && y < 0.78)
      return [90, 64, 44]
    const isTuft = Math.sin(x * 90) * Math.cos(y * 130) > 0.6
    return backdrop(x, y, isTuft ? [98, 158, 82] : [116, 176, 96])
  }

/** A hedge full of scraps along a road. */
export const hedge =
  (shift = 0): Painter =>
  (x, y) => {
    if (y > 0.6 && y < 0.68 && Math.sin((x + shift) * 61) > 0.82) return [236, 232, 224]
    if (y > 0.5 && y < 0.76) return Math.sin(x * 120) * Math.sin(y * 90) > 0 ? [58, 92, 54] : [48, 78, 48]
    if (y > 0.76 && y < 0.88 && Math.sin((x + shift) * 43) > 0.86) return [214, 178, 92]
    return backdrop(x, y, [150, 132, 106])
  }
