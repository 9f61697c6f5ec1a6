/** @jest-environment jsdom */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, createElement } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { halfWrittenOf } from '@/client/half-written'
import { useCommand } from '@/client/hooks'
import { useHalfWritten, type HalfWritten } from '@/features/forms/use-half-written'

const storage = new Map<string, unknown>()
/** Answers what was sent, when the test says so. */
const server: { answer: (envelope: object) => void } = { answer: () => undefined }
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  },
  useDidShow: () => undefined,
}))
jest.mock('@/client/session', () => ({ whoKey: () => 'resident' }))
jest.mock('@/client/transport', () => ({
  send: () => new Promise((resolve) => (server.answer = resolve)),
}))

const start = { title: '', text: '', reach: 'all' }
type Form = HalfWritten<keyof typeof start>
interface Sheet {
  form: () => Form
  send: () => void
  close: () => Promise<void>
}

/** A form in a sheet of its own, as a page has it. */
const open = async (client: QueryClient): Promise<Sheet> => {
  const held: { form?: Form; send?: () => void } = {}
  const Sheet = () => {
    const form = useHalfWritten('proposal', start)
    const command = useCommand('projects.proposeProject', form.forget)
    held.form = form
    held.send = () => command.mutate({ title: form.words.title, text: form.words.text })
    return null
  }
  const root: Root = createRoot(document.createElement('div'))
  await act(async () => root.render(createElement(QueryClientProvider, { client }, createElement(Sheet))))
  return { form: () => held.form!, send: () => held.send!(), close: () => act(async () => root.unmount()) }
}
const refusal = { ok: false, error: { code: 'FORBIDDEN', message: '现在不能提', requestId: 'r' } }
const done = { ok: true, data: { id: 'p1' } }
const answer = (envelope: object) =>
  act(async () => {
    server.answer(envelope)
    await new Promise((resolve) => setTimeout(resolve))
  })
const write = (sheet: Sheet, words: Partial<typeof start>) => act(async () => sheet.form().write(words))

const setting = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }
let client: QueryClient
beforeEach(() => {
  setting.IS_REACT_ACT_ENVIRONMENT = true
  storage.clear()
  client = new QueryClient()
})
afterEach(() => client.clear())

test('words that were sent are forgotten although the sheet was closed while they were being sent', async () => {
  const sheet = await open(client)
  await write(sheet, { title: '装两把长椅' })
  await act(async () => sheet.send())
  await sheet.close()
  expect(halfWrittenOf('proposal')).toMatchObject({ title: '装两把长椅' })
  await answer(done)
  expect(halfWrittenOf('proposal')).toBeNull()
})

test('a sheet closed and opened again meanwhile is empty once the words have arrived, and keeps them when they were refused', async () => {
  const first = await open(client)
  await write(first, { title: '装两把长椅' })
  await act(async () => first.send())
  await first.close()
  const second = await open(client)
  expect(second.form()).toMatchObject({ words: { title: '装两把长椅' }, isTakenUp: true })
  await answer(refusal)
  expect(second.form().words.title).toBe('装两把长椅')
  await act(async () => second.send())
  await second.close()
  const third = await open(client)
  await answer(done)
  expect(third.form()).toMatchObject({ words: start, isTakenUp: false })
  expect(halfWrittenOf('proposal')).toBeNull()
})

test('a form that says again what it began with, or nothing, is not kept; its author sees what they typed', async () => {
  const sheet = await open(client)
  await write(sheet, { title: '长椅' })
  await write(sheet, { title: '', reach: 'all' })
  expect(halfWrittenOf('proposal')).toBeNull()
  await write(sheet, { title: ' ', reach: '' })
  expect(halfWrittenOf('proposal')).toBeNull()
  expect(sheet.form().words).toEqual({ title: ' ', text: '', reach: '' })
})
