import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { WrittenAnswer, type Action, type WireAnswer, type WireRequest } from '../database/actions'
import { isLongerThan } from '../bytes'
import { drained } from '../doors/drained'
import { answerTooLarge, WireError } from '../errors'

/** Every action this cloud answers, by the name the SDK calls it. */
export type Actions = Readonly<Record<string, Action>>

type Answered = WireAnswer | WrittenAnswer

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
  const credential = `Credential=${options.secretId}/`
  server.post('/admin', {
    bodyLimit: REQUEST_BYTES_MAX,
    onRequest: (request, reply, done) => {
      if (request.headers.authorization?.includes(credential)) return done()
      send(reply, refusal(new WireError('SIGN_PARAM_INVALID', 'not signed by a function of this cloud')))
    },
    errorHandler: (error, request, reply) => {
      if ((error as { statusCode?: number }).statusCode !== 413) throw error
      const refused = refusal(new WireError('EXCEED_REQUEST_SIZE_LIMIT', 'a call may not exceed 6 MB'))
      void drained(request.raw).then(() => send(reply, refused))
    },
    handler: (request, reply) => {
      const work = (): void => answer(request.body, options, (answered) => send(reply, answered))
      if (options.latencyMs > 0) setTimeout(work, options.latencyMs)
      else work()
    },
  })
}

/** Answers at once where the action does, without a turn of the loop for nothing. */
const answer = (body: unknown, options: AdminOptions, tell: (answered: Answered) => void): void => {
  try {
    const answered = actionOf(body, options)
    if (answered instanceof Promise) answered.then(tell, (error: unknown) => tell(failure(error, options)))
    else tell(answered)
  } catch (error) {
    tell(failure(error, options))
  }
}

const actionOf = (body: unknown, { actions, envId }: AdminOptions): Answered | Promise<Answered> => {
  const request = (body ?? {}) as WireRequest
  const action = Object.hasOwn(actions, String(request.action)) ? actions[String(request.action)] : undefined
  if (!action) throw new WireError('INVALID_ACTION', `this cloud does not know the action ${String(request.action)}`)
  if (request.envName !== envId)
    throw new WireError('INVALID_ENV', `this cloud is ${envId}, not ${String(request.envName)}`)
  return action(request)
}

const failure = (error: unknown, { log }: AdminOptions): WireAnswer => {
  if (error instanceof WireError) return refusal(error)
  log(`the cloud failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : 'unknown failure' }
}

const refusal = ({ code, message }: WireError): WireAnswer => ({ code, message })

const send = (reply: FastifyReply, answered: Answered): FastifyReply => {
  void reply.header('content-type', 'application/json; charset=utf-8')
  const text = written(answered)
  return reply.send(isLongerThan(text, ANSWER_BYTES_MAX) ? written(refusal(answerTooLarge())) : text)
}

const written = (answered: Answered): string =>
  answered instanceof WrittenAnswer
    ? `{"data":${answered.data},"requestId":"${randomUUID()}"}`
    : JSON.stringify({ ...answered, requestId: randomUUID() })
