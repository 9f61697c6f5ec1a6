import type { ContentCheckPort, MessagePort } from '../runtime/wechat-ports'
import type { Store } from '../store/store'
import { contentCheck } from './content-check'
import { subscribeMessages } from './subscribe-message'
import { openWechat, wechatSettings, type TokenShelf } from './wechat'

/** The token as a document that all instances share; losing it costs one request. */
const shelfIn = (store: Store, appId: string): TokenShelf => {
  const _id = `wechat:${appId}`
  return {
    read: async () => {
      const kept = await store.accessTokens.get(_id)
      return kept && { token: kept.token, expiresAt: Date.parse(kept.expiresAt) }
    },
    write: ({ token, expiresAt }) =>
      store.transact((tx) => tx.accessTokens.put({ _id, token, expiresAt: new Date(expiresAt).toISOString() })),
  }
}

/** Everything the product asks of WeChat, by the environment; null where no account is set up. */
export const wechatFor = (
  store: Store,
  environment: NodeJS.ProcessEnv,
  now: () => number = Date.now,
): { contentCheck: ContentCheckPort; messages: MessagePort } | null => {
  const settings = wechatSettings(environment)
  if (!settings) return null
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const wechat = openWechat({ settings, shelf: shelfIn(store, settings.appId), now, pause })
  return {
    contentCheck: contentCheck(wechat),
    messages: subscribeMessages(wechat, environment.WECHAT_STATE || 'formal'),
  }
}
