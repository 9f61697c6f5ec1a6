import { forgetAllHalfWritten, forgetHalfWritten, halfWrittenOf, keepHalfWritten } from '@/client/half-written'

const storage = new Map<string, unknown>()
const person = { key: 'worker' }
const device = { isFull: false }
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
jest.mock('@/client/session', () => ({ whoKey: () => person.key }))

beforeEach(() => {
  storage.clear()
  person.key = 'worker'
  device.isFull = false
})

test('what was typed into a form and not sent is there again, each form its own, until it was sent', () => {
  keepHalfWritten('minutes a', { text: '议定' })
  keepHalfWritten('minutes b', { text: '另一次' })
  keepHalfWritten('minutes a', { text: '议定三件事' })
  expect(halfWrittenOf('minutes a')).toEqual({ text: '议定三件事' })
  forgetHalfWritten('minutes a')
  expect([halfWrittenOf('minutes a'), halfWrittenOf('minutes b')]).toEqual([null, { text: '另一次' }])
})

test('nobody else on the same browser finds it, and whoever leaves takes all of theirs and nothing of others along', () => {
  keepHalfWritten('minutes a', { text: '议定' })
  person.key = 'officer'
  expect(halfWrittenOf('minutes a')).toBeNull()
  keepHalfWritten('minutes a', { text: '我的' })
  person.key = 'worker'
  keepHalfWritten('step d mediated', { text: '两家都肯让一步' })
  forgetAllHalfWritten()
  expect([halfWrittenOf('minutes a'), halfWrittenOf('step d mediated')]).toEqual([null, null])
  expect(JSON.stringify([...storage])).not.toContain('两家')
  person.key = 'officer'
  expect(halfWrittenOf('minutes a')).toEqual({ text: '我的' })
})

test('only the last twenty forms are kept, and a phone without room keeps nothing and lets the form go on', () => {
  for (let at = 0; at <= 20; at += 1) keepHalfWritten(`minutes ${at}`, { text: String(at) })
  expect([halfWrittenOf('minutes 0'), halfWrittenOf('minutes 1')]).toEqual([null, { text: '1' }])
  device.isFull = true
  expect(() => keepHalfWritten('minutes 30', { text: '满了' })).not.toThrow()
  expect(halfWrittenOf('minutes 30')).toBeNull()
})
