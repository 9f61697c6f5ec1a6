import { bodyOf, headerOf } from '@cloud/web/http'
import { main } from '@cloud/web/index'

test('an address goes to whoever answers it, whatever the gateway left before it', async () => {
  for (const path of ['/open311/v2/nothing.json', '/web/open311/v2/nothing.json']) {
    const { statusCode, body } = await main({ path, httpMethod: 'GET' })
    // Open311's own form of an error is a list.
    expect([statusCode, JSON.parse(body)]).toEqual([404, [expect.objectContaining({ code: 404 })]])
  }
})

test('an address nobody answers is said to be none', async () => {
  for (const event of [{}, { path: '/' }, { path: '/open311' }])
    expect(await main(event)).toMatchObject({ statusCode: 404 })
})

test('headers are found in any case, and a body is text however it travelled', () => {
  expect(headerOf({ headers: { 'X-Api-Key': 'k' } }, 'x-api-key')).toBe('k')
  expect(headerOf({}, 'x-api-key')).toBeUndefined()
  expect([bodyOf({}), bodyOf({ body: '一' }), bodyOf({ body: '5LiA', isBase64Encoded: true })]).toEqual([
    '',
    '一',
    '一',
  ])
})
