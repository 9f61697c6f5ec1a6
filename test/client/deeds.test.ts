import type { Done } from '@/client/deeds'
import type { LocalPhoto } from '@/client/photos.common'

const storage = new Map<string, unknown>()
const forgotten: string[] = []
const device = { isFull: false }
const network = { up: true, losesAnswers: false, breaksAfter: Number.POSITIVE_INFINITY }
/** What the server did, by request id, as the real one keeps it. */
const server = {
  done: new Map<string, { capability: string; input: Record<string, unknown> }>(),
  refuses: new Map<string, object>(),
  uploads: [] as string[],
}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => (storage.has(key) ? structuredClone(storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => {
      if (device.isFull) throw new Error('no room')
      storage.set(key, structuredClone(value))
    },
  },
}))
jest.mock('@/client/session', () => ({ whoKey: () => 'me' }))
jest.mock('@/client/photos', () => ({
  putPhoto: async (photo: LocalPhoto) => {
    if (!network.up) throw new Error('no network')
    server.uploads.push(photo.key)
  },
  forgetPhoto: async (photo: LocalPhoto) => void forgotten.push(photo.key),
}))
jest.mock('@/client/query-client', () => ({ queryClient: { invalidateQueries: async () => undefined } }))
jest.mock('@/client/transport', () => ({
  send: async (event: { capability: string; input: Record<string, unknown>; requestId: string }) => {
    const offline = { ok: false, error: { code: 'OFFLINE', message: '网络连接不上', requestId: '' } }
    if (!network.up) return offline
    if (event.capability === 'files.beginUpload')
      return { ok: true, data: { fileId: `cloud://e/${event.input.purpose}`, method: 'PUT', url: 'u', headers: {} } }
    const refusal = server.refuses.get(String(event.input.id))
    if (refusal) return { ok: false, error: refusal }
    server.done.set(event.requestId, event)
    if (server.done.size >= network.breaksAfter) network.up = false
    return network.losesAnswers ? offline : { ok: true, data: {} }
  },
}))

const load = async () => {
  jest.resetModules()
  return import('@/client/deeds')
}
const photo = (key: string): LocalPhoto => ({ key, src: 'data:', bytes: 10, contentType: 'image/jpeg' })
const issue = (id: string) => ({ id, code: `1125-${id}`, className: '暴露垃圾' })
const start = (id: string): Done => ({ issue: issue(id), act: 'start' })
const solved: Done = {
  issue: issue('a'),
  act: 'solveOnSpot',
  words: { result: 'resolved', sentence: '已清走' },
  photos: [{ local: photo('before') }, { local: photo('after') }],
  beforeKeys: ['before'],
}
const moved = { code: 'ISSUE_MOVE_NOT_ALLOWED', message: '这件事现在不能这样操作', requestId: 'x' }

beforeEach(() => {
  storage.clear()
  forgotten.length = 0
  device.isFull = false
  Object.assign(network, { up: true, losesAnswers: false, breaksAfter: Number.POSITIVE_INFINITY })
  server.done.clear()
  server.refuses.clear()
  server.uploads.length = 0
})

describe('one deed', () => {
  test('done with a signal is sent at once, photos by what they show, and leaves nothing on the phone', async () => {
    const deeds = await load()
    expect(await deeds.perform(solved)).toBe('sent')
    expect([...server.done.values()]).toMatchObject([
      {
        capability: 'issues.moveIssue',
        input: {
          id: 'a',
          move: 'solveOnSpot',
          sentence: '已清走',
          fileIds: ['cloud://e/result'],
          beforeFileIds: ['cloud://e/result'],
        },
      },
    ])
    expect(deeds.useDeeds.getState().kept).toEqual([])
    expect(forgotten).toEqual(['before', 'after'])
  })

  test('done without a signal survives closing the app, words and photos, and goes out once when the line is back', async () => {
    network.up = false
    expect(await (await load()).perform(solved)).toBe('kept')
    const again = await load()
    expect(again.useDeeds.getState().kept).toMatchObject([
      { state: 'waiting', words: { sentence: '已清走' }, photos: [{}, {}] },
    ])
    network.up = true
    expect(await again.sendWaitingDeeds()).toBe(1)
    expect(await again.sendWaitingDeeds()).toBe(0)
    expect(server.done.size).toBe(1)
    expect(server.uploads).toEqual(['before', 'after'])
  })

  test('that is begun twice without a signal is kept once, also among several', async () => {
    const deeds = await load()
    network.up = false
    expect(await deeds.perform(start('a'))).toBe('kept')
    expect(await deeds.perform(start('a'))).toBe('kept')
    expect(await deeds.performAll([start('a'), start('b')], () => undefined)).toEqual({ sent: 0, kept: 2, refused: 0 })
    expect(deeds.useDeeds.getState().kept.map(({ issue: { id } }) => id)).toEqual(['a', 'b'])
    network.up = true
    expect(await deeds.sendWaitingDeeds()).toBe(2)
    expect([...server.done.values()].map(({ input }) => input.id)).toEqual(['a', 'b'])
  })

  test('whose answer was lost is sent again under the same request id', async () => {
    const deeds = await load()
    network.losesAnswers = true
    expect(await deeds.perform(start('a'))).toBe('kept')
    network.losesAnswers = false
    await deeds.sendWaitingDeeds()
    expect(server.done.size).toBe(1)
  })

  test('that is refused goes back to its form and is not kept, its photos untouched', async () => {
    const deeds = await load()
    server.refuses.set('a', moved)
    await expect(deeds.perform(solved)).rejects.toMatchObject({ code: 'ISSUE_MOVE_NOT_ALLOWED' })
    expect(deeds.useDeeds.getState().kept).toEqual([])
    expect(forgotten).toEqual([])
  })

  test('that was kept and then refused stays with the reason until it is thrown away', async () => {
    const deeds = await load()
    network.up = false
    await deeds.perform(solved)
    network.up = true
    server.refuses.set('a', moved)
    expect(await deeds.sendWaitingDeeds()).toBe(0)
    const [back] = deeds.useDeeds.getState().kept
    expect(back).toMatchObject({ state: 'refused', problem: { message: moved.message }, words: { sentence: '已清走' } })
    expect(deeds.deedBy(back!.id)).toMatchObject({ id: back!.id })
    deeds.dropDeed(back!.id)
    expect(forgotten).toEqual(['before', 'after'])
  })

  test('on a phone without room is only sent; where that cannot be, its form keeps it and is told so', async () => {
    const deeds = await load()
    device.isFull = true
    expect(await deeds.perform(start('a'))).toBe('sent')
    network.up = false
    await expect(deeds.perform(start('b'))).rejects.toThrow('存不下')
    await expect(deeds.perform(solved)).rejects.toThrow('存不下')
  })

  test('of progress is sent as progress', async () => {
    const deeds = await load()
    await deeds.perform({
      issue: issue('a'),
      act: 'progress',
      words: { text: '师傅下午到' },
      photos: [{ local: photo('p') }],
    })
    expect([...server.done.values()]).toMatchObject([
      { capability: 'issues.addProgress', input: { id: 'a', text: '师傅下午到', fileIds: ['cloud://e/progress'] } },
    ])
  })
})

describe('several at once', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map(start)

  test('are each a command of their own, and what does not work stops none of the others', async () => {
    const deeds = await load()
    server.refuses.set('b', moved)
    const steps: number[] = []
    expect(await deeds.performAll(five, (finished) => steps.push(finished))).toEqual({ sent: 4, kept: 0, refused: 1 })
    expect(steps).toEqual([1, 2, 3, 4, 5])
    expect([...server.done.values()].map(({ input }) => input.id)).toEqual(['a', 'c', 'd', 'e'])
    expect(deeds.useDeeds.getState().kept).toMatchObject([{ issue: { id: 'b' }, state: 'refused' }])
  })

  test('cut off in the middle go on where they were, over a closed app, and nothing is done twice', async () => {
    network.breaksAfter = 2
    network.losesAnswers = false
    expect(await (await load()).performAll(five, () => undefined)).toEqual({ sent: 2, kept: 3, refused: 0 })
    Object.assign(network, { up: true, breaksAfter: Number.POSITIVE_INFINITY })
    const again = await load()
    expect(await again.sendWaitingDeeds()).toBe(3)
    expect([...server.done.values()].map(({ input }) => input.id)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('of which some came back stand ready for another try: words for several, photos for a single one', async () => {
    const deeds = await load()
    const noted = (id: string, text: string, ...keys: string[]): Done => {
      const photos = keys.map((key) => ({ local: photo(key) }))
      return { issue: issue(id), act: 'progress', words: { text }, photos }
    }
    server.refuses.set('a', moved).set('b', moved).set('d', moved)
    await deeds.performAll(
      ['a', 'b', 'c'].map((id) => noted(id, '已约师傅')),
      () => undefined,
    )
    const both = deeds.earlierOf('progress', ['a', 'b', 'c'])
    expect(both).toMatchObject({ words: { text: '已约师傅' }, photos: [] })
    expect(both!.ids).toHaveLength(2)
    expect([deeds.earlierOf('progress', ['c']), deeds.earlierOf('passOn', ['a'])]).toEqual([null, null])

    await deeds.performAll([noted('d', '门口已清', 'door')], () => undefined)
    expect(deeds.earlierOf('progress', ['d'])).toMatchObject({
      words: { text: '门口已清' },
      photos: [{ local: photo('door'), fileId: 'cloud://e/progress' }],
    })
    // Different words, or photos of one place, do not become those of all.
    expect(deeds.earlierOf('progress', ['a', 'd'])).toBeNull()
    expect(forgotten).toEqual([])

    // Taken up again, one stands for both tries, and its photos were sent once.
    server.refuses.clear()
    const { ids, words, photos } = deeds.earlierOf('progress', ['d'])!
    await deeds.performAll([{ issue: issue('d'), act: 'progress', words, photos }], () => undefined)
    ids.forEach(deeds.takeDeed)
    expect(deeds.useDeeds.getState().kept.map((one) => one.issue.id)).toEqual(['a', 'b'])
    expect(server.uploads).toEqual(['door'])
  })

  test('for which the phone has no room are not begun', async () => {
    const deeds = await load()
    device.isFull = true
    await expect(deeds.performAll(five, () => undefined)).rejects.toThrow('存不下')
    expect(server.done.size).toBe(0)
  })
})
