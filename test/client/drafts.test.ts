import type { Draft } from '@/client/drafts'
import type { LocalPhoto } from '@/client/photos.common'

const storage = new Map<string, unknown>()
const listeners: { online: ((state: { isConnected: boolean }) => void)[] } = { online: [] }
const forgotten: string[] = []
const network = { up: true, losesAnswers: false }
/** What the server holds: reports by request id, as the real one keeps them. */
const server = {
  reports: new Map<string, string>(),
  calls: [] as { capability: string; input: unknown; requestId: string }[],
  refusal: null as null | object,
  uploads: 0,
}

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => (storage.has(key) ? structuredClone(storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => storage.set(key, structuredClone(value)),
    onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => listeners.online.push(listener),
    onAppShow: () => undefined,
  },
}))
jest.mock('@/client/session', () => ({ whoKey: () => 'me' }))
jest.mock('@/client/photos', () => ({
  putPhoto: async () => {
    if (!network.up) throw new Error('no network')
    server.uploads++
  },
  forgetPhoto: async (photo: LocalPhoto) => void forgotten.push(photo.key),
}))
jest.mock('@/client/query-client', () => ({ queryClient: { invalidateQueries: async () => undefined } }))
jest.mock('@/client/transport', () => ({
  send: async ({ capability, input, requestId }: { capability: string; input: unknown; requestId: string }) => {
    const offline = { ok: false, error: { code: 'OFFLINE', message: '网络连接不上', requestId: '' } }
    if (!network.up) return offline
    server.calls.push({ capability, input, requestId })
    if (capability === 'files.beginUpload')
      return {
        ok: true,
        data: { fileId: `cloud://e/photos/${server.calls.length}`, method: 'PUT', url: 'u', headers: {} },
      }
    if (server.refusal) return { ok: false, error: server.refusal }
    if (!server.reports.has(requestId)) server.reports.set(requestId, `issue-${server.reports.size + 1}`)
    return network.losesAnswers ? offline : { ok: true, data: { id: server.reports.get(requestId) } }
  },
}))

const load = async () => {
  jest.resetModules()
  return import('@/client/drafts')
}
const photo = (key: string): LocalPhoto => ({ key, src: 'data:', bytes: 10, contentType: 'image/jpeg' })
const written = { classCode: 'litter', text: '门口有垃圾', place: { words: '门口' } }

beforeEach(() => {
  storage.clear()
  forgotten.length = 0
  Object.assign(network, { up: true, losesAnswers: false })
  server.reports.clear()
  server.calls.length = 0
  server.refusal = null
  server.uploads = 0
})

describe('a draft', () => {
  test('survives closing the app in the middle of a word', async () => {
    const first = await load()
    const draft = first.openDraft()
    first.editDraft(draft.id, { ...written, photos: [{ local: photo('a') }] })
    const again = (await load()).openDraft()
    expect(again).toMatchObject({ id: draft.id, text: '门口有垃圾', photos: [{ local: { key: 'a' } }] })
  })

  test('waits without a network and goes out by itself, once, when it is back', async () => {
    const drafts = await load()
    const { id } = drafts.openDraft()
    drafts.editDraft(id, { ...written, photos: [{ local: photo('a') }] })
    network.up = false
    await expect(drafts.sendDraft(id)).rejects.toMatchObject({ code: 'OFFLINE' })
    const reloaded = await load()
    expect(reloaded.waitingDrafts(reloaded.useDrafts.getState().kept)).toHaveLength(1)
    network.up = true
    expect(await reloaded.sendWaitingDrafts()).toBe(1)
    expect(await reloaded.sendWaitingDrafts()).toBe(0)
    expect(server.reports.size).toBe(1)
    expect(reloaded.useDrafts.getState().kept).toEqual([])
    expect(forgotten).toEqual(['a'])
  })

  test('makes one issue from three tries whose answers were lost', async () => {
    const drafts = await load()
    const { id } = drafts.openDraft()
    drafts.editDraft(id, { ...written, photos: [{ local: photo('a') }] })
    network.losesAnswers = true
    for (let attempt = 0; attempt < 3; attempt++) await drafts.sendDraft(id).catch(() => undefined)
    network.losesAnswers = false
    await drafts.sendDraft(id)
    expect(server.calls.filter((call) => call.capability === 'issues.reportIssue')).toHaveLength(4)
    expect(server.reports.size).toBe(1)
    expect(server.uploads).toBe(1)
  })

  test('cut off by closing the app while it was being sent goes out again with the same request id', async () => {
    const drafts = await load()
    const { id, requestId } = drafts.openDraft()
    storage.set('report-drafts', [
      { ...drafts.useDrafts.getState().kept[0]!, ...written, state: 'sending' } satisfies Draft,
    ])
    const reloaded = await load()
    await reloaded.sendWaitingDrafts()
    expect([...server.reports.keys()]).toEqual([requestId])
    expect(reloaded.useDrafts.getState().kept.find((draft) => draft.id === id)).toBeUndefined()
  })

  test('that the server refuses comes back whole with the reason, and asks anew once changed', async () => {
    const drafts = await load()
    const { id } = drafts.openDraft()
    drafts.editDraft(id, { ...written, photos: [{ local: photo('a') }] })
    const before = drafts.useDrafts.getState().kept[0]!.requestId
    server.refusal = { code: 'FILE_NOT_AN_IMAGE', message: '这个文件不是照片', requestId: 'x' }
    await expect(drafts.sendDraft(id)).rejects.toMatchObject({ code: 'FILE_NOT_AN_IMAGE' })
    const back = drafts.openDraft()
    expect(back).toMatchObject({ id, state: 'refused', text: '门口有垃圾', problem: { message: '这个文件不是照片' } })
    expect(back.photos[0]!.fileId).toBeUndefined()
    drafts.editDraft(id, { text: '门口有两堆垃圾' })
    expect(drafts.openDraft().requestId).not.toBe(before)
  })

  test('says whom it is about and as what it was found', async () => {
    const drafts = await load()
    const { id } = drafts.openDraft()
    drafts.editDraft(id, { ...written, aboutPersonId: 'worker-6', source: 'patrol' })
    await drafts.sendDraft(id)
    expect(server.calls.at(-1)).toMatchObject({ input: { aboutPersonId: 'worker-6', source: 'patrol' } })
  })

  test('whose author was signed out meanwhile waits for them and goes out once', async () => {
    const drafts = await load()
    const { id } = drafts.openDraft()
    drafts.editDraft(id, written)
    server.refusal = { code: 'UNAUTHENTICATED', message: '请先登录后再操作', requestId: 'x' }
    await expect(drafts.sendDraft(id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    server.refusal = null
    expect(await drafts.sendWaitingDrafts()).toBe(1)
    expect(drafts.useDrafts.getState().kept).toEqual([])
  })
})

describe('two tabs of one browser', () => {
  test('do not write over each other’s drafts', async () => {
    const one = await load()
    const two = await load()
    const first = one.openDraft()
    one.editDraft(first.id, written)
    network.up = false
    await one.sendDraft(first.id).catch(() => undefined)
    const second = two.openDraft()
    two.editDraft(second.id, { text: '另一件事' })
    const reloaded = await load()
    expect(
      reloaded.useDrafts
        .getState()
        .kept.map(({ text }) => text)
        .sort(),
    ).toEqual(['另一件事', '门口有垃圾'])
  })

  test('what comes late for a draft that is on its way is not written into it', async () => {
    const drafts = await load()
    const { id } = drafts.openDraft()
    drafts.editDraft(id, written)
    network.up = false
    await drafts.sendDraft(id).catch(() => undefined)
    const [before] = drafts.useDrafts.getState().kept
    drafts.editDraft(id, { photos: [{ local: photo('late') }] })
    expect(drafts.useDrafts.getState().kept).toEqual([before])
  })
})
