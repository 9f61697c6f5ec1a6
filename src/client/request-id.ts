const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'

/**
 * A fresh request id: the time in front, so that two can never meet in one device's life, and chance behind. It names a
 * request and guards nothing, so it need not be unguessable; WeChat has no synchronous secure randomness.
 */
export const makeRequestId = (): string => {
  let id = Date.now().toString(36)
  while (id.length < 24) id += alphabet[Math.floor(Math.random() * alphabet.length)]
  return id
}
