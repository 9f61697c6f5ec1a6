import type { IncomingMessage } from 'node:http'

const DRAINED_BYTES_MAX = 100 * 1024 * 1024

/**
 * Reads on, and keeps nothing, to the end of a request that is refused for its size: who is still sending would see a broken
 * connection instead of the answer. After 100 MB that is what they get.
 */
export const drained = async (request: IncomingMessage): Promise<void> => {
  if (Number(request.headers['content-length']) > DRAINED_BYTES_MAX) return
  let bytes = 0
  await new Promise<void>((resolve) => {
    if (request.readableEnded || request.destroyed) return resolve()
    request.once('end', resolve).once('close', resolve)
    request.on('data', (chunk: Buffer) => void ((bytes += chunk.length) > DRAINED_BYTES_MAX && resolve()))
    request.resume()
  })
}
