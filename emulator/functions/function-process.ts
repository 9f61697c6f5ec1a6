import { fork, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { WireError } from '../errors'
import type { FunctionSpec } from '../options'

interface Reply {
  readonly id: string
  readonly result?: unknown
  readonly error?: { message: string; stack?: string; code?: string }
}

interface Waiting {
  readonly answer: (result: unknown) => void
  readonly fail: (error: Error) => void
}

interface Setup {
  readonly name: string
  readonly spec: FunctionSpec
  readonly host: string
  readonly environment: Readonly<Record<string, string>>
  readonly log: (line: string) => void
}

/** Where the host script is: beside this module, or beside the bundle this module became part of. */
export const HOST_SCRIPT = join(__dirname, 'function-host.cjs')

/** One process of one function; it takes calls until it fails one by running out of time, or dies. */
export class FunctionProcess {
  private readonly child: ChildProcess
  private readonly waiting = new Map<string, Waiting>()
  private retired = false

  constructor(private readonly setup: Setup) {
    const { name, spec, host, environment, log } = setup
    this.child = fork(host, [], {
      silent: true,
      execArgv: [`--max-old-space-size=${spec.memoryMb}`],
      env: {
        PATH: process.env.PATH,
        TZ: 'UTC',
        ...environment,
        ...spec.environment,
        LOCAL_FUNCTION_ENTRY: resolve(spec.folder, 'index.js'),
      },
    })
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream) createInterface({ input: stream }).on('line', (line) => log(`[${name}] ${line}`))
    this.child.on('message', (reply: Reply) => this.settle(reply))
    this.child.on('error', () => this.die('could not start'))
    this.child.on('exit', (code, signal) => this.die(`ended with ${signal ?? `code ${code}`}`))
  }

  /** Whether it takes further calls. */
  get isUsable(): boolean {
    return !this.retired
  }

  /** Rejects with FUNCTION_TIMEOUT, FUNCTION_CRASHED, or what the function threw. */
  call(event: unknown, context: Record<string, unknown>, offsetMs: number): Promise<unknown> {
    const id = randomUUID()
    return new Promise((resolveCall, reject) => {
      const timer = setTimeout(() => this.runOutOfTime(id), this.setup.spec.timeoutSeconds * 1000)
      const done = (): void => {
        clearTimeout(timer)
        this.waiting.delete(id)
        this.leaveIfDone()
      }
      this.waiting.set(id, {
        answer: (result) => (done(), resolveCall(result)),
        fail: (error) => (done(), reject(error)),
      })
      this.child.send(
        { id, event, context, offsetMs },
        (error) => error && this.waiting.get(id)?.fail(this.crashed('is gone')),
      )
    })
  }

  /** Tells the process that the clock of the cloud moved. */
  moveClock(offsetMs: number): void {
    if (this.child.connected) this.child.send({ offsetMs }, () => undefined)
  }

  /** Resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = new Promise((resolveGone) => this.child.once('exit', resolveGone))
    this.child.kill('SIGKILL')
    await gone
  }

  private settle({ id, result, error }: Reply): void {
    const waiting = this.waiting.get(id)
    if (!waiting) return
    if (!error) return waiting.answer(result)
    this.setup.log(`[${this.setup.name}] ${error.stack ?? error.message}`)
    waiting.fail(new WireError(error.code ?? 'FUNCTION_FAILED', error.message))
  }

  private runOutOfTime(id: string): void {
    this.retired = true
    this.waiting
      .get(id)
      ?.fail(
        new WireError('FUNCTION_TIMEOUT', `function ${this.setup.name} took over ${this.setup.spec.timeoutSeconds} s`),
      )
  }

  private leaveIfDone(): void {
    if (this.retired && this.waiting.size === 0) this.child.kill('SIGKILL')
  }

  private die(how: string): void {
    this.retired = true
    for (const waiting of [...this.waiting.values()]) waiting.fail(this.crashed(how))
  }

  private crashed(how: string): WireError {
    return new WireError('FUNCTION_CRASHED', `function ${this.setup.name} ${how}`)
  }
}
