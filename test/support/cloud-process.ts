import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { CollectionSpec } from '../../emulator'

const root = process.cwd()
const bundle = path.join(root, 'node_modules/.cache/emulator-test/cloud.cjs')
const script = path.join(root, 'test/support/cloud-process.cjs')

/** Makes the one file that every cloud process runs; the sources may have changed since the last time. */
export const bundleCloud = (): string => {
  buildSync({
    entryPoints: [path.join(root, 'emulator/index.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['libsql'],
    outfile: bundle,
  })
  return bundle
}

/** A cloud in a process that may be killed. */
export interface CloudProcess {
  readonly child: ChildProcess
  readonly url: string
  /** What points an SDK at it. */
  readonly environment: Record<string, string>
  /** From the start of the process until it answered. */
  readonly readyMs: number
  /** What it said on stderr so far. */
  words(): string
  /** Resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** A cloud that did not open: its code, and the sentence a person would read. */
export class NotOpened extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

interface Options {
  /** Put before the command in a shell, such as a limit on what the process may write. */
  readonly shell?: string
  /** Kill it after so many milliseconds, opened or not. */
  readonly killAfterMs?: number
  /** When what a dead function left open is rolled back; thirty seconds by default, as in CloudBase. */
  readonly transactionSeconds?: number
}

/** Starts a cloud process; rejects with {@link NotOpened}. */
export const startCloudProcess = async (
  dataDir: string,
  collections: readonly CollectionSpec[],
  { shell, killAfterMs, transactionSeconds }: Options = {},
): Promise<CloudProcess> => {
  const began = performance.now()
  const args = [
    script,
    bundle,
    dataDir,
    JSON.stringify(collections),
    ...(transactionSeconds ? [`${transactionSeconds}`] : []),
  ]
  const child = shell
    ? spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', process.execPath, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    : spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  let said = ''
  let complaints = ''
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const told = await new Promise<Record<string, unknown>>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('\n')) resolve(JSON.parse(said.slice(0, said.indexOf('\n'))) as Record<string, unknown>)
    })
    void gone.then(() => resolve({ code: 'KILLED', message: `ended before it was ready: ${complaints}` }))
  })
  clearTimeout(timer)
  if (typeof told.url !== 'string') {
    await gone
    throw new NotOpened(String(told.code), String(told.message))
  }
  return {
    child,
    url: told.url,
    environment: told.environment as Record<string, string>,
    readyMs: performance.now() - began,
    words: () => complaints,
    kill: (signal = 'SIGKILL') => {
      child.kill(signal)
      return gone
    },
  }
}
