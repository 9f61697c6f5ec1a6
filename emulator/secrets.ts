import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16

/** Signs and seals with one secret, so that what this cloud handed out can be told from what it did not. */
export class Secrets {
  constructor(private readonly secret: Buffer) {}

  /** A fresh secret. */
  static fresh(): Buffer {
    return randomBytes(32)
  }

  /** A signature over all parts, safe in URLs and headers. */
  sign(...parts: readonly (string | number)[]): string {
    return createHmac('sha256', this.secret).update(JSON.stringify(parts)).digest('base64url')
  }

  isSigned(signature: string, ...parts: readonly (string | number)[]): boolean {
    const expected = Buffer.from(this.sign(...parts))
    const given = Buffer.from(signature)
    return expected.length === given.length && timingSafeEqual(expected, given)
  }

  /** Text nobody else can read or make. */
  seal(text: string): string {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.secret, iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
  }

  /** What was sealed, or undefined for anything this cloud did not seal. */
  unseal(sealed: string): string | undefined {
    try {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', this.secret, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    } catch {
      return undefined
    }
  }
}
