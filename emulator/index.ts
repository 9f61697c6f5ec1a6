import { randomBytes } from 'node:crypto'
import { Clock, isClockTime } from './clock'
import { DocumentActions } from './database/actions'
import { Database } from './database/database'
import { find } from './database/find'
import { Sql } from './database/sql'
import { Transactions, TRANSACTION_SECONDS } from './database/transactions'
import { Calls } from './doors/calls'
import { openConsole } from './doors/console'
import { openDoors } from './doors/doors'
import { checkPort, startServer } from './doors/server'
import { openSite } from './doors/site'
import { Tokens } from './doors/tokens'
import { CloudError } from './errors'
import { openFolder } from './folder/folder'
import { isLocked } from './folder/lock'
import { Functions } from './functions/functions'
import { Meta } from './meta'
import type { Cloud, CloudOptions } from './options'
import { Secrets } from './secrets'
import { contentsInFolder, contentsInMemory } from './storage/contents'
import { openStorage } from './storage/routes'
import { Storage } from './storage/storage'
import { Timers } from './timers/timers'
import { WechatDouble, wechatEnvironment } from './wechat/double'
import { openWechat } from './wechat/routes'
import { openAdmin } from './wire/admin'

export type { Manifest } from './backup/manifest'
export { readBackup } from './backup/read-backup'
export { writeBackup } from './backup/write-backup'
export { deployedFunctions } from './deployment'
export { CloudError, type CloudErrorCode } from './errors'
export { isLocked as isFolderInUse } from './folder/lock'
export { isDataFolder } from './folder/marker'
export type { CollectionSpec, IndexSpec } from './database/table'
export type { Cloud, CloudOptions, Doors, FunctionSpec, Persona } from './options'

/** Starts a local cloud; resolves when it answers. Rejects with {@link CloudError} when it cannot. */
export const startCloud = async (options: CloudOptions): Promise<Cloud> => {
  await checkStart(options)
  const folder = options.dataDir === null ? undefined : openFolder(options.dataDir, options.log ?? (() => undefined))
  const sql = folder?.sql ?? new Sql(':memory:')
  const release = (): void => (folder ? folder.release() : sql.close())
  try {
    return await assemble(options, sql, folder?.filesFolder, release)
  } catch (error) {
    release()
    throw error
  }
}

/**
 * Throws PORT_TAKEN before a start touches the disk, so that one that cannot be leaves no folder behind and moves none aside.
 * Where the folder is in use as well, that is the better answer, and whoever opens the folder gives it.
 */
export const checkStart = async ({
  dataDir,
  port = 0,
  host,
}: Pick<CloudOptions, 'dataDir' | 'port' | 'host'>): Promise<void> => {
  if (dataDir === null || !isLocked(dataDir)) await checkPort(port, host)
}

const assemble = async (
  options: CloudOptions,
  sql: Sql,
  filesFolder: string | undefined,
  release: () => void,
): Promise<Cloud> => {
  const { envId, log = () => undefined, doors = {}, personas = [] } = options
  const meta = new Meta(sql)
  const offset = Number(meta.get('clockOffsetMs') ?? 0)
  const clock = new Clock(isClockTime(Date.now() + offset) ? offset : 0)
  const secrets = new Secrets(
    Buffer.from(
      meta.ensure('secret', () => Secrets.fresh().toString('hex')),
      'hex',
    ),
  )
  const database = new Database(sql, options.collections, log)
  const transactions = new Transactions(database, (options.transactionSeconds ?? TRANSACTION_SECONDS) * 1000)
  const documents = new DocumentActions(database, transactions, clock)
  const contents = filesFolder ? contentsInFolder(filesFolder) : contentsInMemory()
  const storage = new Storage({ sql, contents, secrets, clock, envId })
  storage.mend(log)
  const functions = new Functions({ specs: options.functions ?? {}, envId, clock, host: options.functionHost, log })
  const tokens = new Tokens(secrets, clock)
  const secretId = `local${randomBytes(16).toString('hex')}`
  const actions = { ...documents.byName, ...storage.actions, ...functions.actions }
  const documentsOf = (collection: string): object[] =>
    find(database.table(collection), { query: {} }).map((found) => found.document)
  const invoke = functions.invoke.bind(functions)
  const calls = new Calls()
  const wechat = options.wechat && new WechatDouble(options.wechat, clock, log)
  const timers = new Timers({ specs: options.functions ?? {}, clock, invoke, log })
  const clockMoved = (): void => {
    meta.set('clockOffsetMs', String(clock.offset))
    functions.moveClock()
    timers.clockMoved()
  }

  const { server, port, url } = await startServer({ port: options.port ?? 0, host: options.host }, log, (instance) => {
    openAdmin(instance, { actions, envId, secretId, latencyMs: options.latencyMs ?? 0, log })
    openStorage(instance, storage, log)
    openDoors(instance, {
      functions: options.functions ?? {},
      doors,
      personas,
      tokens,
      clock,
      invoke,
      documentsOf,
      clockMoved,
      calls,
      log,
    })
    if (wechat) openWechat(instance, wechat)
    openConsole(instance, { options, database, timers, clock, calls })
    if (options.site) openSite(instance, options.site)
  })
  storage.url = url
  if (wechat) wechat.url = url
  const toWechat = wechat ? wechatEnvironment(wechat) : {}
  const toSdk = sdkEnvironment(url, envId, secretId)
  functions.environment = { ...toSdk, ...toWechat }

  return {
    url,
    port,
    sdkEnvironment: toSdk,
    wechatEnvironment: toWechat,
    invoke: (name, event, as) => functions.invoke(name, event, as),
    now: () => clock.now(),
    setClock: (at) => (clock.set(at), clockMoved()),
    advanceClock: (ms) => (clock.advance(ms), clockMoved()),
    insertDocuments: (collection, added) => database.load({ [collection]: added }),
    insertAll: (documents) => database.load(documents),
    insertFile: (path, bytes) => storage.insert(path, Buffer.from(bytes)),
    readDocuments: documentsOf,
    token: (openid, ttlSeconds) => tokens.issue(openid, ttlSeconds),
    reset: () => {
      if (filesFolder) throw new CloudError('BAD_OPTIONS', '只有内存中的本地云可以清空。')
      transactions.abortAll()
      database.clear()
      storage.clear()
      wechat?.clear()
    },
    close: async () => {
      timers.close()
      wechat?.clear()
      await functions.close()
      await server.close()
      transactions.abortAll()
      release()
    },
  }
}

const sdkEnvironment = (url: string, envId: string, secretId: string): Record<string, string> => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: envId,
  TCB_ENV: envId,
})
