import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8, and before those of a public key in SPKI (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')

const privateKeyOf = (seed: string) =>
  createPrivateKey({ key: Buffer.concat([privateHead, Buffer.from(seed, 'base64')]), format: 'der', type: 'pkcs8' })

/** A new key: its seed and its public half, both 32 bytes in base64. */
export const newSigningKey = (): { seed: string; publicKey: string } => {
  const seed = randomBytes(32).toString('base64')
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' })
  return { seed, publicKey: spki.subarray(publicHead.length).toString('base64') }
}

/** An Ed25519 signature over a text, in base64. */
export const signed = (text: string, seed: string): string =>
  sign(null, Buffer.from(text), privateKeyOf(seed)).toString('base64')

/** Whether a signature over a text is of this key; anything malformed is not. */
export const isSignedBy = (text: string, signature: string, publicKey: string): boolean => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([publicHead, Buffer.from(publicKey, 'base64')]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}
