import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  path: string
  token: string | null
  body: Record<string, unknown>
}
type Reply = { status?: number; body?: unknown; hang?: boolean }

/** A server that writes down what it is asked and answers what a test says: the far end of an adapter. */
export const openRecorder = async (answer: (heard: Heard, count: number) => Reply) => {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://here')
      const body = JSON.parse(Buffer.concat(parts).toString() || '{}') as Record<string, unknown>
      heard.push({ path: url.pathname, token: url.searchParams.get('access_token'), body })
      const reply = answer(heard.at(-1)!, heard.filter(({ path }) => path === url.pathname).length)
      if (reply.hang) return
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' })
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
