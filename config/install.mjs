// Installs what is missing before anything else runs; so nothing here may be imported that is not part of Node.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const stamp = path.join(root, 'node_modules/.installed')
const nodeMajorMin = 20

const lockHash = () =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')

const packagesIn = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages

/** Whether npm's own record of what it put into node_modules agrees with the lock file; what is optional may be absent. */
const isAsLocked = () => {
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(packagesIn('package-lock.json')).every(
    ([place, { version, integrity, optional }]) =>
      place === '' ||
      (present[place] ? present[place].version === version && present[place].integrity === integrity : optional),
  )
}

const isInstalled = () => {
  try {
    if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash()) return true
    if (!isAsLocked()) return false
    fs.writeFileSync(stamp, lockHash())
    return true
  } catch {
    return false
  }
}

/** Runs `npm ci`, telling every few seconds that it is still at it. */
const runNpm = (say) =>
  new Promise((resolve, reject) => {
    const began = Date.now()
    const npm = spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let words = ''
    npm.stderr.on('data', (chunk) => (words = (words + chunk).slice(-4000)))
    const timer = setInterval(() => say(`正在安装依赖…… ${Math.round((Date.now() - began) / 1000)} 秒`), 10_000)
    npm.on('error', (error) => {
      clearInterval(timer)
      reject(new Error(`没有找到 npm（${error.code}），请先安装带 npm 的 Node ${nodeMajorMin}。`))
    })
    npm.on('close', (code) => {
      clearInterval(timer)
      if (code === 0) return resolve()
      const reason = /npm error code (\S+)/.exec(words)?.[1] ?? `npm ci: ${code}`
      const record = /debug log|complete log/.test(words) ? /\S+-debug-\d+\.log/.exec(words)?.[0] : undefined
      reject(
        new Error(
          `依赖没有装上（${reason}），请检查网络和 npm 源后重试；已有的数据没有改动。${record ? `详情：${record}` : ''}`,
        ),
      )
    })
  })

/**
 * Makes sure that what package-lock.json names is installed; does nothing when it is. Throws one sentence when it cannot.
 * @param {(line: string) => void} say
 */
export const ensureInstalled = async (say) => {
  if (Number(process.versions.node.split('.')[0]) < nodeMajorMin)
    throw new Error(`需要 Node ${nodeMajorMin} 或更新的版本，这里是 ${process.versions.node}。`)
  if (isInstalled()) return
  say('正在安装依赖（首次约一两分钟）')
  await runNpm(say)
  fs.writeFileSync(stamp, lockHash())
}
