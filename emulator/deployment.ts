import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CloudError } from './errors'
import type { FunctionSpec } from './options'

interface Deployment {
  readonly functionRoot?: string
  readonly functions?: readonly {
    readonly name: string
    readonly memorySize?: number
    readonly timeout?: number
    readonly envVariables?: Readonly<Record<string, string>>
    readonly triggers?: readonly { readonly name: string; readonly type: string; readonly config: string }[]
  }[]
}

/** What CloudBase takes for a function whose deployment does not say. */
const MEMORY_MB = 256
const TIMEOUT_SECONDS = 3

/**
 * The functions of a project as its cloudbaserc.json deploys them: folder, memory, timeout, environment and timers. One file
 * says it for both clouds, so that a limit that is too small is met here first. Throws BAD_OPTIONS.
 */
export const deployedFunctions = (cloudbaserc: string): Record<string, FunctionSpec> => {
  const { functionRoot = 'cloudfunctions', functions = [] } = readJson(cloudbaserc) as Deployment
  return Object.fromEntries(
    functions.map(({ name, memorySize, timeout, envVariables, triggers = [] }) => [
      name,
      {
        folder: resolve(dirname(cloudbaserc), functionRoot, name),
        memoryMb: memorySize ?? MEMORY_MB,
        timeoutSeconds: timeout ?? TIMEOUT_SECONDS,
        timers: triggers
          .filter(({ type }) => type === 'timer')
          .map((timer) => ({ name: timer.name, cron: timer.config })),
        ...(envVariables ? { environment: writtenOut(envVariables) } : {}),
      },
    ]),
  )
}

/** Variables as the file says them. Those it takes from whoever deploys (`{{env.NAME}}`) belong to the real cloud and are not set here. */
const writtenOut = (variables: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => !value.includes('{{')))

/** An object read from a file of JSON; BAD_OPTIONS with the file's name when there is none. */
export const readJson = (file: string): object => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Not there, or not JSON: one sentence says both.
  }
  throw new CloudError('BAD_OPTIONS', `文件 ${file} 不存在，或不是一个 JSON 对象。`)
}
