import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Clock } from '../clock'
import type { Database } from '../database/database'
import type { CloudOptions } from '../options'
import { mediaTypeOf } from '../storage/media-types'
import type { Timers } from '../timers/timers'
import type { Calls } from './calls'
import { doorError } from './refusals'

interface ConsoleOptions {
  readonly options: CloudOptions
  readonly database: Database
  readonly timers: Timers
  readonly clock: Clock
  readonly calls: Calls
}

const PAGE = 20

/** Pages for developers load nothing from anywhere else, run nothing that stands in them, and sit in nobody's frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The files of the console: beside this module, or beside the bundle this module became part of. */
const FOLDER = join(__dirname, 'console')

/**
 * `GET /dev`: a page for whoever develops on this cloud, with what it needs at `/dev/state`, `/dev/documents` and
 * `/dev/calls`; and the project's own pages, such as one that explains what can be called.
 */
export const openConsole = (
  server: FastifyInstance,
  { options, database, timers, clock, calls }: ConsoleOptions,
): void => {
  const { personas = [], doors = {}, functions = {}, envId } = options
  server.get('/dev', async (_request, reply) => sendFile(reply, 'console.html'))
  for (const name of ['console.js', 'wechat.js', 'console.css', 'filter.js'])
    server.get(`/dev/${name}`, async (_request, reply) => sendFile(reply, name))
  for (const [path, page] of Object.entries(doors.pages ?? {}))
    server.get(path, async (_request, reply) => sendPage(reply, 'text/html; charset=utf-8', page()))

  server.get('/dev/state', async () => ({
    envId,
    now: new Date(clock.now()).toISOString(),
    functions: Object.keys(functions),
    personas: personas.map(({ openid: _hidden, ...shown }) => shown),
    collections: database.counts(),
    timers: timers.states,
    hasOutbox: doors.outbox !== undefined,
  }))
  server.get('/dev/calls', async () => ({ calls: calls.latest }))
  server.get<{ Querystring: Record<string, unknown> }>('/dev/documents', async ({ query }) => {
    const { collection = '', search = '', page = '0' } = query
    if (typeof collection !== 'string' || !database.has(collection)) throw doorError(404, '没有这个集合。')
    if (typeof search !== 'string' || typeof page !== 'string' || !/^\d{1,6}$/.test(page))
      throw doorError(400, 'page 必须是从 0 开始的页码，search 是要包含的文字。')
    return database.table(collection).containing(search, Number(page) * PAGE, PAGE)
  })
}

const sendFile = (reply: FastifyReply, name: string): FastifyReply => {
  const path = join(FOLDER, name)
  if (!existsSync(path)) throw doorError(404)
  return sendPage(reply, mediaTypeOf(name), readFileSync(path, 'utf8'))
}

const sendPage = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply
    .header('content-type', type)
    .header('cache-control', 'no-cache')
    .header('content-security-policy', POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-resource-policy', 'same-origin')
    .send(text)
