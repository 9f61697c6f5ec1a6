/** Exit codes of `npm start`, `backup` and `restore`; the README lists them. */
export const exitCodes = {
  BAD_FLAG: 2,
  PORT_TAKEN: 3,
  FOLDER_NOT_WRITABLE: 4,
  FOLDER_NOT_OURS: 4,
  DISK_FULL: 4,
  DATA_DAMAGED: 5,
  DATA_TOO_NEW: 5,
  FOLDER_IN_USE: 6,
  BACKUP_REFUSED: 7,
}

/** A flag nobody knows or a value that cannot be; `message` is the one sentence to print. */
export class FlagError extends Error {}

const usage = '用法：npm start -- [--port 8787] [--data .data] [--fresh] [--latency 毫秒] [--sample weeks|year]'

/**
 * Reads the flags of `npm start`. Accepts `--port 80` and `--port=80`.
 * @param {readonly string[]} words
 * @returns {{ port: number, data: string, fresh: boolean, latency: number, sample: 'weeks' | 'year' }}
 */
export const readFlags = (words) => {
  const flags = { port: 8787, data: '.data', fresh: false, latency: 0, sample: 'weeks' }
  for (let at = 0; at < words.length; at++) {
    const [name, joined] = words[at].split(/=(.*)/s)
    const value = () => {
      const given = joined ?? words[++at]
      if (given === undefined || given === '' || given.startsWith('--'))
        throw new FlagError(`${name} 后面要写一个值。${usage}`)
      return given
    }
    if (name === '--port') {
      const typed = value()
      if (!/^\d{1,5}$/.test(typed) || Number(typed) > 65535)
        throw new FlagError(`--port 必须是 0 到 65535 的整数，不能是“${typed}”。${usage}`)
      flags.port = Number(typed)
    } else if (name === '--latency') {
      const typed = value()
      if (!/^\d{1,4}$/.test(typed))
        throw new FlagError(`--latency 必须是 0 到 9999 的毫秒数，不能是“${typed}”。${usage}`)
      flags.latency = Number(typed)
    } else if (name === '--sample') {
      const typed = value()
      if (typed !== 'weeks' && typed !== 'year')
        throw new FlagError(`--sample 是 weeks（最近几周）或 year（爱心银行整整一年），不能是“${typed}”。${usage}`)
      flags.sample = typed
    } else if (name === '--data') flags.data = value()
    else if (name === '--fresh' && joined === undefined) flags.fresh = true
    else throw new FlagError(`没有“${words[at]}”这个选项。${usage}`)
  }
  return flags
}

const backupUsage = (verb) => `用法：npm run ${verb} -- <文件> [--data .data]`

/**
 * Reads the words of `npm run backup` and `npm run restore`; npm itself gives the first.
 * @param {readonly string[]} words
 * @returns {{ verb: 'backup' | 'restore', file: string, data: string }}
 */
export const readBackupWords = ([verb, ...words]) => {
  const read = { verb: verb === 'restore' ? 'restore' : 'backup', file: '', data: '.data' }
  for (let at = 0; at < words.length; at++) {
    const [name, joined] = words[at].split(/=(.*)/s)
    if (name === '--data') {
      read.data = joined ?? words[++at] ?? ''
      if (read.data === '' || read.data.startsWith('--'))
        throw new FlagError(`--data 后面要写一个文件夹。${backupUsage(read.verb)}`)
    } else if (words[at].startsWith('--') || read.file !== '')
      throw new FlagError(`没有“${words[at]}”这个选项。${backupUsage(read.verb)}`)
    else read.file = words[at]
  }
  if (read.file === '') throw new FlagError(`请写出备份文件。${backupUsage(read.verb)}`)
  return read
}

const ledgerUsage = '用法：npm run ledger -- verify [--data .data | --cloud]'

/**
 * Reads the words of `npm run ledger`.
 * @param {readonly string[]} words
 * @returns {{ data: string, isCloud: boolean }}
 */
export const readLedgerWords = ([verb, ...words]) => {
  if (verb !== 'verify') throw new FlagError(ledgerUsage)
  const read = { data: '.data', isCloud: false }
  for (let at = 0; at < words.length; at++) {
    const [name, joined] = words[at].split(/=(.*)/s)
    if (name === '--cloud' && joined === undefined) read.isCloud = true
    else if (name === '--data') {
      read.data = joined ?? words[++at] ?? ''
      if (read.data === '' || read.data.startsWith('--'))
        throw new FlagError(`--data 后面要写一个文件夹。${ledgerUsage}`)
    } else throw new FlagError(`没有“${words[at]}”这个选项。${ledgerUsage}`)
  }
  return read
}

const consentUsage = '用法：npm run consent -- verify <导出文件或核对材料> --root <公布的根>'

/**
 * Reads the words of `npm run consent`.
 * @param {readonly string[]} words
 * @returns {{ file: string, root: string }}
 */
export const readConsentWords = ([verb, ...words]) => {
  if (verb !== 'verify') throw new FlagError(consentUsage)
  const read = { file: '', root: '' }
  for (let at = 0; at < words.length; at++) {
    const [name, joined] = words[at].split(/=(.*)/s)
    if (name === '--root') {
      read.root = joined ?? words[++at] ?? ''
      if (!/^[0-9a-f]{64}$/i.test(read.root)) throw new FlagError(`--root 后面要写 64 位的根。${consentUsage}`)
    } else if (words[at].startsWith('--') || read.file !== '')
      throw new FlagError(`没有“${words[at]}”这个选项。${consentUsage}`)
    else read.file = words[at]
  }
  if (read.file === '') throw new FlagError(`请写出导出文件。${consentUsage}`)
  if (read.root === '') throw new FlagError(`请用 --root 写出公布的根。${consentUsage}`)
  return read
}
