import {
  dropOldHalfWritten,
  forgetAllHalfWritten,
  forgetHalfWritten,
  halfWrittenOf,
  keepHalfWritten,
} from '@/client/half-written'

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
  jest.useFakeTimers({ now: Date.parse('2026-11-25T06:00:00Z') })
  storage.clear()
  person.key = 'worker'
  device.isFull = false
})
afterEach(() => jest.useRealTimers())

/** What lies on the phone, as whoever takes it up could read it. */
const onPhone = () => JSON.stringify([...storage])
const dayMs = 86_400_000

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

test('names and reasons are off the phone thirty days after they were last typed in, opened again or not', () => {
  keepHalfWritten('paper a', { signerName: '王远' })
  keepHalfWritten('paper b', { signerName: '李近' })
  jest.advanceTimersByTime(20 * dayMs)
  keepHalfWritten('paper b', { signerName: '李近山' })
  jest.advanceTimersByTime(10 * dayMs - 1)
  expect(halfWrittenOf('paper a')).toEqual({ signerName: '王远' })
  jest.advanceTimersByTime(1)
  dropOldHalfWritten()
  expect(onPhone()).not.toContain('王远')
  expect(halfWrittenOf('paper b')).toEqual({ signerName: '李近山' })
  jest.advanceTimersByTime(20 * dayMs)
  expect(halfWrittenOf('paper b')).toBeNull()
  expect(onPhone()).not.toContain('李近')
})

test('what was kept without an instant goes, and so does what a wrong clock put far ahead', () => {
  storage.set('half-written', [
    { who: 'worker', form: 'paper a', words: { signerName: '王远' } },
    { who: 'worker', form: 'paper b', words: { signerName: '李近' }, at: Date.now() + 40 * dayMs },
    { who: 'worker', form: 'paper c', words: { signerName: '赵平' }, at: Date.now() },
  ])
  expect(['a', 'b', 'c'].map((one) => halfWrittenOf(`paper ${one}`)?.signerName)).toEqual([
    undefined,
    undefined,
    '赵平',
  ])
  expect(onPhone()).not.toMatch(/王远|李近/)
})

test('forms without a word in them push nobody out, and emptying one forgets it', () => {
  keepHalfWritten('minutes a', { text: '议定' })
  for (let at = 0; at < 30; at += 1) keepHalfWritten(`dispatch ${at}`, at % 2 ? { reason: ' ' } : {})
  expect(halfWrittenOf('minutes a')).toEqual({ text: '议定' })
  keepHalfWritten('minutes a', { text: '' })
  expect(halfWrittenOf('minutes a')).toBeNull()
})

test('leaving and forgetting go on on a phone without room', () => {
  keepHalfWritten('minutes a', { text: '议定' })
  device.isFull = true
  expect(() => {
    forgetHalfWritten('minutes a')
    forgetAllHalfWritten()
  }).not.toThrow()
})
