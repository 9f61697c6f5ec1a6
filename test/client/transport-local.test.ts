import { send } from '@/client/transport.local'

interface Asked {
  url: string
  method: string
  data?: Record<string, unknown>
  header: Record<string, string>
}
const asked: Asked[] = []
let answer: (request: Asked) => unknown

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: () => '',
    setStorageSync: () => undefined,
    request: async (request: Asked) => {
      asked.push(request)
      return { data: answer(request) }
    },
  },
}))
jest.mock('@/client/session', () => jest.requireActual('@/client/session.weapp'))

const event = { capability: 'session.getMe', input: {}, requestId: 'r' }
const ok = { ok: true, data: {} }
const refused = { ok: false, error: { code: 'UNAUTHENTICATED', message: '请先登录', requestId: '' } }
const paths = () => asked.splice(0).map(({ url }) => new URL(url).pathname)

beforeEach(async () => {
  Object.assign(globalThis, { LOCAL_CLOUD: { url: 'http://127.0.0.1:8787', persona: 'worker-grid-6' } })
  answer = () => {
    throw new Error('request:fail')
  }
  await send(event)
  asked.length = 0
  answer = ({ url }) => (url.endsWith('/dev/session') ? { token: 't' } : ok)
})

test('takes a token once for the person it was built for, and calls with it', async () => {
  expect([await send(event), await send(event)]).toEqual([ok, ok])
  expect(asked[0]!.data).toEqual({ persona: 'worker-grid-6' })
  expect(asked[1]).toMatchObject({ method: 'POST', header: { authorization: 'Bearer t' }, data: event })
  expect(paths()).toEqual(['/dev/session', '/call', '/call'])
})

test('is the first of the sample when no person was named', async () => {
  Object.assign(globalThis, { LOCAL_CLOUD: { url: 'http://127.0.0.1:8787', persona: '' } })
  const usual = answer
  answer = (request) => (request.url.endsWith('/dev/personas') ? { personas: [{ id: 'first' }] } : usual(request))
  await send(event)
  expect(asked[1]!.data).toEqual({ persona: 'first' })
})

test('a token of a cloud that was started anew is taken again, once', async () => {
  await send(event)
  paths()
  answer = ({ url }) => (url.endsWith('/dev/session') ? { token: 'new' } : refused)
  expect(await send(event)).toEqual(refused)
  expect(paths()).toEqual(['/call', '/dev/session', '/call'])
})

test('a cloud that is not running is a dead network, and one that answers nonsense is broken', async () => {
  answer = () => {
    throw { errMsg: 'request:fail' }
  }
  expect(await send(event)).toMatchObject({ error: { code: 'OFFLINE' } })
  answer = () => {
    throw { errMsg: 'request:fail timeout' }
  }
  expect(await send(event)).toMatchObject({ error: { code: 'TIMEOUT' } })
  answer = ({ url }) => (url.endsWith('/dev/session') ? { token: 't' } : '<html>')
  expect(await send(event)).toMatchObject({ error: { code: 'INTERNAL' } })
})
