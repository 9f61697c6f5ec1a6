import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../emulator'
import { refusalOf, startTestCloud } from './cloud'

interface Echo {
  event: Record<string, unknown>
  openid: string | null
  pid: number
  setting: string | null
  now: number
  made: number
  fixed: number
  isDate: boolean
}

let cloud: Cloud
jest.setTimeout(30_000)

const lines: string[] = []
const echo = (event: object, openid?: string) => cloud.invoke('echo', event, { openid }) as Promise<Echo>

beforeAll(async () => {
  const folder = join(__dirname, 'functions/echo')
  cloud = await startTestCloud({
    collections: [{ name: 'notes', indexes: [] }],
    functions: { echo: { folder, timeoutSeconds: 3, memoryMb: 128, environment: { SETTING: 'on' } } },
    log: (line) => lines.push(line),
  })
})
afterAll(() => cloud.close())

test('the function learns who calls from its context, and overlapping calls do not mix', async () => {
  const answers = await Promise.all(['anna', undefined, 'bert'].map((who) => echo({ do: 'wait' }, who)))
  expect(answers.map((answer) => answer.openid)).toEqual(['anna', null, 'bert'])
  expect(new Set(answers.map((answer) => answer.pid)).size).toBe(1)
  expect(answers[0]?.event.userInfo).toMatchObject({ openId: 'anna' })
  expect(answers[0]?.setting).toBe('on')
})

test('the unmodified SDK inside the function reaches this cloud, its data and its functions', async () => {
  cloud.insertDocuments('notes', [{ _id: 'a' }, { _id: 'b' }])
  expect(await cloud.invoke('echo', { do: 'count' })).toBe(2)
  expect(await cloud.invoke('echo', { do: 'call' })).toMatchObject({ event: { from: 'inside' } })
  const { result } = await tcb.init({ env: 'local-test' }).callFunction({ name: 'echo', data: { x: 1 } })
  expect((result as Echo).event).toEqual({ x: 1 })
})

test('time in the function is the time of the cloud', async () => {
  cloud.setClock(Date.parse('2031-05-05T00:00:00Z'))
  const { now, made, fixed, isDate } = await echo({})
  expect(Math.abs(now - cloud.now())).toBeLessThan(2000)
  expect(Math.abs(made - now)).toBeLessThan(50)
  expect([fixed, isDate]).toEqual([5, true])
  cloud.setClock(Date.now())
})

test('what a function throws, and its code, reaches the caller; a crash or a timeout is named', async () => {
  expect(await refusalOf(echo({ do: 'throw' }))).toBe('SAID_NO')
  expect(await refusalOf(echo({ do: 'crash' }))).toBe('FUNCTION_CRASHED')
  expect(await refusalOf(echo({ do: 'hang' }))).toBe('FUNCTION_TIMEOUT')
  expect(await refusalOf(echo({ do: 'spin' }))).toBe('FUNCTION_TIMEOUT')
  expect(await refusalOf(cloud.invoke('nobody', {}))).toBe('FUNCTION_NOT_FOUND')
})

test('after a crash the next call gets a fresh process', async () => {
  const { pid } = await echo({})
  await refusalOf(echo({ do: 'crash' }))
  const after = await echo({})
  expect(after.pid).not.toBe(pid)
})

test('what a function prints is forwarded with its name', async () => {
  await echo({ do: 'log' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(lines).toContain('[echo] 一行日志')
})
