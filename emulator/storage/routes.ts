import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { drained } from '../doors/drained'
import { isCloudPath, type Storage } from './storage'

const UPLOAD_BYTES_MAX = 20 * 1024 * 1024

interface Address {
  readonly Params: { readonly address: string }
  readonly Querystring: { readonly expires?: string; readonly sign?: string }
}

/**
 * `PUT` and `GET /storage/<address>`: raw bytes in, with the headers of the upload's metadata, and out, with a
 * signed address. Refusals are COS's XML, which is what the SDK reads; an upload that is too large is heard out first. A file can never run as a page of this origin.
 */
export const openStorage = (server: FastifyInstance, storage: Storage, log: (line: string) => void): void => {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    scope.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
      if (error.statusCode !== 413) throw error
      await drained(request.raw)
      return refuse(reply, 400, 'EntityTooLarge')
    })

    scope.put<Address>('/storage/:address', { bodyLimit: UPLOAD_BYTES_MAX }, async (request, reply) => {
      const path = pathOf(request.params.address)
      if (path === undefined || !storage.mayUpload(path, request.headers))
        return refuse(reply, 403, 'SignatureDoesNotMatch')
      try {
        storage.write(path, (request.body as Buffer | undefined) ?? Buffer.alloc(0), request.headers['content-type'])
      } catch (error) {
        log(`文件 ${path} 没有存下来：${(error as Error).message}`)
        return refuse(reply, 503, 'ServiceUnavailable')
      }
      return reply.send('')
    })

    scope.get<Address>('/storage/:address', async (request, reply) => {
      const { expires = '', sign = '' } = request.query
      const path = pathOf(request.params.address)
      if (path === undefined || !storage.mayDownload(path, expires, sign)) return refuse(reply, 403, 'AccessDenied')
      const file = storage.read(path)
      if (!file) return refuse(reply, 404, 'NoSuchKey')
      return reply
        .header('content-type', file.contentType)
        .header('cache-control', 'private, max-age=600')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(file.bytes)
    })
  })
}

const pathOf = (address: string): string | undefined => {
  const path = Buffer.from(address, 'base64url').toString()
  return isCloudPath(path) && Buffer.from(path).toString('base64url') === address ? path : undefined
}

const refuse = (reply: FastifyReply, status: number, code: string): FastifyReply =>
  reply
    .code(status)
    .header('content-type', 'application/xml')
    .send(
      `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message>` +
        `<RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`,
    )
