import http from 'node:http'
import type { World } from './simulate'

/** Posts JSON and answers JSON, also where the page's own globals stand in for Node's. */
export const post = (url: string, body: unknown, token?: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const sent = http.request(url, { method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString()))
        } catch (error) {
          reject(error)
        }
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })

/**
 * What stands behind wx.cloud.callFunction when the product itself runs at `url`: the calls of one person of the sample,
 * told apart by their session as WeChat tells people apart by their openid.
 */
export const callsTo = (url: string, persona: string): World['callFunction'] => {
  const session = post(`${url}/dev/session`, { persona }) as Promise<{ token: string }>
  return async ({ name, data }) => {
    if (name !== 'api') throw new Error(`there is no function ${name}`)
    const { capability, input, requestId } = data as { capability: string; input: unknown; requestId: string }
    return post(`${url}/call`, { capability, input, requestId }, (await session).token)
  }
}

/** A network that fails, as the client would name it. */
export const offline: World['callFunction'] = async () => {
  throw new Error('no network')
}

/** A network that never answers. */
export const silence: World['callFunction'] = () => new Promise(() => undefined)
