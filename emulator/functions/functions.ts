import { randomUUID } from 'node:crypto'
import { isLongerThan } from '../bytes'
import type { Clock } from '../clock'
import type { WireAnswer, WireRequest } from '../database/actions'
import { WireError, invalidParam } from '../errors'
import type { FunctionSpec } from '../options'
import { contextOf, LOCAL_APP_ID } from './context'
import { FunctionProcess, HOST_SCRIPT } from './function-process'

interface FunctionsOptions {
  readonly specs: Readonly<Record<string, FunctionSpec>>
  readonly envId: string
  readonly clock: Clock
  readonly host: string | undefined
  readonly log: (line: string) => void
}

const PAYLOAD_BYTES_MAX = 6 * 1024 * 1024

/** The functions of one environment. Each has a process that starts with its first call and again after it ended. */
export class Functions {
  private readonly processes = new Map<string, FunctionProcess>()
  private readonly leaving = new Set<FunctionProcess>()
  /** Environment of every process; set once the server's address is known. */
  environment: Readonly<Record<string, string>> = {}

  constructor(private readonly options: FunctionsOptions) {}

  readonly actions = {
    'functions.invokeFunction': (request: WireRequest): Promise<WireAnswer> => this.invokeByWire(request),
  }

  /** Calls a function; with an openid as WeChat does, which adds `userInfo` to an object event. */
  async invoke(name: string, event: unknown, caller: { openid?: string; source?: string } = {}): Promise<unknown> {
    const { specs, envId, clock } = this.options
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (!spec) throw new WireError('FUNCTION_NOT_FOUND', `there is no function ${name}`)
    const { openid, source = openid ? 'wx_client' : 'local' } = caller
    const full = openid && isObject(event) ? { ...event, userInfo: { appId: LOCAL_APP_ID, openId: openid } } : event
    checkSize(full, 'event')
    const context = contextOf({ name, envId, requestId: randomUUID(), spec, openid, source })
    const result = await this.processOf(name, spec).call(full, context, clock.offset)
    checkSize(result, 'result')
    return result
  }

  /** Carries a moved clock into processes that are in the middle of a call. */
  moveClock(): void {
    for (const running of this.processes.values()) running.moveClock(this.options.clock.offset)
  }

  async close(): Promise<void> {
    await Promise.all([...this.processes.values(), ...this.leaving].map((running) => running.kill()))
  }

  private async invokeByWire({ function_name, request_data }: WireRequest): Promise<WireAnswer> {
    const event: unknown = request_data ? JSON.parse(String(request_data)) : {}
    const result = await this.invoke(String(function_name), event, { source: 'scf' })
    return { data: { response_data: JSON.stringify(result) } }
  }

  private processOf(name: string, spec: FunctionSpec): FunctionProcess {
    const running = this.processes.get(name)
    if (running?.isUsable) return running
    if (running) this.leaving.add(running)
    const { host = HOST_SCRIPT, log } = this.options
    const started = new FunctionProcess({ name, spec, host, environment: this.environment, log })
    this.processes.set(name, started)
    return started
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const checkSize = (value: unknown, what: string): void => {
  if (isLongerThan(JSON.stringify(value) ?? '', PAYLOAD_BYTES_MAX)) throw invalidParam(`the ${what} exceeds 6 MB`)
}
