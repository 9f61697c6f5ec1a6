import { join } from 'node:path'
import type { Cloud } from '../../emulator'
import { startTestCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startTestCloud({
    functions: { echo: { folder: join(__dirname, 'functions/echo'), timeoutSeconds: 3, memoryMb: 128 } },
    doors: { web: { '/open': 'echo', '/lost': 'nobody' } },
  })
})
afterAll(() => cloud.close())

const eventOf = async (answer: Response) => ((await answer.json()) as { event: Record<string, unknown> }).event

test('a request reaches its function as CloudBase hands it over: method, path, headers, query and body as it was sent', async () => {
  const body = '<xml><名>一</名></xml>'
  const answer = await fetch(`${cloud.url}/open/v2/路?a=1&b=%E4%BA%8C`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/xml', 'X-Key': 'k' },
  })
  expect(await eventOf(answer)).toMatchObject({
    path: '/open/v2/路',
    httpMethod: 'POST',
    queryStringParameters: { a: '1', b: '二' },
    headers: { 'content-type': 'text/xml', 'x-key': 'k' },
    body,
    isBase64Encoded: false,
  })
})

test('bytes come as base64, and a request without a body brings an empty one', async () => {
  const headers = { 'content-type': 'application/octet-stream' }
  const bytes = await eventOf(await fetch(`${cloud.url}/open`, { method: 'PUT', body: Buffer.from([0, 255]), headers }))
  expect(bytes).toMatchObject({ body: 'AP8=', isBase64Encoded: true })
  expect(await eventOf(await fetch(`${cloud.url}/open`))).toMatchObject({ httpMethod: 'GET', body: '' })
})

test('the function decides status, headers and body of the response', async () => {
  const answer = await fetch(`${cloud.url}/open/x?status=403`)
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([403, 'text/xml', '<a/>'])
})

test('a function that is not there is a failure without its words, and JSON on other doors is read as before', async () => {
  const answer = await fetch(`${cloud.url}/lost`)
  expect(answer.status).toBe(500)
  expect(JSON.stringify(await answer.json())).not.toContain('nobody')
  const clock = await fetch(`${cloud.url}/dev/clock`, {
    method: 'POST',
    body: '{"advanceSeconds":0}',
    headers: { 'content-type': 'application/json' },
  })
  expect(clock.status).toBe(200)
})
