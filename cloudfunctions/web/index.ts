import { openCloud } from '../adapters/cloud'
import { openCertificates } from './certificates'
import type { HttpAnswer, HttpEvent } from './http'
import { handleRequest as open311 } from './open311'
import { openWechatEvents, pushSettings } from './wechat-events'

type Route = (event: HttpEvent) => HttpAnswer | Promise<HttpAnswer>

const { store } = openCloud(process.env)

const wechatEvents = openWechatEvents({
  store,
  settings: pushSettings(process.env),
  now: () => Date.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})

/** Who answers which addresses. The gateway may or may not leave its own prefix on a path, so the first part that fits decides. */
const routes: readonly (readonly [part: string, route: Route])[] = [
  ['/open311/', open311],
  ['/wechat/events', wechatEvents],
  ['/certificates', openCertificates({ store, now: () => Date.now() })],
]

const nothingHere: Route = () => ({
  statusCode: 404,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code: 404, description: '没有这个地址' }),
})

/** The entry over HTTP: what other systems may ask without a WeChat identity. */
export const main = async (event: HttpEvent): Promise<HttpAnswer> => {
  const [, route] = routes.find(([part]) => (event.path ?? '').includes(part)) ?? ['', nothingHere]
  return route(event)
}
