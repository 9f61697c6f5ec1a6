import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'

jest.setTimeout(60_000)

const repository = resolve(__dirname, '../..')
const home = join(repository, 'node_modules/.cache/emulator-test/command')
const command = join(home, 'cloud-emulator.cjs')
const root = mkdtempSync(join(tmpdir(), 'foreign-project-'))
const running: ChildProcess[] = []

const write = (file: string, content: string | object): void => {
  mkdirSync(join(root, file, '..'), { recursive: true })
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content))
}

/** Somebody else's project: one function with the SDK as it is, one timer, no word of ours. */
beforeAll(() => {
  buildSync({
    entryPoints: [join(repository, 'emulator/command.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['libsql'],
    outfile: command,
  })
  copyFileSync(join(repository, 'emulator/functions/function-host.cjs'), join(home, 'function-host.cjs'))
  cpSync(join(repository, 'emulator/doors/console'), join(home, 'console'), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'))
  write('cloudbaserc.json', {
    envId: 'bakery',
    functionRoot: 'functions',
    functions: [
      {
        name: 'orders',
        envVariables: { SHOP: '面包房' },
        timeout: 20,
        triggers: [{ name: 'bake', type: 'timer', config: '0 0 4 * * * *' }],
      },
    ],
  })
  write(
    'functions/orders/index.js',
    `const cloudbase = require('@cloudbase/node-sdk')
     exports.main = async (event, context) => {
       const { WX_OPENID } = cloudbase.getCloudbaseContext(context)
       const orders = cloudbase.init({ env: process.env.TCB_ENV }).database().collection('orders')
       await orders.add({ loaf: event.loaf, openid: WX_OPENID })
       const { data } = await orders.where({ openid: WX_OPENID }).get()
       return { shop: process.env.SHOP, loaves: data.map(({ loaf }) => loaf), memory: context.memory_limit_in_mb }
     }`,
  )
  write('cloud-emulator.json', {
    envId: 'bakery',
    collections: [{ name: 'orders', indexes: [{ name: 'byOpenid', fields: [['openid', 1]] }] }],
    personas: [{ id: 'eve', openid: 'o-eve', name: 'Eve' }],
    doors: { call: 'orders', jobs: 'orders' },
  })
})
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')))
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Run {
  child: ChildProcess
  words: () => string
  ended: Promise<number | null>
}
const run = (...flags: string[]): Run => {
  const child = spawn(process.execPath, [command, ...flags], { cwd: root })
  running.push(child)
  let words = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
  return { child, words: () => words, ended: new Promise((end) => child.once('close', (code) => end(code))) }
}
const readyUrl = async ({ words }: Run): Promise<string> => {
  for (let tries = 0; tries < 1000; tries++) {
    const url = /^Ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(words())?.[1]
    if (url) return url
    await new Promise((wait) => setTimeout(wait, 20))
  }
  throw new Error(`never ready: ${words()}`)
}
const post = async (url: string, body: object, token?: unknown): Promise<Record<string, unknown>> =>
  (await (
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    })
  ).json()) as Record<string, unknown>

test('another project runs on it with a file of its own and the SDK as it is, and its data is there the next time', async () => {
  const first = run('--port', '0')
  const url = await readyUrl(first)
  expect(first.words()).toContain('  eve  Eve')
  const { token } = await post(`${url}/dev/session`, { persona: 'eve' })
  expect(await post(`${url}/call`, { loaf: '黑麦' }, token)).toEqual({ shop: '面包房', loaves: ['黑麦'], memory: 256 })
  const state = (await (await fetch(`${url}/dev/state`)).json()) as Record<string, unknown>
  expect(state).toMatchObject({
    envId: 'bakery',
    functions: ['orders'],
    collections: [{ name: 'orders', documents: 1 }],
    timers: [{ name: 'bake', function: 'orders', nextRun: expect.stringMatching(/T20:00:00\.000Z$/) }],
  })
  expect(await (await fetch(`${url}/dev`)).text()).toContain('本地云控制台')
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  const second = run('--config', 'cloud-emulator.json', '--port=0')
  const again = await readyUrl(second)
  const { token: other } = await post(`${again}/dev/session`, { persona: 'eve' })
  expect(await post(`${again}/call`, { loaf: '小麦' }, other)).toMatchObject({ loaves: ['黑麦', '小麦'] })
})

test.each([
  ['a configuration that is not there', ['--config', 'none.json'], 2],
  ['an unknown flag', ['--nonsense'], 2],
  ['a bad port', ['--port', '70000'], 2],
  ['a folder that is somebody’s', ['--port', '0', '--data', 'functions'], 4],
])('%s is refused in one sentence', async (_what, flags, code) => {
  const refused = run(...flags)
  expect(await refused.ended).toBe(code)
  expect(refused.words().trim()).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*$/)
})
