import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { push, type PushTarget } from './push'
import { behaviourOfBytes, behaviourOfText, labelOf, type Behaviour } from './sentinels'
import { badFieldOf } from './template-data'

/** What an account is set up with; the functions find the same in their environment. */
export interface WechatOptions {
  /** Path on this cloud to which verdicts are pushed, e.g. `/wechat/events`. */
  readonly callback: string
  /** How long a verdict on a picture takes, in ms of real time; 1000 unless given. */
  readonly verdictMs?: number
  /** False pushes plain messages instead of sealed ones. */
  readonly isSealed?: boolean
}

export interface Asked {
  readonly at: string
  readonly kind: 'text' | 'image' | 'message'
  readonly what: string
  readonly traceId: string | null
  readonly behaviour: string
  /** For pictures: how often the verdict was pushed, and what the last push was answered. */
  pushes: number
  answered: number | null
}

/** What can be turned by hand or by a test. */
export interface Mood {
  /** What pictures without a marker get. */
  images: Behaviour
  /** Everything fails with 503. */
  isDown: boolean
  /** Everything is answered with 45009. */
  isOverQuota: boolean
  /** So many further requests are answered with -1. */
  busy: number
  /** Openids that want no messages, and that were last here too long ago. */
  refused: string[]
  inactive: string[]
}

type Answer = Record<string, unknown>
const no = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })
const calm = (): Mood => ({ images: 'pass', isDown: false, isOverQuota: false, busy: 0, refused: [], inactive: [] })

const KEPT = 200
const TOKEN_SECONDS = 7200
const SLOW_MS = 8000

/** WeChat's server APIs as far as content checks and subscribe messages go, on this machine; in memory only. */
export class WechatDouble {
  readonly appId = 'wxlocal0000000000'
  readonly secret = randomBytes(16).toString('hex')
  readonly messageToken = randomBytes(8).toString('hex')
  readonly aesKey = randomBytes(32).toString('base64').slice(0, 43)
  mood = calm()
  asked: Asked[] = []
  /** Set once the server's address is known. */
  url = ''
  private token: { value: string; until: number } | null = null
  private readonly bytesMax = 10 * 1024 * 1024
  private readonly timers = new Set<NodeJS.Timeout>()

  constructor(
    private readonly options: WechatOptions,
    private readonly clock: Clock,
    private readonly log: (line: string) => void,
  ) {}

  clear(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.mood = calm()
    this.asked = []
  }

  /** Makes the token in use one that has run out. */
  expireToken(): void {
    this.token = null
  }

  /** What answers whatever is asked, before it is looked at. */
  refusal(accessToken: unknown): Answer | null {
    if (!this.token || accessToken !== this.token.value) return no(40001, 'invalid credential, access_token is invalid')
    if (this.clock.now() >= this.token.until) return no(42001, 'access_token expired')
    if (this.mood.isOverQuota) return no(45009, 'reach max api daily quota limit')
    if (this.mood.busy > 0) {
      this.mood.busy -= 1
      return no(-1, 'system error')
    }
    return null
  }

  stableToken({ grant_type, appid, secret, force_refresh }: Answer): Answer {
    if (grant_type !== 'client_credential') return no(40002, 'invalid grant_type')
    if (appid !== this.appId) return no(40013, 'invalid appid')
    if (secret !== this.secret) return no(40125, 'invalid appsecret')
    const now = this.clock.now()
    if (!this.token || now >= this.token.until || force_refresh === true)
      this.token = { value: randomBytes(24).toString('hex'), until: now + TOKEN_SECONDS * 1000 }
    return { access_token: this.token.value, expires_in: Math.floor((this.token.until - now) / 1000) }
  }

  async checkText({ content, version, scene, openid }: Answer): Promise<Answer> {
    const wrong = this.wrongIn(version, scene, openid)
    if (wrong) return wrong
    if (typeof content !== 'string' || content === '' || [...content].length > 2500)
      return no(47001, 'data format error')
    const behaviour = behaviourOfText(content)
    this.note('text', content, null, behaviour)
    if (behaviour === 'busy') return no(-1, 'system error')
    if (behaviour === 'slow') await new Promise((resolve) => this.later(SLOW_MS, () => resolve(undefined)))
    return { errcode: 0, errmsg: 'ok', ...this.verdict(behaviour), trace_id: randomUUID() }
  }

  async checkImage({ media_url, media_type, version, scene, openid }: Answer): Promise<Answer> {
    const wrong = this.wrongIn(version, scene, openid)
    if (wrong) return wrong
    if (media_type !== 2 || typeof media_url !== 'string') return no(40004, 'invalid media type')
    const bytes = await fetch(media_url)
      .then(async (answer) => (answer.ok ? Buffer.from(await answer.arrayBuffer()) : null))
      .catch(() => null)
    const found = bytes && bytes.length <= this.bytesMax ? (behaviourOfBytes(bytes) ?? this.mood.images) : 'failed'
    if (found === 'busy') return no(-1, 'system error')
    const traceId = randomUUID()
    this.note('image', media_url.split('?')[0] ?? '', traceId, found)
    if (found !== 'late' && found !== 'lost')
      this.later(this.options.verdictMs ?? 1000, () => void this.deliver(traceId))
    return { errcode: 0, errmsg: 'ok', trace_id: traceId }
  }

  sendMessage({ touser, template_id, data, page }: Answer): Answer {
    if (typeof touser !== 'string' || touser === '') return no(40003, 'invalid openid')
    if (typeof template_id !== 'string' || template_id === '') return no(40037, 'invalid template_id')
    const bad = badFieldOf(data)
    if (bad) return no(47003, `argument invalid! data.${bad}.value invalid`)
    if (this.mood.refused.includes(touser)) return no(43101, 'user refuse to accept the msg')
    this.note('message', JSON.stringify({ touser, template_id, page, data }), null, 'sent')
    return { errcode: 0, errmsg: 'ok' }
  }

  /** Pushes the verdict of a trace id now, once more even if it was pushed before. false when there is no such picture. */
  async deliver(traceId: string): Promise<boolean> {
    const asked = this.asked.find((one) => one.traceId === traceId)
    if (!asked) return false
    const times = asked.behaviour === 'duplicate' && asked.pushes === 0 ? 2 : 1
    for (let time = 0; time < times; time++) await this.pushVerdict(asked, traceId)
    return true
  }

  private async pushVerdict(asked: Asked, traceId: string): Promise<void> {
    const isFailed = asked.behaviour === 'failed'
    const message = {
      ToUserName: 'gh_local',
      FromUserName: 'o-platform',
      CreateTime: Math.floor(this.clock.now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: this.appId,
      trace_id: traceId,
      version: 2,
      ...(isFailed ? no(-1008, 'download failed') : { errcode: 0, errmsg: 'ok', ...this.verdict(asked.behaviour) }),
    }
    asked.answered = await push(message, this.target, this.clock.now()).catch(() => 0)
    asked.pushes += 1
    if (asked.answered !== 200) this.log(`WeChat's push was answered ${asked.answered}`)
  }

  private get target(): PushTarget {
    const aesKey = this.options.isSealed === false ? null : this.aesKey
    return { url: this.url + this.options.callback, appId: this.appId, token: this.messageToken, aesKey }
  }

  private verdict(behaviour: string): Answer {
    const suggest = behaviour === 'review' || behaviour === 'risky' ? behaviour : 'pass'
    const label = labelOf(suggest)
    return {
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      result: { suggest, label },
    }
  }

  private wrongIn(version: unknown, scene: unknown, openid: unknown): Answer | null {
    if (version !== 2) return no(47001, 'data format error')
    if (![1, 2, 3, 4].includes(scene as number)) return no(40129, 'invalid scene')
    if (typeof openid !== 'string' || openid === '') return no(40003, 'invalid openid')
    return this.mood.inactive.includes(openid) ? no(61010, 'code is expired') : null
  }

  private note(kind: Asked['kind'], what: string, traceId: string | null, behaviour: string): void {
    this.asked.unshift({
      at: new Date(this.clock.now()).toISOString(),
      kind,
      what,
      traceId,
      behaviour,
      pushes: 0,
      answered: null,
    })
    this.asked.length = Math.min(this.asked.length, KEPT)
  }

  private later(ms: number, what: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      what()
    }, ms)
    this.timers.add(timer.unref())
  }
}

/** What the functions of a cloud find in their environment when it plays WeChat. */
export const wechatEnvironment = (double: WechatDouble): Record<string, string> => ({
  WECHAT_API: `${double.url}/wechat-api`,
  WECHAT_APP_ID: double.appId,
  WECHAT_APP_SECRET: double.secret,
  WECHAT_MESSAGE_TOKEN: double.messageToken,
  WECHAT_MESSAGE_AES_KEY: double.aesKey,
})
