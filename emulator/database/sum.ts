/** FNV-1a over some bytes: a number of 32 bits that differs whenever a single byte does, from the first to the last. */
export const sumOfBytes = (bytes: Uint8Array, from = 0, to = bytes.length): number => {
  let sum = 0x811c9dc5
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ (bytes[at] as number), 0x01000193)
  return sum >>> 0
}

/** The sum a document is stored with, over the bytes its text has on the disk. */
export const sumOf = (text: string): number => sumOfBytes(Buffer.from(text))
