import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { CloudError } from '../errors'
import { DoorError, doorError, refuse } from './refusals'

const HOST = '127.0.0.1'
const OWN_HOSTS = ['127.0.0.1', 'localhost']

export interface Started {
  readonly server: FastifyInstance
  readonly port: number
  readonly url: string
}

/** Whether nobody but this machine can reach an address. */
const isLoopback = (address: string): boolean => /^(127\.\d+\.\d+\.\d+|::1)$/.test(address)

/**
 * Whether a page of another site is behind a request: it was meant for another host (a name that somebody made point here),
 * comes from another origin, or the browser says that a foreign page asked for it. Following a link here is allowed.
 */
const isForeign = (headers: IncomingHttpHeaders, own: readonly string[]): boolean => {
  const { host, origin } = headers
  if (!own.includes(host ?? '')) return true
  if (origin !== undefined) return !own.some((name) => origin === `http://${name}`)
  return /^(cross-site|same-site)$/.test(String(headers['sec-fetch-site'])) && headers['sec-fetch-mode'] !== 'navigate'
}

const taken = (port: number): CloudError => new CloudError('PORT_TAKEN', `端口 ${port} 已被占用，请换一个端口。`)
const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'EADDRINUSE'

/** Throws PORT_TAKEN. Somebody may still take the port a moment later; then the server says so itself. */
export const checkPort = async (port: number, host = HOST): Promise<void> => {
  if (port === 0) return
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, host, resolve))
    await new Promise((resolve) => probe.close(resolve))
  } catch (error) {
    // What else may be wrong with an address is for the server to say.
    if (isTaken(error)) throw taken(port)
  }
}

/**
 * A server on the loopback address only, that answers refusals with the envelope, and takes no request that
 * was meant for another host or sent by a page of another origin. Throws PORT_TAKEN, and BAD_OPTIONS for an address that
 * others can reach: whoever reaches the developers' doors can be anybody.
 */
export const startServer = async (
  { port, host = HOST }: { port: number; host?: string | undefined },
  log: (line: string) => void,
  open: (server: FastifyInstance) => void,
): Promise<Started> => {
  const server = fastify({
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 },
    // Strange keys are still JSON; what they mean is for whoever reads the body to say.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    frameworkErrors: (error, _request, reply) => {
      void refuse(reply as unknown as FastifyReply, doorError(error.statusCode ?? 400, '这个地址写得不对。'))
    },
  })
  server.removeContentTypeParser('text/plain')
  const own: string[] = []
  server.addHook('onRequest', (request, _reply, done) => {
    done(isForeign(request.headers, own) ? doorError(403) : undefined)
  })
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof DoorError) return refuse(reply, error)
    if (!error.statusCode || error.statusCode >= 500) log(`the door failed: ${error.stack ?? error.message}`)
    return refuse(reply, doorError(error.statusCode ?? 500))
  })
  refuseUnknown(server)
  open(server)
  try {
    const url = await server.listen({ port, host })
    if (!server.addresses().every((one) => typeof one === 'string' || isLoopback(one.address)))
      throw new CloudError('BAD_OPTIONS', `本地云只在本机开放，不能监听 ${host}。`)
    const actual = Number(new URL(url).port)
    own.push(...OWN_HOSTS.map((name) => `${name}:${actual}`))
    return { server, url, port: actual }
  } catch (error) {
    await server.close()
    throw isTaken(error) ? taken(port) : error
  }
}

/** 405 for an address that exists with another method, 404 for one that does not. */
const refuseUnknown = (server: FastifyInstance): void => {
  const methodsOf = new Map<string, Set<string>>()
  server.addHook('onRoute', ({ url, method }) => {
    const known = methodsOf.get(url) ?? new Set<string>()
    for (const name of [method].flat()) known.add(name)
    methodsOf.set(url, known)
  })
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] as string
    const pattern = path.startsWith('/storage/') ? '/storage/:address' : path === '/' ? '/*' : path
    const allowed = methodsOf.get(pattern)
    if (!allowed) return refuse(reply, doorError(404))
    return refuse(reply.header('allow', [...allowed].join(', ')), doorError(405))
  })
}
