import { createDecipheriv } from 'node:crypto'
import { join } from 'node:path'
import type { Cloud } from '../../emulator'
import { badFieldOf } from '../../emulator/wechat/template-data'
import { openRecorder } from '../support/recorder'
import { startTestCloud } from './cloud'

let cloud: Cloud
jest.setTimeout(60_000)
beforeAll(async () => {
  cloud = await startTestCloud({
    functions: { echo: { folder: join(__dirname, 'functions/echo'), timeoutSeconds: 30, memoryMb: 128 } },
    doors: { web: { '/push': 'echo' } },
    wechat: { callback: '/push', verdictMs: 0 },
  })
})
afterAll(() => cloud.close())
beforeEach(() => cloud.reset())

const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(cloud.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await answer.json()) as Record<string, unknown>
}
const tokenFor = (changes: object = {}) =>
  post('/wechat-api/cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: cloud.wechatEnvironment.WECHAT_APP_ID,
    secret: cloud.wechatEnvironment.WECHAT_APP_SECRET,
    ...changes,
  })
const api = async (path: string, body: object) => {
  const { access_token } = await tokenFor()
  return post(`/wechat-api${path}?access_token=${String(access_token)}`, body)
}
const text = (content: string, changes: object = {}) =>
  api('/wxa/msg_sec_check', { content, version: 2, scene: 2, openid: 'o-1', ...changes })
const image = (media_url: string) =>
  api('/wxa/media_check_async', { media_url, media_type: 2, version: 2, scene: 2, openid: 'o-1' })
const send = (data: object, changes: object = {}) =>
  api('/cgi-bin/message/subscribe/send', { touser: 'o-1', template_id: 't-1', data, ...changes })
interface Asked {
  kind: string
  traceId: string
  behaviour: string
  pushes: number
}
const asked = async () => ((await (await fetch(`${cloud.url}/dev/wechat`)).json()) as { asked: Asked[] }).asked

test('a stable token stays the same until it ends or is renewed by force', async () => {
  const first = await tokenFor()
  expect(await tokenFor()).toMatchObject({ access_token: first.access_token })
  expect((await tokenFor({ force_refresh: true })).access_token).not.toBe(first.access_token)
  expect(await tokenFor({ appid: 'x' })).toMatchObject({ errcode: 40013 })
  expect(await tokenFor({ secret: 'x' })).toMatchObject({ errcode: 40125 })
  expect(await tokenFor({ grant_type: 'x' })).toMatchObject({ errcode: 40002 })
})

test('a token that ran out, or is no token, is turned away', async () => {
  const { access_token } = await tokenFor()
  const ask = () => post(`/wechat-api/wxa/msg_sec_check?access_token=${String(access_token)}`, {})
  cloud.advanceClock(7201_000)
  expect(await ask()).toMatchObject({ errcode: 42001 })
  await post('/dev/wechat', { expireToken: true })
  expect(await ask()).toMatchObject({ errcode: 40001 })
})

test.each([
  ['今天天气好', 'pass', 100],
  ['前面违规测试后面', 'risky', 20006],
  ['待审测试', 'review', 20002],
])('the words %s get %s', async (content, suggest, label) => {
  expect(await text(content)).toMatchObject({
    errcode: 0,
    result: { suggest, label },
    detail: [{ suggest, errcode: 0 }],
  })
})

test('words it cannot take are refused as WeChat refuses them', async () => {
  expect(await text('检测繁忙')).toMatchObject({ errcode: -1 })
  expect(await text('字'.repeat(2501))).toMatchObject({ errcode: 47001 })
  expect(await text('')).toMatchObject({ errcode: 47001 })
  expect(await text('字', { version: 1 })).toMatchObject({ errcode: 47001 })
  expect(await text('字', { scene: 9 })).toMatchObject({ errcode: 40129 })
  expect(await text('字', { openid: '' })).toMatchObject({ errcode: 40003 })
  await post('/dev/wechat', { inactive: ['o-1'] })
  expect(await text('字')).toMatchObject({ errcode: 61010 })
})

describe('a picture', () => {
  let pictures: Awaited<ReturnType<typeof openRecorder>>
  beforeAll(async () => {
    pictures = await openRecorder(({ path }) => ({ body: `bytes WXCHECK:${path.slice(1)} bytes` }))
  })
  afterAll(() => pictures.close())
  const settled = async (count: number) => {
    for (let tries = 0; tries < 2000 && ((await asked())[0]?.pushes ?? 0) < count; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10))
    return (await asked())[0]!
  }

  test.each([
    ['pass', 1],
    ['risky', 1],
    ['duplicate', 2],
    ['failed', 1],
  ])('marked %s is answered by %i pushes', async (behaviour, pushes) => {
    const { trace_id } = await image(`${pictures.url}/${behaviour}`)
    expect(await settled(pushes)).toMatchObject({ behaviour, traceId: trace_id, pushes, answered: 200 })
  })

  test('marked late waits until somebody delivers it', async () => {
    const { trace_id } = await image(`${pictures.url}/late`)
    expect((await asked())[0]).toMatchObject({ pushes: 0 })
    expect(await post('/dev/wechat/deliver', { traceId: trace_id })).toEqual({ ok: true })
    expect((await asked())[0]).toMatchObject({ pushes: 1 })
    expect(await post('/dev/wechat/deliver', { traceId: 'none' })).toMatchObject({ ok: false })
  })

  test('without a marker is as the double is minded', async () => {
    await post('/dev/wechat', { images: 'lost' })
    await image(`${pictures.url}/`)
    expect((await asked())[0]).toMatchObject({ behaviour: 'lost', pushes: 0 })
  })

  test('is refused when it is none, or when WeChat is busy', async () => {
    expect(await api('/wxa/media_check_async', { version: 2, scene: 2, openid: 'o' })).toMatchObject({ errcode: 40004 })
    expect(await image(`${pictures.url}/busy`)).toMatchObject({ errcode: -1 })
  })
})

test('a verdict is signed and sealed with the keys the functions have', async () => {
  const double = await openRecorder(() => ({ body: 'success' }))
  const { push } = await import('../../emulator/wechat/push')
  const aesKey = cloud.wechatEnvironment.WECHAT_MESSAGE_AES_KEY!
  await push({ hello: '一' }, { url: `${double.url}/in`, appId: 'wx1', token: 't', aesKey }, 0)
  const encrypted = String(double.heard[0]?.body.Encrypt)
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const open = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  expect(open.update(encrypted, 'base64', 'utf8')).toContain('{"hello":"一"}')
  await double.close()
})

test('a message goes out with fields within their limits, and is refused otherwise', async () => {
  expect(await send({ thing1: { value: '路灯' } })).toMatchObject({ errcode: 0 })
  expect(await send({ thing1: { value: '字'.repeat(21) } })).toMatchObject({ errcode: 47003 })
  expect(await send({}, { touser: '' })).toMatchObject({ errcode: 40003 })
  expect(await send({}, { template_id: '' })).toMatchObject({ errcode: 40037 })
  await post('/dev/wechat', { refused: ['o-1'] })
  expect(await send({ thing1: { value: '路灯' } })).toMatchObject({ errcode: 43101 })
  expect((await asked()).filter(({ kind }) => kind === 'message')).toHaveLength(1)
})

test('fields are measured by their kind', () => {
  const bad = (name: string, value: unknown) => badFieldOf({ [name]: { value } })
  const fine: [string, string][] = [
    ['thing1', '字'.repeat(20)],
    ['character_string2', '1125-K7M3'],
    ['phrase3', '处理中'],
    ['time4', '2026年11月25日 09:30'],
    ['name5', '王某某'],
  ]
  for (const [name, value] of fine) expect(bad(name, value)).toBeNull()
  const wrong: [string, unknown][] = [
    ['thing1', ''],
    ['character_string2', '中文'],
    ['phrase3', '六个汉字太长了'],
    ['time4', '昨天'],
    ['other6', 'x'],
    ['thing7', 5],
  ]
  for (const [name, value] of wrong) expect(bad(name, value)).toBe(name)
  expect([badFieldOf(null), badFieldOf({})]).toEqual(['data', 'data'])
})

test('its mood can be set by name only, and is calm after a reset', async () => {
  expect(await post('/dev/wechat', { isDown: 'yes' })).toMatchObject({ ok: false })
  expect(await post('/dev/wechat', { anything: 1 })).toMatchObject({ ok: false })
  await post('/dev/wechat', { isDown: true })
  expect((await fetch(`${cloud.url}/wechat-api/cgi-bin/stable_token`, { method: 'POST' })).status).toBe(503)
  cloud.reset()
  await post('/dev/wechat', { isOverQuota: true })
  expect(await text('字')).toMatchObject({ errcode: 45009 })
  await post('/dev/wechat', { isOverQuota: false, busy: 1 })
  expect([await text('字'), await text('字')]).toMatchObject([{ errcode: -1 }, { errcode: 0 }])
})
