import { traceKey, type CheckTrace } from '@/shared/domain/issues/check-trace'
import { withVerdict } from '@/shared/domain/issues/content-check'
import { endCheck } from '../capabilities/activities/checks'
import { saveChecked } from '../capabilities/issues/save-checked'
import type { Store } from '../store/store'
import { bodyOf, type HttpAnswer, type HttpEvent } from './http'
import { decrypted, isSame, signatureOf } from './wechat-crypto'
import { mediaVerdict, readMessage, type MediaVerdict } from './wechat-message'

/** What the account's message push (消息推送) is set up with. */
export interface PushSettings {
  readonly appId: string
  readonly token: string
  /** EncodingAESKey of the safe mode; null takes plain messages. */
  readonly aesKey: string | null
}

/** From the environment: WECHAT_APP_ID, WECHAT_MESSAGE_TOKEN, WECHAT_MESSAGE_AES_KEY. null while they are not set. */
export const pushSettings = (environment: NodeJS.ProcessEnv): PushSettings | null => {
  const { WECHAT_APP_ID: appId, WECHAT_MESSAGE_TOKEN: token, WECHAT_MESSAGE_AES_KEY: aesKey } = environment
  return appId && token ? { appId, token, aesKey: aesKey || null } : null
}

interface Ports {
  readonly store: Store
  readonly settings: PushSettings | null
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
}

const text = (statusCode: number, body: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})
const refused = (statusCode: number, code: string, message: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code, message }),
})
const unsigned = refused(403, 'BAD_SIGNATURE', '签名不正确')
/** WeChat stops asking when it reads this. */
const taken = text(200, 'success')

const isSigned = (settings: PushSettings, given: string | undefined, parts: readonly (string | undefined)[]): boolean =>
  given !== undefined && isSame(given, signatureOf([settings.token, ...parts.map((part) => part ?? '')]))

/** The message of a request, opened where it was sealed; null when seal or signature are not WeChat's. */
const openedMessage = (event: HttpEvent, settings: PushSettings): Record<string, unknown> | null => {
  const { timestamp, nonce, signature, msg_signature: sealed } = event.queryStringParameters ?? {}
  const message = readMessage(bodyOf(event))
  if (!settings.aesKey) return isSigned(settings, signature, [timestamp, nonce]) ? message : null
  const encrypted = message?.Encrypt
  if (typeof encrypted !== 'string' || !isSigned(settings, sealed, [timestamp, nonce, encrypted])) return null
  const plain = decrypted(encrypted, settings.aesKey, settings.appId)
  return plain === null ? null : readMessage(plain)
}

/** A verdict may overtake the note of its question, which is written when the answer to the question is there: it is looked for again. */
const lookAgainMs = [0, 300, 900]

const findTrace = async (traceId: string, { store, pause }: Ports): Promise<CheckTrace | null> => {
  for (const ms of lookAgainMs) {
    if (ms > 0) await pause(ms)
    const trace = await store.checkTraces.get(traceKey(traceId))
    if (trace) return trace
  }
  return null
}

/** A verdict on the cover of an activity; where the check could not look at it, it is asked again when its answer counts as lost. */
const recordOfActivity = async (id: string, fileId: string, suggest: string, { store, now }: Ports): Promise<void> => {
  const check = suggest === 'failed' ? null : await store.activityChecks.get(id)
  if (check?.content !== fileId) return
  const state = suggest === 'pass' ? 'passed' : suggest === 'risky' ? 'risky' : 'review'
  await store.transact((tx) => endCheck(tx, check, state, now()))
}

/** A verdict reaches the issue its question was about. Nothing changes by a second one, or by one to a question asked anew meanwhile. */
const recordVerdict = async ({ trace_id, errcode, result }: MediaVerdict, ports: Ports): Promise<HttpAnswer> => {
  const { store, now } = ports
  const trace = await findTrace(trace_id, ports)
  if (!trace) return refused(404, 'CHECK_UNKNOWN', '没有这次检测')
  const verdict = errcode || !result ? ({ suggest: 'failed', label: '' } as const) : result
  const { issueId, activityCheckId, fileId, round } = trace
  if (activityCheckId) await recordOfActivity(activityCheckId, fileId, verdict.suggest, ports)
  if (issueId)
    await saveChecked(store, issueId, (issue) => withVerdict(issue, { fileId, round, ...verdict }, now()), now())
  return taken
}

/**
 * WeChat's message push over HTTP: GET proves to WeChat that the address is ours, POST brings an event, signed, and sealed where a key is set.
 * A plain signature does not cover the body, so an account should use the safe mode. Events nobody here waits for are taken and forgotten.
 */
export const openWechatEvents =
  (ports: Ports) =>
  async (event: HttpEvent): Promise<HttpAnswer> => {
    const { settings } = ports
    if (!settings) return unsigned
    const { timestamp, nonce, signature, echostr } = event.queryStringParameters ?? {}
    if (event.httpMethod === 'GET')
      return echostr !== undefined && isSigned(settings, signature, [timestamp, nonce]) ? text(200, echostr) : unsigned
    if (event.httpMethod !== 'POST') return refused(405, 'METHOD_NOT_ALLOWED', '只支持 GET 和 POST')
    const message = openedMessage(event, settings)
    if (!message) return unsigned
    const verdict = mediaVerdict.safeParse(message)
    if (!verdict.success)
      return message.Event === 'wxa_media_check' ? refused(400, 'BAD_MESSAGE', '消息内容不正确') : taken
    return verdict.data.appid === settings.appId ? recordVerdict(verdict.data, ports) : unsigned
  }
