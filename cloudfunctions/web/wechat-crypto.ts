import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** WeChat's signature over the parts of a message: SHA-1 of them sorted and joined. */
export const signatureOf = (parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** Compares in a time that says nothing about where two texts differ. */
export const isSame = (given: string, right: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Sixteen random bytes come first, then the length. */
const headBytes = 20

/**
 * A message of WeChat's safe mode (安全模式): AES-256-CBC under the EncodingAESKey, its first half as the vector; inside are 16 random bytes, the
 * length, the message and the app id. null when it is not one, or not for this app.
 */
export const decrypted = (encrypted: string, encodingAesKey: string, appId: string): string | null => {
  try {
    const key = Buffer.from(`${encodingAesKey}=`, 'base64')
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
    // Padded to blocks of 32 bytes, not of 16.
    const padding = padded.at(-1) ?? 0
    if (padding < 1 || padding > 32) return null
    const plain = padded.subarray(0, padded.length - padding)
    const end = headBytes + plain.readUInt32BE(16)
    return plain.subarray(end).toString() === appId ? plain.subarray(headBytes, end).toString() : null
  } catch {
    return null
  }
}
