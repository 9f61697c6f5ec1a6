import { createHash } from 'node:crypto'
import type { HttpAnswer, HttpEvent } from '@cloud/web/http'
import { createOpen311 } from '@cloud/web/open311/service'
import type { TestCloud } from '../support/cloud'

export const apiKey = 'a-key-that-only-the-hotline-knows'
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** The community's endpoint as another program meets it, on a cloud of a test. */
export interface Outside {
  send(event: HttpEvent): Promise<HttpAnswer>
  get(resource: string, query?: Record<string, string>): Promise<HttpAnswer>
  json(resource: string, query?: Record<string, string>): Promise<Record<string, unknown>[]>
  post(fields: Record<string, string>, more?: Partial<HttpEvent>): Promise<HttpAnswer>
  faults: unknown[]
}

/** Opens the endpoint on a world. Every request goes through what the gateway would hand over. */
export const openOutside = (world: TestCloud): Outside => {
  let made = 0
  const faults: unknown[] = []
  const handle = createOpen311(() => ({
    store: world.runtime.store,
    files: world.runtime.files,
    directories: world.runtime.directories,
    now: () => world.clock.now,
    newId: () => `issue-outside-${++made}`,
    communityId: 'xinsheng',
    fault: (error) => void faults.push(error),
  }))
  const get: Outside['get'] = (resource, query = {}) =>
    handle({ path: `/open311/v2/${resource}`, httpMethod: 'GET', queryStringParameters: query })
  return {
    faults,
    send: handle,
    get,
    json: async (resource, query) => {
      const answer = await get(`${resource}.json`, query)
      if (answer.statusCode !== 200) throw new Error(`${resource}: ${answer.statusCode} ${answer.body}`)
      return JSON.parse(answer.body) as Record<string, unknown>[]
    },
    post: (fields, more = {}) =>
      handle({
        path: '/open311/v2/requests.json',
        httpMethod: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
        body: new URLSearchParams({ api_key: apiKey, ...fields }).toString(),
        ...more,
      }),
  }
}

/** The administrator lets the hotline in. */
export const letIn = (world: TestCloud, changes: { isActive?: boolean; perTenMinutes?: number } = {}) =>
  world.ask('administrator-1', 'issues.setApiKey', { keyHash: hashOf(apiKey), owner: '12345热线', ...changes })
