import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

/** The product as somebody who typed `npm start` has it. */
export interface Product {
  url: string
  dataFolder: string
  child: ChildProcess
  /** What it said so far, both streams. */
  words(): string
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** The product that GRID_URL says is already running, for whoever walks through it again and again. */
const running = (url: string): Product => ({
  url,
  dataFolder: '',
  child: process as unknown as ChildProcess,
  words: () => '',
  stop: async () => 0,
})

/** Types the command and waits for its Ready line; rejects with what it said when it ends instead. */
export const startProduct = async (
  flags: readonly string[] = [],
  dataFolder?: string,
  { hasHistory = false } = {},
): Promise<Product> => {
  if (process.env.GRID_URL) return running(process.env.GRID_URL)
  const folder = dataFolder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'grid-data-'))
  const child = spawn(process.execPath, ['config/start.mjs', '--port', '0', '--data', folder, ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(hasHistory ? {} : { GRID_HISTORY: 'none' }) },
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const ready = /^Ready (http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)
      if (ready) resolve(ready[1]!)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => reject(Object.assign(new Error(`ended with ${code}: ${said}`), { code })))
  })
  return {
    url,
    dataFolder: folder,
    child,
    words: () => said,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Calls the product from outside, as a person of the sample. */
export const callAs = async (url: string, persona: string, capability: string, input: unknown): Promise<unknown> => {
  const post = async (path: string, body: unknown, token?: string) =>
    (await (
      await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(body),
      })
    ).json()) as Record<string, unknown>
  const { token } = (await post('/dev/session', { persona })) as { token: string }
  return post(
    '/call',
    { capability, input, requestId: `outside-${Date.now()}-${Math.random().toString(36).slice(2, 10)}` },
    token,
  )
}
