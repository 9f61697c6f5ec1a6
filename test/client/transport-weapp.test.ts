import { standsIn } from '@/client/session.weapp'
import { send } from '@/client/transport.weapp'

const storage = new Map<string, unknown>()
const phone = {
  enter: undefined as string | undefined,
  launch: undefined as string | undefined,
  answer: (async () => ({ result: { ok: true, data: {} } })) as () => Promise<unknown>,
  sent: [] as { communityId?: string }[],
}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => storage.set(key, value),
    getEnterOptionsSync: () => ({ query: { scene: phone.enter } }),
    getLaunchOptionsSync: () => ({ query: { scene: phone.launch } }),
    cloud: {
      callFunction: ({ data }: { data: { communityId?: string } }) => {
        phone.sent.push(data)
        return phone.answer()
      },
    },
  },
}))
jest.mock('@/client/session', () => jest.requireActual('@/client/session.weapp'))

const event = { capability: 'session.getMe', input: {}, requestId: 'r' }
const codeAfter = async (failure: unknown): Promise<string> => {
  phone.answer = () => Promise.reject(failure)
  const envelope = await send(event)
  return envelope.ok ? 'OK' : envelope.error.code
}

beforeEach(() => {
  storage.clear()
  Object.assign(phone, { enter: undefined, launch: undefined, sent: [] })
  phone.answer = async () => ({ result: { ok: true, data: {} } })
})

describe('a scanned code', () => {
  test.each([
    ['c=xinsheng', 'xinsheng'],
    ['c%3Dlanqiao-2', 'lanqiao-2'],
    ['c%3', undefined],
    ['%', undefined],
    ['', undefined],
    ['xinsheng', undefined],
    ['d=xinsheng', undefined],
    ['c=', undefined],
    ['c=-x', undefined],
    ['c=a b', undefined],
    [`c=${'a'.repeat(81)}`, undefined],
  ])('%j names the community %j', (scene, community) => {
    phone.launch = scene
    expect(standsIn()).toBe(community)
  })

  test('that brings the app back counts more than the one it was started with', () => {
    phone.launch = 'c=xinsheng'
    expect(standsIn()).toBe('xinsheng')
    phone.enter = 'c=lanqiao'
    expect(standsIn()).toBe('lanqiao')
  })

  test('stays with a newcomer, whatever code they scan afterwards', () => {
    phone.launch = 'c=xinsheng'
    standsIn()
    phone.launch = '%E4%B8'
    expect(standsIn()).toBe('xinsheng')
  })

  test('that is broken stops no call', async () => {
    phone.enter = '%'
    expect(await send(event)).toEqual({ ok: true, data: {} })
    expect(phone.sent[0]!.communityId).toBeUndefined()
  })
})

describe('a call that fails', () => {
  test.each([
    [{ errCode: -1, errMsg: 'cloud.callFunction:fail request:fail ' }, 'OFFLINE'],
    [new Error('no network'), 'OFFLINE'],
    [{ errMsg: 'cloud.callFunction:fail Error: errCode: -1 | errMsg: network is unreachable' }, 'OFFLINE'],
    [{ errCode: -504002, errMsg: 'cloud.callFunction:fail errCode: -504002 FUNCTIONS_EXECUTE_FAIL' }, 'INTERNAL'],
    [{ errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail' }, 'INTERNAL'],
    [{ errCode: -501000, errMsg: 'cloud.callFunction:fail FUNCTION_NOT_FOUND' }, 'INTERNAL'],
    [{ errCode: -404011, errMsg: 'cloud.callFunction:fail cloud function execution error' }, 'INTERNAL'],
    [{ errCode: -601034, errMsg: 'cloud.callFunction:fail no permission' }, 'INTERNAL'],
    [{ errCode: -504003, errMsg: 'cloud.callFunction:fail FUNCTIONS_TIME_LIMIT_EXCEEDED' }, 'TIMEOUT'],
    [{ errMsg: 'cloud.callFunction:fail Error: Invoking task timed out after 3 seconds' }, 'TIMEOUT'],
    [{ errMsg: 'request:fail timeout' }, 'TIMEOUT'],
  ])('with %j is %s', async (failure, code) => expect(await codeAfter(failure)).toBe(code))

  test('says that the service is at fault when the network is not', async () => {
    phone.answer = () => Promise.reject({ errCode: -504002, errMsg: 'x' })
    expect(await send(event)).toMatchObject({ error: { message: '服务暂时出了问题，请稍后再试' } })
  })

  test('and one answered with something that is no answer are told apart from a dead network', async () => {
    phone.answer = async () => ({ result: null })
    expect(await send(event)).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  })
})
