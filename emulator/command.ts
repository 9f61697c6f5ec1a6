import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { deployedFunctions, readJson } from './deployment'
import { CloudError } from './errors'
import { startCloud, type Cloud, type CloudOptions, type IndexSpec, type Persona } from './index'

/** What the configuration of `cloud-emulator` may say; everything has a default but what a project is made of. */
interface Configuration {
  readonly envId?: string
  readonly cloudbaserc?: string
  readonly data?: string
  readonly port?: number
  readonly collections?: readonly { readonly name: string; readonly indexes?: readonly IndexSpec[] }[]
  readonly personas?: readonly Persona[]
  readonly doors?: {
    readonly call?: string
    readonly jobs?: string
    readonly outbox?: string
    readonly web?: Readonly<Record<string, string>>
  }
  readonly site?: string
  readonly latencyMs?: number
}

const usage = '用法：cloud-emulator [--config cloud-emulator.json] [--port 8787] [--data .data]'
const codes: Readonly<Record<string, number>> = {
  BAD_OPTIONS: 2,
  PORT_TAKEN: 3,
  FOLDER_NOT_WRITABLE: 4,
  FOLDER_NOT_OURS: 4,
  DISK_FULL: 4,
  DATA_DAMAGED: 5,
  DATA_TOO_NEW: 5,
  FOLDER_IN_USE: 6,
}

/** Options of a cloud from the words of the command and the files they name. Throws BAD_OPTIONS. */
const optionsOf = (words: string[]): CloudOptions => {
  const { config = 'cloud-emulator.json', port, data } = flagsOf(words)
  const file = resolve(config)
  const read = readJson(file) as Configuration
  const beside = (path: string): string => resolve(dirname(file), path)
  const wantedPort = port === undefined ? (read.port ?? 8787) : /^\d+$/.test(port) ? Number(port) : Number.NaN
  if (!(Number.isInteger(wantedPort) && wantedPort >= 0 && wantedPort <= 65_535))
    throw new CloudError('BAD_OPTIONS', `端口必须是 0 到 65535 的整数。${usage}`)
  return {
    envId: read.envId ?? 'local',
    dataDir: data === undefined ? beside(read.data ?? '.data') : resolve(data),
    port: wantedPort,
    collections: listOf(read.collections, 'collections').map(({ name, indexes = [] }) => ({ name, indexes })),
    functions: deployedFunctions(beside(read.cloudbaserc ?? 'cloudbaserc.json')),
    personas: listOf(read.personas, 'personas'),
    doors: read.doors ?? {},
    latencyMs: read.latencyMs ?? 0,
    log: (line) => process.stderr.write(`${line}\n`),
    ...(read.site === undefined ? {} : { site: beside(read.site) }),
  }
}

const listOf = <T>(given: readonly T[] | undefined, name: string): readonly T[] => {
  if (given === undefined || Array.isArray(given)) return given ?? []
  throw new CloudError('BAD_OPTIONS', `配置里的 ${name} 必须是列表。`)
}

const flagsOf = (args: string[]): { config?: string; port?: string; data?: string } => {
  try {
    const options = { config: { type: 'string' }, port: { type: 'string' }, data: { type: 'string' } } as const
    return { ...parseArgs({ args, options }).values }
  } catch {
    throw new CloudError('BAD_OPTIONS', `没有这样的选项。${usage}`)
  }
}

/** `cloud-emulator`: starts the cloud of a project, says Ready with its address, and ends with a signal. */
const main = async (): Promise<void> => {
  let opening: Promise<Cloud> | undefined
  const stop = (): void => void opening?.then((cloud) => cloud.close()).finally(() => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  try {
    const options = optionsOf(process.argv.slice(2))
    opening = startCloud(options)
    const { url } = await opening
    const people = (options.personas ?? []).map(({ id, name }) => `  ${id}  ${String(name ?? '')}`)
    process.stdout.write([`Ready ${url}`, ...people, ''].join('\n'))
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(codes[(error as { code?: string }).code ?? ''] ?? 1)
  }
}

void main()
