import { createCipheriv, createHash, randomBytes } from 'node:crypto'

/** Where and how a message goes to the developer's server. */
export interface PushTarget {
  readonly url: string
  readonly appId: string
  readonly token: string
  /** EncodingAESKey, 43 signs; null sends plain messages. */
  readonly aesKey: string | null
}

const signed = (parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

/** A message sealed as in the safe mode: 16 random bytes, the length, the message, the app id, padded to blocks of 32. */
export const sealed = (message: string, aesKey: string, appId: string): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)])
  const padding = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64')
}

/** Pushes a message as WeChat does: POST, JSON, signed in the query, sealed where there is a key. Answers the status. */
export const push = async (
  message: object,
  { url, appId, token, aesKey }: PushTarget,
  now: number,
): Promise<number> => {
  const timestamp = String(Math.floor(now / 1000))
  const nonce = randomBytes(5).toString('hex')
  const query = new URLSearchParams({ signature: signed([token, timestamp, nonce]), timestamp, nonce })
  let body = JSON.stringify(message)
  if (aesKey) {
    const Encrypt = sealed(body, aesKey, appId)
    query.set('encrypt_type', 'aes')
    query.set('msg_signature', signed([token, timestamp, nonce, Encrypt]))
    body = JSON.stringify({ ToUserName: 'gh_local', Encrypt })
  }
  const answer = await fetch(`${url}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return answer.status
}
