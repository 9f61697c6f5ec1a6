import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { buildSync } from 'esbuild'
import type { Envelope } from '@cloud/runtime/dispatch'
import type { Message, Work } from './bank-function'

const root = process.cwd()
const bundle = path.join(root, 'node_modules/.cache/emulator-test/bank-function.cjs')

/** Makes the one file that every function process runs; the sources may have changed since the last time. */
export const bundleFunction = (): void => {
  buildSync({
    entryPoints: [path.join(root, 'test/support/bank-function.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { '@': path.join(root, 'src'), '@cloud': path.join(root, 'cloudfunctions') },
    outfile: bundle,
  })
}

/** Thrown where a function died before it answered. */
export class FunctionDied extends Error {}

/** A function instance in a process of its own, which may be killed; the next thing asked of it starts another. */
export class FunctionProcess {
  private child: ChildProcess | null = null
  private serial = 0
  private environment: Record<string, string> = {}
  private readonly waiting = new Map<number, { resolve: (answer: Envelope) => void; reject: (error: Error) => void }>()

  /** Says which cloud to speak to from now on. */
  async pointAt(environment: Record<string, string>): Promise<void> {
    this.environment = environment
    if (this.child) await this.send({ environment, now: 0 })
  }

  /** Has something done at an instant; rejects with {@link FunctionDied}. */
  async ask(work: Work, now: number): Promise<Envelope> {
    if (!this.child) await this.start()
    return this.send({ work, now })
  }

  /** Ends it in the middle of whatever it does. */
  kill(): void {
    this.child?.kill('SIGKILL')
    this.child = null
    const died = [...this.waiting.values()]
    this.waiting.clear()
    for (const { reject } of died) reject(new FunctionDied('the function was killed'))
  }

  private async start(): Promise<void> {
    const child = fork(bundle, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.child = child
    child.on('message', ({ n, answer }: { n: number; answer: Envelope }) => {
      this.waiting.get(n)?.resolve(answer)
      this.waiting.delete(n)
    })
    child.on('exit', () => this.child === child && this.kill())
    await this.send({ environment: this.environment, now: 0 })
  }

  private send(
    message: Message extends infer M ? (M extends unknown ? Omit<M, 'n'> : never) : never,
  ): Promise<Envelope> {
    const n = this.serial++
    return new Promise((resolve, reject) => {
      this.waiting.set(n, { resolve, reject })
      this.child?.send({ ...message, n }, (error) => {
        if (!error) return
        this.waiting.delete(n)
        reject(new FunctionDied(error.message))
      })
    })
  }
}
