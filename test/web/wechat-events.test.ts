import { traceKey } from '@/shared/domain/issues/check-trace'
import { openWechatEvents, pushSettings, type PushSettings } from '@cloud/web/wechat-events'
import { decrypted, isSame, signatureOf } from '@cloud/web/wechat-crypto'
import { readMessage } from '@cloud/web/wechat-message'
import { sealed } from '../../emulator/wechat/push'
import { issueOf, report, useWorld, written } from '../capabilities/world'

const world = useWorld()
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const settings: PushSettings = { appId: 'wx1', token: 't-1', aesKey: null }
const safe: PushSettings = { ...settings, aesKey }

const answering = (chosen: PushSettings | null) =>
  openWechatEvents({
    store: world.runtime.store,
    settings: chosen,
    now: () => world.clock.now,
    pause: async () => undefined,
  })

const query = (token = 't-1', extra: string[] = []) => {
  const [timestamp, nonce] = ['1764000000', 'n-1']
  return { timestamp, nonce, signature: signatureOf([token, timestamp, nonce, ...extra]) }
}
const message = (changes: object = {}) => ({
  ToUserName: 'gh_1',
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid: 'wx1',
  trace_id: '64b7-1',
  version: 2,
  errcode: 0,
  result: { suggest: 'pass', label: 100 },
  detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
  ...changes,
})
const post = (body: string, sent: Record<string, string> = query(), chosen: PushSettings | null = settings) =>
  answering(chosen)({ httpMethod: 'POST', queryStringParameters: sent, body })
const plain = (changes: object = {}, sent = query()) => post(JSON.stringify(message(changes)), sent)

/** A report with one photo that WeChat was asked about. */
const questioned = async (): Promise<string> => {
  const like = issueOf(world, await report(world, 'resident-grid-6', { classCode: 'litter' }))
  const fileId = 'cloud://test.local/kept/xinsheng/i/f-1.jpg'
  const issue = { ...like, _id: 'issue-photo', fileIds: [fileId], textCheck: 'passed' as const }
  world.cloud.insertDocuments('issues', [issue])
  world.cloud.insertDocuments('checkTraces', [
    { _id: traceKey('64b7-1'), communityId: 'xinsheng', issueId: issue._id, fileId, round: 1, at: issue.createdAt },
  ])
  return issue._id
}

test('WeChat learns that the address is ours by its own word, signed', async () => {
  const ask = (sent: Record<string, string>) => answering(settings)({ httpMethod: 'GET', queryStringParameters: sent })
  expect(await ask({ ...query(), echostr: '4242' })).toMatchObject({ statusCode: 200, body: '4242' })
  expect(await ask({ ...query('wrong'), echostr: '4242' })).toMatchObject({ statusCode: 403 })
  expect(await ask(query())).toMatchObject({ statusCode: 403 })
  expect(await answering(settings)({ httpMethod: 'GET' })).toMatchObject({ statusCode: 403 })
})

test('a signed verdict reaches its issue, and the same again changes nothing', async () => {
  const id = await questioned()
  expect(await plain()).toMatchObject({ statusCode: 200, body: 'success' })
  expect(issueOf(world, id).isPublic).toBe(true)
  const before = written(world)
  expect(await plain()).toMatchObject({ statusCode: 200, body: 'success' })
  expect(written(world) === before).toBe(true)
})

test('it is read from XML too', async () => {
  const id = await questioned()
  const xml = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[wxa_media_check]]></Event><appid><![CDATA[wx1]]></appid><trace_id><![CDATA[64b7-1]]></trace_id><version>2</version><detail><strategy><![CDATA[content_model]]></strategy><suggest><![CDATA[pass]]></suggest></detail><errcode>0</errcode><result><suggest><![CDATA[risky]]></suggest><label>20002</label></result></xml>`
  expect(await post(xml)).toMatchObject({ statusCode: 200 })
  expect(issueOf(world, id).contentCheck?.held).toMatchObject([{ verdict: 'risky', label: '20002' }])
})

test('in the safe mode it comes sealed; whatever is not sealed or not signed as a whole is refused', async () => {
  const id = await questioned()
  const Encrypt = sealed(JSON.stringify(message()), aesKey, 'wx1')
  const { signature, ...sent } = query('t-1', [Encrypt])
  const sealedBody = JSON.stringify({ ToUserName: 'gh_1', Encrypt })
  for (const [body, q] of [
    [JSON.stringify(message()), query()],
    [sealedBody, query()],
    [sealedBody, { ...sent, msg_signature: signatureOf(['t-2', '1764000000', 'n-1', Encrypt]) }],
    [
      JSON.stringify({ Encrypt: sealed(JSON.stringify(message()), aesKey, 'other') }),
      { ...sent, msg_signature: signature },
    ],
  ] as const)
    expect(await post(body, q, safe)).toMatchObject({ statusCode: 403 })
  expect(issueOf(world, id).isPublic).toBe(false)
  expect(await post(sealedBody, { ...sent, msg_signature: signature }, safe)).toMatchObject({ statusCode: 200 })
  expect(issueOf(world, id).isPublic).toBe(true)
})

test('a bad signature, another app and an account that is not set up change nothing', async () => {
  await questioned()
  const before = written(world)
  expect(await plain({}, query('wrong'))).toMatchObject({ statusCode: 403 })
  expect(await plain({ appid: 'wx2' })).toMatchObject({ statusCode: 403 })
  expect(await post(JSON.stringify(message()), query(), null)).toMatchObject({ statusCode: 403 })
  expect(await post(JSON.stringify(message()), {})).toMatchObject({ statusCode: 403 })
  expect(written(world) === before).toBe(true)
})

test('a verdict nobody asked for is refused politely, and what is no verdict is said to be none', async () => {
  expect(await plain({ trace_id: 'unknown' })).toMatchObject({
    statusCode: 404,
    body: expect.stringContaining('没有这次检测'),
  })
  expect(await plain({ trace_id: { $ne: '' } })).toMatchObject({ statusCode: 400 })
  expect(await plain({ result: { suggest: 'fine', label: 1 } })).toMatchObject({ statusCode: 400 })
  for (const body of ['', '[]', 'null', '{', '<html/>', '<xml>'])
    expect((await post(body)).statusCode).toBeLessThan(500)
  expect(await answering(settings)({ httpMethod: 'DELETE' })).toMatchObject({ statusCode: 405 })
})

test('a photo the check could not fetch stays hidden and is asked about again later', async () => {
  const id = await questioned()
  expect(await plain({ errcode: -1008, result: undefined })).toMatchObject({ statusCode: 200 })
  expect(issueOf(world, id)).toMatchObject({ isPublic: false, passedFileIds: [] })
})

test('other events are taken and forgotten', async () => {
  expect(await plain({ Event: 'subscribe_msg_popup_event' })).toMatchObject({ statusCode: 200, body: 'success' })
})

test('settings come from the environment, and without a token there are none', () => {
  expect(pushSettings({})).toBeNull()
  expect(pushSettings({ WECHAT_APP_ID: 'a', WECHAT_MESSAGE_TOKEN: 'b' })).toEqual({
    appId: 'a',
    token: 'b',
    aesKey: null,
  })
})

test('what is not sealed with the key opens to nothing', () => {
  expect(decrypted('', aesKey, 'wx1')).toBeNull()
  expect(decrypted('AAAA', aesKey, 'wx1')).toBeNull()
  expect(decrypted(sealed('{}', aesKey, 'wx1'), 'x', 'wx1')).toBeNull()
  expect(decrypted(sealed('一', aesKey, 'wx1'), aesKey, 'wx1')).toBe('一')
  expect([isSame('a', 'a'), isSame('a', 'b'), isSame('', 'a')]).toEqual([true, false, false])
})

test('XML is read with its entities and without surprise', () => {
  expect(readMessage('<xml><Event>a&amp;b</Event></xml>')).toEqual({ Event: 'a&b' })
  expect(readMessage('<xml><Event>')).toEqual({})
})
