import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { WireAnswer, WireRequest } from '../database/actions'
import { WireError } from '../errors'

/** Every action this cloud answers, by the name the SDK calls it. */
export type Actions = Readonly<Record<string, (request: WireRequest) => WireAnswer | Promise<WireAnswer>>>

interface AdminOptions {
  readonly actions: Actions
  readonly envId: string
  /** Secret id a caller must have signed with. */
  readonly secretId: string
  readonly latencyMs: number
  readonly log: (line: string) => void
}

const REQUEST_BYTES_MAX = 6 * 1024 * 1024
const ANSWER_BYTES_MAX = 16 * 1024 * 1024

/**
 * The door of `@cloudbase/node-sdk`: POST /admin, always 200 with `{ requestId, data }` or `{ code, message, requestId }`.
 * Only a process that was handed this start's secret id gets in, so no web page and no stranger does.
 */
export const openAdmin = (server: FastifyInstance, options: AdminOptions): void => {
  server.post('/admin', { bodyLimit: REQUEST_BYTES_MAX }, async (request, reply) => {
    const requestId = randomUUID()
    if (!(request.headers.authorization ?? '').includes(`Credential=${options.secretId}/`))
      return send(reply, { code: 'SIGN_PARAM_INVALID', message: 'not signed by a function of this cloud', requestId })
    if (options.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, options.latencyMs))
    return send(reply, { ...(await answer(request.body, options)), requestId })
  })
}

const answer = async (body: unknown, { actions, envId, log }: AdminOptions): Promise<WireAnswer> => {
  try {
    const request = (body ?? {}) as WireRequest
    const action = Object.hasOwn(actions, String(request.action)) ? actions[String(request.action)] : undefined
    if (!action) throw new WireError('INVALID_ACTION', `this cloud does not know the action ${String(request.action)}`)
    if (request.envName !== envId)
      throw new WireError('INVALID_ENV', `this cloud is ${envId}, not ${String(request.envName)}`)
    return await action(request)
  } catch (error) {
    if (error instanceof WireError) return { code: error.code, message: error.message }
    log(`the cloud failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return { code: 'SYS_ERR', message: error instanceof Error ? error.message : 'unknown failure' }
  }
}

const send = (reply: FastifyReply, answered: WireAnswer): FastifyReply => {
  const text = JSON.stringify(answered)
  void reply.header('content-type', 'application/json; charset=utf-8')
  if (text.length <= ANSWER_BYTES_MAX) return reply.send(text)
  return reply.send(
    JSON.stringify({
      code: 'DATABASE_REQUEST_FAILED',
      message: 'the answer exceeds 16 MB',
      requestId: answered.requestId,
    }),
  )
}
