import { contentCheck, piecesOf } from '@cloud/adapters/content-check'
import { openWechat, wechatSettings, type KeptToken, type Wechat } from '@cloud/adapters/wechat'
import { openRecorder, type Heard } from '../support/recorder'

type Recorder = Awaited<ReturnType<typeof openRecorder>>
type Reply = ReturnType<Parameters<typeof openRecorder>[0]>

let recorder: Recorder
let now = 0
let pauses: number[] = []
let shelf: KeptToken | null = null
afterEach(() => recorder.close())

const tokens = (body: object): Reply => ({ body: { expires_in: 7200, ...body } })
const isTokenRequest = ({ path }: Heard): boolean => path === '/cgi-bin/stable_token'

/** WeChat with the given answers, and tokens T1, T2 … one after the other. */
const wechatWith = async (answer: (count: number, heard: Heard) => Reply, timeoutMs = 5000): Promise<Wechat> => {
  now = 0
  pauses = []
  recorder = await openRecorder((heard, count) =>
    isTokenRequest(heard) ? tokens({ access_token: `T${count}` }) : answer(count, heard),
  )
  return another(timeoutMs)
}
const another = (timeoutMs = 5000): Wechat =>
  openWechat({
    settings: { base: recorder.url, appId: 'wx1', secret: 's1' },
    shelf: { read: async () => shelf, write: async (kept) => void (shelf = kept) },
    now: () => now,
    pause: async (ms) => void pauses.push(ms),
    timeoutMs,
  })
beforeEach(() => {
  shelf = null
})

const ok: Reply = { body: { errcode: 0, result: { suggest: 'pass', label: 100 } } }
const asked = () => recorder.heard.filter((heard) => !isTokenRequest(heard))
const tokenRequests = () => recorder.heard.filter(isTokenRequest)

describe('the access token', () => {
  test('is fetched once, kept, and shared through the shelf', async () => {
    const wechat = await wechatWith(() => ok)
    await wechat.post('/x', {})
    await wechat.post('/x', {})
    await another().post('/x', {})
    expect(tokenRequests().map(({ body }) => body)).toEqual([
      { grant_type: 'client_credential', appid: 'wx1', secret: 's1', force_refresh: false },
    ])
    expect(asked().map(({ token }) => token)).toEqual(['T1', 'T1', 'T1'])
  })

  test('is fetched anew five minutes before its end', async () => {
    const wechat = await wechatWith(() => ok)
    await wechat.post('/x', {})
    now = (7200 - 299) * 1000
    await wechat.post('/x', {})
    expect(asked().map(({ token }) => token)).toEqual(['T1', 'T2'])
  })

  test.each([40001, 40014, 42001])(
    'is fetched anew when WeChat answers %i, and the question asked again',
    async (errcode) => {
      const wechat = await wechatWith((_count, { token }) => (token === 'T1' ? { body: { errcode } } : ok))
      expect(await wechat.post('/x', {})).toMatchObject({ kind: 'answer', errcode: 0 })
      expect(asked().map(({ token }) => token)).toEqual(['T1', 'T2'])
    },
  )

  test('is renewed by force when the one that comes back is the one that was refused', async () => {
    recorder = await openRecorder((heard) => {
      if (isTokenRequest(heard)) return tokens({ access_token: heard.body.force_refresh ? 'new' : 'old' })
      return heard.token === 'old' ? { body: { errcode: 40001 } } : ok
    })
    expect(await another().post('/x', {})).toMatchObject({ errcode: 0 })
    expect(tokenRequests().map(({ body }) => body.force_refresh)).toEqual([false, false, true])
  })

  test('that is not given is no answer, not an error', async () => {
    recorder = await openRecorder(() => ({ body: { errcode: 40125, errmsg: 'invalid appsecret' } }))
    expect(await another().post('/x', {})).toEqual({ kind: 'unreached' })
    expect(asked()).toEqual([])
  })
})

describe('a request', () => {
  test.each<[string, Reply]>([
    ['busy', { body: { errcode: -1 } }],
    ['a bad gateway', { status: 502 }],
    ['not JSON', { body: '<html>' }],
    ['no answer in time', { hang: true }],
  ])('met by %s is asked three times, with longer and longer pauses', async (_name, reply) => {
    const wechat = await wechatWith(() => reply, reply.hang ? 100 : 5000)
    await wechat.post('/x', {})
    expect([asked().length, pauses]).toEqual([3, [200, 800]])
  })

  test('is answered by the second try', async () => {
    const wechat = await wechatWith((count) => (count === 1 ? { status: 500 } : ok))
    expect(await wechat.post('/x', {})).toMatchObject({ kind: 'answer', errcode: 0 })
  })

  test('that must not be made twice is not made again once WeChat may have acted on it', async () => {
    const wechat = await wechatWith(() => ({ hang: true }), 100)
    expect(await wechat.post('/x', {}, { isRepeatable: false })).toEqual({ kind: 'unclear' })
    expect(asked()).toHaveLength(1)
  })

  test('that finds nobody there never left', async () => {
    const wechat = await wechatWith(() => ok)
    shelf = { token: 'kept', expiresAt: 1e9 }
    await recorder.close()
    expect(await wechat.post('/x', {}, { isRepeatable: false })).toEqual({ kind: 'unreached' })
  })
})

describe('the content check', () => {
  test('asks about words as WeChat wants it', async () => {
    const check = contentCheck(await wechatWith(() => ok))
    expect(await check.checkText('有垃圾', 'o-1')).toEqual({ kind: 'verdict', suggest: 'pass', label: '100' })
    expect(asked()).toMatchObject([
      { path: '/wxa/msg_sec_check', body: { content: '有垃圾', version: 2, scene: 2, openid: 'o-1' } },
    ])
  })

  test('asks about a photo by its address and takes the trace id', async () => {
    const check = contentCheck(await wechatWith(() => ({ body: { errcode: 0, trace_id: '64b7dbf0-23c5' } })))
    expect(await check.askAboutImage('https://x/a.jpg', 'o-1')).toEqual({ kind: 'asked', traceId: '64b7dbf0-23c5' })
    expect(asked()).toMatchObject([
      {
        path: '/wxa/media_check_async',
        body: { media_url: 'https://x/a.jpg', media_type: 2, version: 2, openid: 'o-1' },
      },
    ])
  })

  test('takes a long text in pieces that overlap; the worst of them counts', async () => {
    const reply = (suggest: string) => ({ body: { errcode: 0, result: { suggest, label: 20001 } } })
    const check = contentCheck(await wechatWith((count) => reply(count === 2 ? 'risky' : 'pass')))
    expect(await check.checkText('字'.repeat(6000), 'o-1')).toMatchObject({ suggest: 'risky' })
    expect(asked().length).toBe(3)
  })

  test('pieces hold every character, whole, and never more than WeChat takes', () => {
    for (const length of [0, 1, 2500, 2501, 4950, 4951, 10_000]) {
      const pieces = piecesOf('😀'.repeat(length))
      expect(pieces.every((piece) => [...piece].length <= 2500 && !piece.includes('\ufffd'))).toBe(true)
      const covered = pieces.reduce((sum, piece, at) => sum + [...piece].length - (at > 0 ? 50 : 0), 0)
      expect(covered).toBe(length)
    }
  })

  test.each([
    [-1, { kind: 'later', minutes: 1 }],
    [45009, { kind: 'later', minutes: 60 }],
    [45011, { kind: 'later', minutes: 1 }],
    [48001, { kind: 'later', minutes: 30 }],
    [61010, { kind: 'unaskable', label: 'inactive' }],
    [40003, { kind: 'unaskable', label: 'unknownPerson' }],
    [43104, { kind: 'unaskable', label: 'unknownPerson' }],
    [87014, { kind: 'verdict', suggest: 'risky', label: '21000' }],
  ])('understands %i', async (errcode, answer) => {
    const check = contentCheck(await wechatWith(() => ({ body: { errcode } })))
    expect(await check.checkText('字', 'o-1')).toEqual(answer)
  })

  test.each<[string, Reply]>([
    ['no result', { body: { errcode: 0 } }],
    ['a word it does not know', { body: { errcode: 0, result: { suggest: 'fine', label: 1 } } }],
    ['a trace id that is none', { body: { errcode: 0, trace_id: 'a b' } }],
  ])('answered with %s has not passed', async (_name, reply) => {
    const check = contentCheck(await wechatWith(() => reply))
    expect((await check.checkText('字', 'o-1')).kind).toBe('later')
    expect((await check.askAboutImage('https://x', 'o-1')).kind).toBe('later')
  })
})

test('nothing is asked while no account is set up', () => {
  expect(wechatSettings({})).toBeNull()
  expect(wechatSettings({ WECHAT_APP_ID: 'a' })).toBeNull()
  expect(wechatSettings({ WECHAT_APP_ID: 'a', WECHAT_APP_SECRET: 'b' })?.base).toBe('https://api.weixin.qq.com')
})
