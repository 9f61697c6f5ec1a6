import type { FastifyInstance, FastifyRequest } from 'fastify'
import { WireError } from '../errors'
import { doorError } from './refusals'

type Invoke = (name: string, event: unknown, caller?: { source?: string }) => Promise<unknown>

const BODY_BYTES_MAX = 6 * 1024 * 1024
const TEXT = /^(text\/|application\/(json|xml|x-www-form-urlencoded))/

/** The last of several values of one name, as the gateway hands it over. */
const lastOf = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [[name, last]] : []
    }),
  )

/** A request as CloudBase's HTTP gateway hands it to a function: text as text, anything else as base64. */
const eventOf = (request: FastifyRequest): object => {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const isBase64Encoded = body.length > 0 && !TEXT.test(request.headers['content-type'] ?? '')
  return {
    path: request.url.split('?')[0],
    httpMethod: request.method,
    headers: lastOf(request.headers),
    queryStringParameters: lastOf(request.query as Record<string, unknown>),
    body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}

interface Answer {
  statusCode?: number
  headers?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

/** Functions behind paths, as behind the HTTP gateway: whatever is asked under a path goes to its function, body and query as they came. */
export const openWeb = (
  server: FastifyInstance,
  functions: Readonly<Record<string, string>>,
  invoke: Invoke,
  log: (line: string) => void,
): void =>
  void server.register(async (gateway) => {
    gateway.removeAllContentTypeParsers()
    gateway.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX }, (_request, body, done) =>
      done(null, body),
    )
    for (const [path, name] of Object.entries(functions))
      gateway.all(`${path}/*`, async (request, reply) => {
        try {
          const answer = ((await invoke(name, eventOf(request), { source: 'http' })) ?? {}) as Answer
          // The gateway sends whatever is no answer of its own form as JSON.
          if (typeof answer.statusCode !== 'number') return reply.type('application/json').send(JSON.stringify(answer))
          void reply.code(answer.statusCode).headers(answer.headers ?? {})
          return reply.send(Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8'))
        } catch (error) {
          if (!(error instanceof WireError)) throw error
          log(`call over HTTP failed: ${error.code} ${error.message}`)
          throw doorError(500)
        }
      })
  })
