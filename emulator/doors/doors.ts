import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isClockTime, type Clock } from '../clock'
import { WireError } from '../errors'
import type { Doors, FunctionSpec, Persona } from '../options'
import { timerEvent } from '../timers/timers'
import { capabilityOf, outcomeOf, type Calls } from './calls'
import { openGateway } from './gateway'
import { DoorError, doorError, envelopeOf } from './refusals'
import type { Tokens } from './tokens'

interface DoorOptions {
  readonly doors: Doors
  readonly functions: Readonly<Record<string, FunctionSpec>>
  readonly personas: readonly Persona[]
  readonly tokens: Tokens
  readonly clock: Clock
  readonly invoke: (name: string, event: unknown, caller?: { openid?: string; source?: string }) => Promise<unknown>
  readonly documentsOf: (collection: string) => object[]
  readonly clockMoved: () => void
  readonly calls: Calls
  readonly log: (line: string) => void
}

const TTL_MAX_SECONDS = 30 * 24 * 3600

/** The doors of a local cloud beside the SDK's: the app's calls, and what a developer or a test needs at hand. */
export const openDoors = (server: FastifyInstance, options: DoorOptions): void => {
  const { doors, personas } = options
  if (doors.call) openCall(server, doors.call, options)
  if (doors.jobs) openJobs(server, doors.jobs, options)
  if (doors.web) openGateway(server, doors.web, options)
  for (const [path, document] of Object.entries(doors.documents ?? {})) server.get(path, async () => document())
  const { outbox } = doors
  if (outbox) server.get('/dev/outbox', async () => ({ messages: options.documentsOf(outbox) }))
  server.get('/dev/personas', async () => ({ personas: personas.map(({ openid: _hidden, ...shown }) => shown) }))
  openSession(server, options)
  openClock(server, options)
}

const CALL_BYTES_MAX = 6 * 1024 * 1024
const NESTING_MAX = 200

/** Whether a value nests deeper than any call does; looked at without recursion, so that no depth is too deep to refuse. */
const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > NESTING_MAX) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

/**
 * `POST /call`: the body is the event, and whatever is JSON is answered with an envelope. Whoever has no valid token calls
 * without an openid; the function judges.
 */
const openCall = (
  server: FastifyInstance,
  name: string,
  { tokens, invoke, log, calls, clock, personas }: DoorOptions,
): void => {
  const idOf = new Map(personas.map(({ id, openid }) => [openid, id]))
  server.post('/call', { bodyLimit: CALL_BYTES_MAX }, async (request) => {
    const event = request.body
    if (event === undefined) throw doorError(400)
    if (typeof event !== 'object' || event === null || Array.isArray(event))
      return envelopeOf(new DoorError(200, 'INVALID_INPUT', '请求内容必须是一个 JSON 对象。'))
    if (isTooDeep(event)) return envelopeOf(new DoorError(200, 'INVALID_INPUT', '请求内容嵌套太深。'))
    const openid = tokens.openidOf(request.headers.authorization)
    const began = performance.now()
    let outcome = 'INTERNAL'
    const call = async (): Promise<unknown> => {
      const answer = await invoke(name, event, openid === undefined ? { source: 'wx_client' } : { openid })
      outcome = outcomeOf(answer)
      return answer
    }
    try {
      return await answered(call, log)
    } finally {
      calls.add({
        at: new Date(clock.now()).toISOString(),
        capability: capabilityOf(event),
        actor: openid === undefined ? null : (idOf.get(openid) ?? '（其他人）'),
        ms: Math.round(performance.now() - began),
        outcome,
      })
    }
  })
}

/** `POST /dev/jobs { name }`: what the timer of that name would do, now; a name that no timer has is answered with those there are. */
const openJobs = (
  server: FastifyInstance,
  functionName: string,
  { functions, invoke, clock, log }: DoorOptions,
): void => {
  const names = (functions[functionName]?.timers ?? []).map((timer) => timer.name)
  server.post('/dev/jobs', async (request) => {
    const { name } = bodyOf(request)
    if (typeof name !== 'string' || name === '') throw doorError(400, '请给出任务名 name。')
    if (!names.includes(name)) throw doorError(404, `没有这个任务。可以用：${names.join('、')}。`)
    const run = () => invoke(functionName, timerEvent(name, clock.now()), { source: 'timer' })
    return answered(async () => ({ ok: true, data: await run() }), log)
  })
}

const answered = async (call: () => Promise<unknown>, log: (line: string) => void): Promise<unknown> => {
  try {
    return JSON.stringify(await call())
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    log(`call failed: ${error.code} ${error.message}`)
    return envelopeOf(doorError(500))
  }
}

const openSession = (server: FastifyInstance, { personas, tokens }: DoorOptions): void => {
  server.post('/dev/session', async (request) => {
    const { persona, ttlSeconds } = bodyOf(request)
    const isTtl =
      typeof ttlSeconds === 'number' && Number.isInteger(ttlSeconds) && ttlSeconds >= 1 && ttlSeconds <= TTL_MAX_SECONDS
    if (ttlSeconds !== undefined && !isTtl) throw doorError(400, 'ttlSeconds 必须是 1 到 2592000 之间的整数。')
    if (typeof persona !== 'string') throw doorError(400, '请给出人物 persona。')
    const found = personas.find(({ id }) => id === persona)
    if (!found) throw doorError(404, '没有这个人物。')
    return tokens.issue(found.openid, ttlSeconds as number | undefined)
  })
}

const openClock = (server: FastifyInstance, { clock, clockMoved }: DoorOptions): void => {
  server.post('/dev/clock', async (request) => {
    const { at, advanceSeconds } = bodyOf(request)
    const isInstant = typeof at === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(at) && advanceSeconds === undefined
    const isStep = at === undefined && typeof advanceSeconds === 'number'
    const wanted = isInstant ? Date.parse(at) : isStep ? clock.now() + advanceSeconds * 1000 : Number.NaN
    if (!isClockTime(wanted))
      throw doorError(
        400,
        '请给出时刻 at（如 2030-01-01T00:00:00Z）或秒数 advanceSeconds，且在 1970 年到 9999 年之间。',
      )
    clock.set(wanted)
    clockMoved()
    return { now: new Date(clock.now()).toISOString() }
  })
}

const bodyOf = (request: FastifyRequest): Record<string, unknown> => {
  const { body } = request
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw doorError(400, '请求内容必须是一个 JSON 对象。')
  return body as Record<string, unknown>
}
