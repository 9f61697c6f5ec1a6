import { mkdtempSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../../emulator'
import { startTestCloud } from './cloud'

let cloud: Cloud

beforeAll(async () => {
  const site = mkdtempSync(join(tmpdir(), 'site-'))
  writeFileSync(join(site, 'index.html'), '<h1>家园</h1>')
  writeFileSync(join(site, 'app.0a1b2c3d.js'), 'x'.repeat(5000))
  writeFileSync(join(site, '.secret'), 'no')
  cloud = await startTestCloud({
    collections: [{ name: 'outbox', indexes: [] }],
    functions: {
      echo: {
        folder: join(__dirname, 'functions/echo'),
        timeoutSeconds: 2,
        memoryMb: 128,
        timers: ['remind', 'sweep'].map((name) => ({ name, cron: '0 0 3 1 1 * 2099' })),
      },
    },
    personas: [{ id: 'anna', openid: 'openid-anna', name: '安娜', roles: ['resident'] }],
    doors: {
      call: 'echo',
      jobs: 'echo',
      outbox: 'outbox',
      documents: { '/contracts': () => ({ capabilities: [] }) },
    },
    site,
  })
})
afterAll(() => cloud.close())

interface Answer {
  status: number
  body: Record<string, unknown>
}
const ask = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const sent = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(cloud.url + path, {
    method,
    body: sent,
    headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
}
const withHost = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      `${cloud.url}/contracts`,
      { headers: { host } },
      (response) => (response.resume(), resolve(response.statusCode ?? 0)),
    )
    request.on('error', reject).end()
  })
const envelope = {
  ok: false,
  error: {
    code: expect.any(String),
    message: expect.stringMatching(/[\u4e00-\u9fff].*。$/),
    requestId: expect.any(String),
  },
}

test('a person of the sample calls with a token, and the function knows who it is', async () => {
  const { body } = await ask('POST', '/dev/session', { persona: 'anna' })
  const { status, body: answer } = await ask(
    'POST',
    '/call',
    { capability: 'x', input: {} },
    { authorization: `Bearer ${body.token}` },
  )
  expect([status, answer.openid]).toEqual([200, 'openid-anna'])
  expect(String(body.token) + JSON.stringify((await ask('GET', '/dev/personas')).body)).not.toContain('openid-anna')
  expect(Buffer.from(String(body.token), 'base64url').toString()).not.toContain('anna')
})

test('without a token, with a forged one or an expired one, the call arrives from nobody', async () => {
  const { token } = cloud.token('openid-anna', 60)
  const openidWith = async (authorization: string) => (await ask('POST', '/call', {}, { authorization })).body.openid
  expect(await openidWith(`Bearer ${token}`)).toBe('openid-anna')
  const forged = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
  for (const authorization of ['', 'Bearer x', `Bearer ${forged.slice(0, 20)}x${forged.slice(21)}`])
    expect(await openidWith(authorization)).toBeNull()
  cloud.advanceClock(61_000)
  expect(await openidWith(`Bearer ${token}`)).toBeNull()
})

test.each<[string, number, () => Promise<Answer>]>([
  ['not JSON', 400, () => ask('POST', '/call', '{oops')],
  ['JSON that is no object', 200, () => ask('POST', '/call', '[1]')],
  ['JSON nested absurdly', 200, () => ask('POST', '/call', `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)],
  ['an address that cannot be read', 400, () => ask('GET', '/%zz')],
  ['a time beyond all dates', 400, () => ask('POST', '/dev/clock', { advanceSeconds: 1e18 })],
  ['two times at once', 400, () => ask('POST', '/dev/clock', { at: '2030-01-01T00:00:00Z', advanceSeconds: 1 })],
  ['nothing', 400, () => ask('POST', '/call')],
  ['another content type', 415, () => ask('POST', '/call', 'x', { 'content-type': 'text/plain' })],
  ['over 6 MB', 413, () => ask('POST', '/call', { input: 'x'.repeat(6 * 1024 * 1024) })],
  ['another method', 405, () => ask('GET', '/call')],
  ['another path', 404, () => ask('POST', '/calls', {})],
  ['a foreign page', 403, () => ask('POST', '/call', {}, { origin: 'http://evil.example' })],
  ['a foreign scheme', 403, () => ask('POST', '/call', {}, { origin: 'null' })],
  ['an unknown person', 404, () => ask('POST', '/dev/session', { persona: 'nobody' })],
  ['a bad time to live', 400, () => ask('POST', '/dev/session', { persona: 'anna', ttlSeconds: -1 })],
  ['a bad instant', 400, () => ask('POST', '/dev/clock', { at: 'tomorrow' })],
  ['a job without a name', 400, () => ask('POST', '/dev/jobs', {})],
  ['a job that no timer is called', 404, () => ask('POST', '/dev/jobs', { name: 'nonsense' })],
  ['a function that fails', 200, () => ask('POST', '/call', { do: 'throw' })],
])('%s is answered %i with the envelope', async (_what, status, call) => {
  const answer = await call()
  expect(answer.status).toBe(status)
  expect(answer.body).toEqual(envelope)
})

test('a request for another host is refused, whatever it asks', async () => {
  expect(await withHost('evil.example')).toBe(403)
  expect(await withHost(`localhost:${cloud.port}`)).toBe(200)
})

test('the SDK door opens to nobody who was not handed this start’s secret', async () => {
  const stranger = { authorization: 'TC3-HMAC-SHA256 Credential=guess/2030-01-01/tcb/tc3_request, Signature=0' }
  const { body } = await ask(
    'POST',
    '/admin?env=local-test',
    { action: 'database.getDocument', envName: 'local-test', collectionName: 'outbox' },
    stranger,
  )
  expect(body.code).toBe('SIGN_PARAM_INVALID')
})

test('documents, personas, outbox, clock and jobs answer JSON', async () => {
  cloud.insertDocuments('outbox', [{ _id: 'm', text: '您好' }])
  expect((await ask('GET', '/contracts')).body).toEqual({ capabilities: [] })
  expect((await ask('GET', '/dev/personas')).body).toEqual({
    personas: [{ id: 'anna', name: '安娜', roles: ['resident'] }],
  })
  expect((await ask('GET', '/dev/outbox')).body).toEqual({ messages: [{ _id: 'm', text: '您好' }] })
  expect((await ask('POST', '/dev/clock', { at: '2032-01-01T00:00:00Z' })).body.now).toMatch(/^2032-01-01T00:00:0/)
  expect((await ask('POST', '/dev/clock', { advanceSeconds: 86400 })).body.now).toMatch(/^2032-01-02T00:00:0/)
  const { body } = await ask('POST', '/dev/jobs', { name: 'remind' })
  expect(body).toMatchObject({
    ok: true,
    data: { event: { Type: 'Timer', TriggerName: 'remind', Time: expect.stringMatching(/^2032-01-02T/) } },
  })
  const unknown = (await ask('POST', '/dev/jobs', { name: 'toString' })).body
  expect(unknown).toMatchObject({ error: { code: 'NOT_FOUND', message: '没有这个任务。可以用：remind、sweep。' } })
})

test('the site is served with lasting names cached for ever, the page asked for again, and nothing hidden', async () => {
  const page = await fetch(`${cloud.url}/`)
  expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
    200,
    'no-cache',
    '<h1>家园</h1>',
  ])
  const script = await fetch(`${cloud.url}/app.0a1b2c3d.js`)
  expect([script.headers.get('cache-control'), script.headers.get('content-encoding')]).toEqual([
    'public, max-age=31536000, immutable',
    'gzip',
  ])
  const again = await fetch(`${cloud.url}/`, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
  for (const path of ['/.secret', '/nothing', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd'])
    expect((await ask('GET', path)).status).toBe(404)
  expect((await ask('POST', '/', {})).status).toBe(405)
})
