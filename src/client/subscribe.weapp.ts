import Taro from '@tarojs/taro'

/** Subscribe messages (订阅消息) exist here. */
export const canSubscribe = true

/**
 * Asks in WeChat's own window whether it may send one message of each template; answers the ids that were allowed. Has to be called
 * straight from a tap, or WeChat refuses; refusing, closing and an older WeChat all answer none.
 */
export const askToSubscribe = (templateIds: readonly string[]): Promise<string[]> =>
  new Promise((resolve) => {
    if (!Taro.requestSubscribeMessage) return resolve([])
    // A refusal comes as a rejection as well as through `fail`; one of them is enough.
    Taro.requestSubscribeMessage({
      tmplIds: [...templateIds],
      // Alipay's name for the same list; Taro's types want both.
      entityIds: [],
      success: (answer) => {
        const said = new Map<string, unknown>(Object.entries(answer))
        resolve(templateIds.filter((id) => said.get(id) === 'accept'))
      },
    }).catch(() => resolve([]))
  })
