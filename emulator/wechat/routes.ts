import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DoorError, doorError } from '../doors/refusals'
import type { Mood, WechatDouble } from './double'
import { behaviours } from './sentinels'

type Body = Record<string, unknown>

const bodyOf = ({ body }: FastifyRequest): Body =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : {}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The parts of a mood a developer may set, each with its test. */
const settable: { readonly [K in keyof Mood]: (value: unknown) => boolean } = {
  images: (value) => behaviours.some((behaviour) => behaviour === value),
  isDown: (value) => typeof value === 'boolean',
  isOverQuota: (value) => typeof value === 'boolean',
  busy: (value) => Number.isInteger(value) && (value as number) >= 0,
  refused: isTexts,
  inactive: isTexts,
}

/**
 * `/wechat-api/…`: what api.weixin.qq.com answers. `/dev/wechat`: what it was asked and how it is minded; `POST /dev/wechat` changes its mind,
 * `POST /dev/wechat/deliver {traceId}` pushes a verdict now.
 */
export const openWechat = (server: FastifyInstance, double: WechatDouble): void => {
  const answers: Readonly<Record<string, (body: Body) => unknown>> = {
    '/wxa/msg_sec_check': (body) => double.checkText(body),
    '/wxa/media_check_async': (body) => double.checkImage(body),
    '/cgi-bin/message/subscribe/send': (body) => double.sendMessage(body),
  }
  const up = (): void => {
    if (double.mood.isDown) throw new DoorError(503, 'DOWN', '微信暂时没有答复。')
  }
  server.post('/wechat-api/cgi-bin/stable_token', async (request) => (up(), double.stableToken(bodyOf(request))))
  for (const [path, answer] of Object.entries(answers))
    server.post(`/wechat-api${path}`, async (request) => {
      up()
      const { access_token } = request.query as { access_token?: string }
      return double.refusal(access_token) ?? answer(bodyOf(request))
    })

  server.get('/dev/wechat', async () => ({ mood: double.mood, behaviours, asked: double.asked }))
  server.post('/dev/wechat', async (request) => {
    const { expireToken, ...change } = bodyOf(request)
    const isKnown = Object.entries(change).every(([name, value]) =>
      Object.hasOwn(settable, name) ? settable[name as keyof Mood](value) : false,
    )
    if (!isKnown) throw doorError(400, `可以改的有：${Object.keys(settable).join('、')}、expireToken。`)
    double.mood = { ...double.mood, ...(change as Partial<Mood>) }
    if (expireToken === true) double.expireToken()
    return { mood: double.mood }
  })
  server.post('/dev/wechat/deliver', async (request) => {
    const { traceId } = bodyOf(request)
    if (typeof traceId !== 'string' || !(await double.deliver(traceId))) throw doorError(404, '没有这次检测。')
    return { ok: true }
  })
}
