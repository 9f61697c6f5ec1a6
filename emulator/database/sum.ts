const PRIME = 0x01000193

/**
 * FNV-1a over some bytes, four at a time: a number of 32 bits that differs whenever a single byte does. Every step turns
 * different states into different ones, so nothing that follows can make good a difference.
 */
export const sumOfBytes = (view: DataView, from: number, to: number): number => {
  let sum = 0x811c9dc5
  let at = from
  for (; at + 4 <= to; at += 4) sum = Math.imul(sum ^ view.getInt32(at, true), PRIME)
  for (; at < to; at++) sum = Math.imul(sum ^ view.getUint8(at), PRIME)
  return sum >>> 0
}

/** Some bytes, to be read as numbers. */
export const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length)

/** The sum a document is stored with, over the bytes its text has on the disk. */
export const sumOf = (text: string): number => {
  const bytes = Buffer.from(text)
  return sumOfBytes(viewOf(bytes), 0, bytes.length)
}
