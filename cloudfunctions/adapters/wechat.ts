import * as z from 'zod'

/** What the platform calls this mini-program, and where it answers. */
export interface WechatSettings {
  readonly base: string
  readonly appId: string
  readonly secret: string
}

/** From the environment: WECHAT_APP_ID, WECHAT_APP_SECRET, WECHAT_API. null while they are not set: then nothing is asked of WeChat. */
export const wechatSettings = (environment: NodeJS.ProcessEnv): WechatSettings | null => {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret, WECHAT_API } = environment
  return appId && secret ? { base: WECHAT_API || 'https://api.weixin.qq.com', appId, secret } : null
}

export interface KeptToken {
  readonly token: string
  /** Epoch ms. */
  readonly expiresAt: number
}

/** Where instances leave the token for each other. */
export interface TokenShelf {
  read(): Promise<KeptToken | null>
  write(kept: KeptToken): Promise<void>
}

export interface WechatPorts {
  readonly settings: WechatSettings
  readonly shelf: TokenShelf
  readonly now: () => number
  readonly pause: (ms: number) => Promise<void>
  /** How long WeChat may take for one answer; 5,000 unless given. */
  readonly timeoutMs?: number
}

/**
 * What became of a request. `unreached`: WeChat certainly never got it. `unclear`: it may have got it and acted on it, which matters where
 * twice is not once.
 */
export type WechatReply =
  | { readonly kind: 'answer'; readonly errcode: number; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unreached' | 'unclear' }

export interface Wechat {
  /** Asks an API with the access token. `isRepeatable` false: never again once WeChat may have acted on it. */
  post(path: string, body: object, options?: { isRepeatable?: boolean }): Promise<WechatReply>
}

const attemptsMax = 3
/** A token is left alone this long before its end. */
const spareMs = 300_000
const BUSY = -1
const tokenRefused = [40001, 40014, 42001]

const tokenShape = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const answerShape = z.looseObject({ errcode: z.number().default(0) })

/** Failures of the way that end before a request has left. */
const neverLeft = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/

const exchange = async (url: string, body: object, timeoutMs: number): Promise<WechatReply> => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!answer.ok) return { kind: 'unclear' }
    const read = answerShape.safeParse(await answer.json())
    return read.success ? { kind: 'answer', errcode: read.data.errcode, body: read.data } : { kind: 'unclear' }
  } catch (error) {
    const { cause } = error as { cause?: { code?: unknown } }
    return { kind: neverLeft.test(String(cause?.code)) ? 'unreached' : 'unclear' }
  }
}

/**
 * WeChat's server APIs over HTTPS with a stable access token (getStableAccessToken), kept per instance and in a document. CloudBase also offers them
 * without a token (cloud.openapi, callWxOpenApi); not used here, because those calls need the permission of a signed-in WeChat caller or a config
 * file of their own for each function, exist only in functions tied to one mini-program, and cannot be pointed at a double, so that nothing of
 * retries, limits and lost answers could be tried before it happens. Nothing is logged: addresses carry the token, bodies what people wrote.
 */
export const openWechat = ({ settings, shelf, now, pause, timeoutMs = 5000 }: WechatPorts): Wechat => {
  let held: KeptToken | null = null

  const isGood = (kept: KeptToken | null): kept is KeptToken => kept !== null && kept.expiresAt - spareMs > now()

  const fetchToken = async (isForced: boolean): Promise<string | null> => {
    const reply = await exchange(
      `${settings.base}/cgi-bin/stable_token`,
      {
        grant_type: 'client_credential',
        appid: settings.appId,
        secret: settings.secret,
        force_refresh: isForced,
      },
      timeoutMs,
    )
    const read = reply.kind === 'answer' ? tokenShape.safeParse(reply.body) : null
    if (!read?.success) return null
    held = { token: read.data.access_token, expiresAt: now() + read.data.expires_in * 1000 }
    await shelf.write(held)
    return held.token
  }

  /** `refused`: the token WeChat has just turned away; one that comes back unchanged is renewed by force, which it allows 20 times a day. */
  const tokenOf = async (refused: string | null): Promise<string | null> => {
    if (isGood(held) && held.token !== refused) return held.token
    const kept = await shelf.read()
    if (isGood(kept) && kept.token !== refused) return (held = kept).token
    const token = await fetchToken(false)
    return token !== null && token === refused ? fetchToken(true) : token
  }

  const post: Wechat['post'] = async (path, body, { isRepeatable = true } = {}) => {
    let refused: string | null = null
    let last: WechatReply = { kind: 'unreached' }
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      if (attempt > 0) await pause(200 * 4 ** (attempt - 1))
      const token = await tokenOf(refused)
      if (token === null) continue
      last = await exchange(`${settings.base}${path}?access_token=${encodeURIComponent(token)}`, body, timeoutMs)
      if (last.kind === 'unclear' && !isRepeatable) return last
      if (last.kind !== 'answer') continue
      if (tokenRefused.includes(last.errcode)) refused = token
      else if (last.errcode !== BUSY) return last
    }
    return last
  }
  return { post }
}
