import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { WireError } from '../errors'
import { doorError } from './refusals'

type Invoke = (name: string, event: unknown, caller: { source: string }) => Promise<unknown>

interface Answer {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, string | number>>
  readonly body?: string
  readonly isBase64Encoded?: boolean
}

const BODY_BYTES_MAX = 6 * 1024 * 1024
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

/**
 * CloudBase's HTTP gateway: requests under a path go to a function as the event CloudBase gives it (path, method, headers, query, body),
 * and what it answers with a `statusCode` becomes the response; anything else is sent as JSON with 200.
 */
export const openGateway = (
  server: FastifyInstance,
  paths: Readonly<Record<string, string>>,
  { invoke, log }: { invoke: Invoke; log: (line: string) => void },
): void => {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX }, (_request, body, done) =>
      done(null, body),
    )
    for (const [path, name] of Object.entries(paths)) {
      const handler = async (request: FastifyRequest, reply: FastifyReply) => {
        try {
          return send(reply, await invoke(name, eventOf(request), { source: 'http' }))
        } catch (error) {
          if (!(error instanceof WireError)) throw error
          log(`${request.method} ${path} failed: ${error.code} ${error.message}`)
          throw doorError(500)
        }
      }
      scope.route({ method: [...METHODS], url: path, handler })
      scope.route({ method: [...METHODS], url: `${path}/*`, handler })
    }
  })
}

const isText = (contentType: string): boolean =>
  /^(text\/|application\/(json|xml|x-www-form-urlencoded)|$)/.test(contentType)

const eventOf = (request: FastifyRequest): object => {
  const { url, method, headers, query } = request
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const isBase64Encoded = !isText(String(headers['content-type'] ?? ''))
  return {
    path: decodeURI(url.split('?')[0] ?? ''),
    httpMethod: method,
    headers: {
      'x-forwarded-proto': 'http',
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])),
    },
    queryStringParameters: Object.fromEntries(
      Object.entries(query as Record<string, string | string[]>).map(([name, value]) => [name, [value].flat().at(-1)]),
    ),
    requestContext: { httpMethod: method, path: url.split('?')[0] },
    body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}

const send = (reply: FastifyReply, answer: unknown): FastifyReply => {
  const { statusCode, headers = {}, body = '', isBase64Encoded } = (answer ?? {}) as Answer
  if (typeof statusCode !== 'number') return reply.send(answer)
  return reply
    .code(statusCode)
    .headers(headers)
    .send(isBase64Encoded ? Buffer.from(body, 'base64') : body)
}
