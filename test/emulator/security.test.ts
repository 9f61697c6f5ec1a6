import { connect } from 'node:net'
import { request as httpRequest } from 'node:http'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud } from '../../emulator'
import { refusalOf, startTestCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [{ name: 'outbox', indexes: [] }],
    functions: { echo: { folder: join(__dirname, 'functions/echo'), timeoutSeconds: 2, memoryMb: 128 } },
    personas: [{ id: 'anna', openid: 'openid-anna', name: '安娜' }],
    doors: { call: 'echo', jobs: 'echo', outbox: 'outbox', documents: { '/contracts': () => ({}) } },
  })
})
afterAll(() => cloud.close())

interface Answer {
  status: number
  headers: Record<string, unknown>
}
/** What `fetch` would not let a test say. */
const raw = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(`${cloud.url}${path}`, { method, headers }, (response) => {
      response.resume()
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
    })
    request.on('error', reject).end(body)
  })
const json = { 'content-type': 'application/json' }
const everyDoor: [method: string, path: string, body: string][] = [
  ['GET', '/contracts', ''],
  ['GET', '/dev/personas', ''],
  ['GET', '/dev/outbox', ''],
  ['POST', '/dev/session', '{"persona":"anna"}'],
  ['POST', '/dev/clock', '{"advanceSeconds":0}'],
  ['POST', '/dev/jobs', '{"name":"x"}'],
  ['POST', '/call', '{}'],
  ['POST', '/admin', '{}'],
  ['GET', '/storage/YQ', ''],
]

describe.each(everyDoor)('%s %s', (method, path, body) => {
  test.each([
    ['a name that somebody made point here', { host: 'evil.example' }],
    ['the right name with another port', { host: '127.0.0.1:1' }],
    ['a look-alike name', { host: '127.0.0.1.evil.example' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a secure page of this host', { origin: 'https://127.0.0.1' }],
    ['an image or script in a foreign page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('is shut to %s', async (_who, headers: Record<string, string>) => {
    expect((await raw(method, path, { ...(body ? json : {}), ...headers }, body)).status).toBe(403)
  })

  test('tells no other site that it may', async () => {
    const asked = { origin: 'https://evil.example', 'access-control-request-method': method }
    const preflight = await raw('OPTIONS', path, { ...asked, 'access-control-request-headers': 'content-type' })
    expect(preflight.status).toBe(403)
    const own = await raw('OPTIONS', path, { origin: cloud.url, 'access-control-request-method': method })
    for (const { headers } of [preflight, own])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  })
})

test('a form of another site cannot post, whatever it calls its content', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
    expect((await raw('POST', '/dev/session', { 'content-type': type }, '{"persona":"anna"}')).status).toBe(415)
})

test('its own page and a link to it work', async () => {
  expect((await raw('GET', '/dev/personas', { origin: cloud.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  expect((await raw('GET', '/contracts', followed)).status).toBe(200)
})

test('nobody on the network reaches it, and no option changes that', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of others) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: address, port: cloud.port })
      socket.setTimeout(1000, () => (socket.destroy(), resolve(false)))
      socket.on('connect', () => (socket.destroy(), resolve(true))).on('error', () => resolve(false))
    })
    expect(reached).toBe(false)
  }
  for (const host of ['0.0.0.0', '::'])
    expect(await refusalOf(startCloud({ dataDir: null, envId: 'x', collections: [], host }))).toBe('BAD_OPTIONS')
})

test('a token is worth nothing to another cloud', async () => {
  const { token } = cloud.token('openid-anna')
  const other = await startCloud({
    dataDir: null,
    envId: 'x',
    collections: [],
    functions: { echo: { folder: join(__dirname, 'functions/echo'), timeoutSeconds: 2, memoryMb: 128 } },
    doors: { call: 'echo' },
  })
  const answer = await fetch(`${other.url}/call`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${token}` },
    body: '{}',
  })
  expect(await answer.json()).toMatchObject({ openid: null })
  await other.close()
})

test.each([
  ['/call', 6],
  ['/dev/session', 1],
  ['/dev/clock', 1],
])('%s takes no body over %i MB', async (path, megabytes) => {
  const status = await raw('POST', path, json, `{"x":"${'x'.repeat(megabytes * 1024 * 1024)}"}`).then(
    (answer) => answer.status,
    () => 413,
  )
  expect(status).toBe(413)
})

test('/admin refuses whoever is not signed before it takes a byte of the body', async () => {
  const big = `{"x":"${'x'.repeat(7 * 1024 * 1024)}"}`
  const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', headers: json, body: big })
  expect(await answer.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
})

test('/admin says 400 to a signed call that is not JSON', async () => {
  const authorization = `Credential=${cloud.sdkEnvironment.TENCENTCLOUD_SECRETID}/`
  const answer = await fetch(`${cloud.url}/admin`, { method: 'POST', headers: { ...json, authorization }, body: '{"a' })
  expect(answer.status).toBe(400)
})
