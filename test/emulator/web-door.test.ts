import { join } from 'node:path'
import type { Cloud } from '../../emulator'
import { startTestCloud } from './cloud'

jest.setTimeout(30_000)

let cloud: Cloud
beforeAll(async () => {
  const folder = join(__dirname, 'functions/echo')
  cloud = await startTestCloud({
    functions: { echo: { folder, timeoutSeconds: 3, memoryMb: 128 } },
    doors: { web: { '/hooks': 'echo' } },
  })
})
afterAll(() => cloud.close())

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${cloud.url}${path}`, init)
  return { status: answer.status, event: ((await answer.json()) as { event?: Record<string, unknown> }).event }
}

test('path, query, method, headers and body reach the function as the gateway hands them over', async () => {
  const { event } = await ask('/hooks/v2/things.xml?a=1&a=2&b=%E4%BA%8C', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'X-Who': 'me' },
    body: 'c=%E4%B8%89+',
  })
  expect(event).toMatchObject({
    path: '/hooks/v2/things.xml',
    httpMethod: 'POST',
    queryStringParameters: { a: '2', b: '二' },
    headers: { 'x-who': 'me' },
    body: 'c=%E4%B8%89+',
    isBase64Encoded: false,
  })
})

test('bytes that are no text come as base64; no body is an empty one', async () => {
  const bytes = Buffer.from([0, 255, 7])
  const { event } = await ask('/hooks/x', { method: 'PUT', headers: { 'content-type': 'image/png' }, body: bytes })
  expect(event).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true })
  expect((await ask('/hooks/x')).event).toMatchObject({ httpMethod: 'GET', body: '', isBase64Encoded: false })
})

test('paths beside it stay closed, and a page of another site is not let in', async () => {
  expect((await ask('/other/x')).status).toBe(404)
  expect((await ask('/hooks/x', { headers: { origin: 'http://elsewhere.example' } })).status).toBe(403)
})

test('more than the gateway takes is refused', async () => {
  const answer = await fetch(`${cloud.url}/hooks/x`, { method: 'POST', body: 'x'.repeat(7 * 1024 * 1024) })
  expect(answer.status).toBe(413)
})
