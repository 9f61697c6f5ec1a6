const storage = new Map<string, unknown>()
const network = { up: true, losesAnswers: false }
/** What the server did, by request id, as the real one keeps it; and what it says no to. */
const server = {
  done: new Map<string, { capability: string; input: { scannedAt?: string } }>(),
  refusal: null as object | null,
}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => (storage.has(key) ? structuredClone(storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
  },
}))
jest.mock('@/client/session', () => ({ whoKey: () => 'me' }))
jest.mock('@/client/photos', () => ({ putPhoto: async () => undefined, forgetPhoto: async () => undefined }))
jest.mock('@/client/query-client', () => ({ queryClient: { invalidateQueries: async () => undefined } }))
jest.mock('@/client/transport', () => ({
  send: async (event: { capability: string; input: { scannedAt?: string }; requestId: string }) => {
    const offline = { ok: false, error: { code: 'OFFLINE', message: '网络连接不上', requestId: '' } }
    if (!network.up) return offline
    if (server.refusal) return { ok: false, error: server.refusal }
    server.done.set(event.requestId, event)
    return network.losesAnswers ? offline : { ok: true, data: { id: 'participation-1' } }
  },
}))

const load = async () => {
  jest.resetModules()
  return import('@/client/check-ins')
}
const scannedAt = '2026-11-26T01:00:00.000Z'
const scan = {
  act: 'in' as const,
  input: { id: 'session-1', code: '123456', position: null, scannedAt, who: 'self' as const },
}
const leave = { act: 'out' as const, input: { id: 'session-1', at: '2026-11-26T03:00:00.000Z' } }

beforeEach(() => {
  storage.clear()
  server.done.clear()
  server.refusal = null
  Object.assign(network, { up: true, losesAnswers: false })
})

test('with a network it is answered at once, and nothing stays on the phone', async () => {
  const { keepAndSend, useCheckIns } = await load()
  expect(await keepAndSend('捡拾垃圾', scan)).toEqual({ id: 'participation-1' })
  expect(useCheckIns.getState().kept).toEqual([])
})

test('without one it waits, over a closed app, and goes with the moment it was scanned, in order and once', async () => {
  network.up = false
  const before = await load()
  expect(await before.keepAndSend('捡拾垃圾', scan)).toBeNull()
  expect(await before.keepAndSend('捡拾垃圾', leave)).toBeNull()
  const after = await load()
  expect(after.checkInsOf(after.useCheckIns.getState().kept, 'session-1')).toHaveLength(2)
  network.up = true
  expect(await after.sendWaitingCheckIns()).toBe(2)
  expect(await after.sendWaitingCheckIns()).toBe(0)
  const done = [...server.done.values()]
  expect(done.map(({ capability }) => capability)).toEqual(['activities.checkIn', 'activities.checkOut'])
  expect(done[0]!.input.scannedAt).toBe(scannedAt)
})

test('an answer lost on the way is asked for again under the same request id', async () => {
  network.losesAnswers = true
  const { keepAndSend, sendWaitingCheckIns } = await load()
  expect(await keepAndSend('捡拾垃圾', scan)).toBeNull()
  network.losesAnswers = false
  await sendWaitingCheckIns()
  expect(server.done.size).toBe(1)
})

test('a "no" said at once leaves nothing behind; one said later stays with its reason until it is put away', async () => {
  server.refusal = { code: 'TOO_FAR', message: '太远了', requestId: '' }
  const { keepAndSend, sendWaitingCheckIns, useCheckIns, dropCheckIn } = await load()
  await expect(keepAndSend('捡拾垃圾', scan)).rejects.toMatchObject({ code: 'TOO_FAR' })
  expect(useCheckIns.getState().kept).toEqual([])
  network.up = false
  await keepAndSend('捡拾垃圾', scan)
  network.up = true
  await sendWaitingCheckIns()
  const [refused] = useCheckIns.getState().kept
  expect(refused).toMatchObject({ state: 'refused', problem: { code: 'TOO_FAR' } })
  dropCheckIn(refused!.id)
  expect(useCheckIns.getState().kept).toEqual([])
})
