import type { queryClient } from '@/client/query-client'

const storage = new Map<string, unknown>()
const person = { key: 'worker' }
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => (storage.has(key) ? JSON.parse(String(storage.get(key))) : ''),
    setStorageSync: (key: string, value: unknown) => storage.set(key, JSON.stringify(value)),
  },
}))
jest.mock('@/client/session', () => ({ whoKey: () => person.key }))

const clients: (typeof queryClient)[] = []
afterEach(() => clients.splice(0).forEach((client) => client.clear()))

const mine = ['issues.listQueue', { view: 'mine' }, 'pages']
const load = async () => {
  jest.resetModules()
  const fresh = { client: (await import('@/client/query-client')).queryClient }
  ;(await import('@/client/last-answers')).watchLastAnswers()
  clients.push(fresh.client)
  return fresh.client as typeof queryClient
}
const answer = (client: typeof queryClient, queryKey: readonly unknown[], value: unknown) =>
  client.fetchQuery({ queryKey, queryFn: async () => value })
const pages = { pages: [{ issues: ['a'] }, { issues: ['b'] }], pageParams: [undefined, 'next'] }

beforeEach(() => {
  storage.clear()
  person.key = 'worker'
})

test('what a worker needs without a signal is there when the app starts again: the first page, to be asked anew', async () => {
  await answer(await load(), mine, pages)
  const again = await load()
  expect(again.getQueryData(mine)).toEqual({ pages: [{ issues: ['a'] }], pageParams: [undefined] })
  expect(again.getQueryState(mine)?.dataUpdatedAt).toBe(1)
})

test('the buildings are there too, so that what is found without a signal can be reported by its building', async () => {
  const places = ['organization.listPlaces', {}]
  await answer(await load(), places, { estates: [{ id: 'estate-1' }] })
  expect((await load()).getQueryData(places)).toEqual({ estates: [{ id: 'estate-1' }] })
})

test('nothing else is kept, and nobody else finds it', async () => {
  const client = await load()
  await answer(client, ['issues.getIssue', { id: 'a' }], { id: 'a' })
  await answer(client, ['issues.listQueue', { view: 'community' }, 'pages'], pages)
  await answer(client, ['session.getMe', {}], { name: '王某' })
  expect(String(storage.get('last-answers'))).not.toMatch(/getIssue|community/)
  person.key = 'somebody else'
  const other = await load()
  expect(other.getQueryData(['session.getMe', {}])).toBeUndefined()
  expect(String(storage.get('last-answers'))).not.toContain('王某')
})

test('after a day it is gone', async () => {
  await answer(await load(), mine, pages)
  const kept = JSON.parse(String(storage.get('last-answers'))) as { answers: { at: number }[] }
  for (const one of kept.answers) one.at -= 25 * 60 * 60_000
  storage.set('last-answers', JSON.stringify(kept))
  expect((await load()).getQueryData(mine)).toBeUndefined()
})
