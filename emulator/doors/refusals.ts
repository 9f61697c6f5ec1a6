import { randomUUID } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/** A door that stays shut: an HTTP status, a code for programs and a sentence for people. */
export class DoorError extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const generic: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BAD_REQUEST', '请求内容不是有效的 JSON。'],
  403: ['FORBIDDEN', '不接受来自其他网站的请求。'],
  404: ['NOT_FOUND', '没有这个地址。'],
  405: ['METHOD_NOT_ALLOWED', '这个地址不支持该请求方法。'],
  413: ['TOO_LARGE', '请求内容太大。'],
  415: ['UNSUPPORTED_MEDIA_TYPE', '请求内容必须是 JSON。'],
  500: ['INTERNAL', '服务出了点问题，请稍后再试。'],
}

/** The refusal that belongs to a status. */
export const doorError = (statusCode: number, message?: string): DoorError => {
  const [code, sentence] = generic[statusCode] ?? (generic[500] as readonly [string, string])
  return new DoorError(generic[statusCode] ? statusCode : 500, code, message ?? sentence)
}

/** Every refusal has the one envelope, whatever went wrong. */
export const envelopeOf = (error: DoorError): object => ({
  ok: false,
  error: { code: error.code, message: error.message, requestId: randomUUID() },
})

export const refuse = (reply: FastifyReply, error: DoorError): FastifyReply =>
  reply.code(error.statusCode).send(envelopeOf(error))
