import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setAside } from '../../config/set-aside'
import { run } from '../../config/start'
import { refusalOf } from './cloud'

jest.setTimeout(120_000)

const repository = resolve(__dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'cloud-start-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Process numbers and the parents they have, as the operating system tells it. */
const processes = (): { pid: number; parent: number; words: string }[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((found) => (found ? [{ pid: Number(found[1]), parent: Number(found[2]), words: found[3] ?? '' }] : []))

const compilerOf = (build: number): number | undefined =>
  processes().find(({ parent, words }) => parent === build && words.includes('@tarojs/cli'))?.pid
const isRunning = (pid: number): boolean => processes().some((one) => one.pid === pid && !/<defunct>/.test(one.words))

const until = async <T>(what: string, look: () => T | undefined | false, seconds = 30): Promise<T> => {
  for (let tries = 0; tries < seconds * 10; tries++) {
    const found = look()
    if (found) return found
    await new Promise((wait) => setTimeout(wait, 100))
  }
  throw new Error(`never: ${what}`)
}

/** What `npm start` does first, on a machine where nothing was built yet: a forced build, in a process like its own. */
const building = (...names: string[]): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { build } from './config/build.mjs'; await build(${JSON.stringify(names)}, { force: true })`,
    ],
    { cwd: repository, stdio: 'ignore', detached: true },
  )

test.each([
  ['the parent is told to end', (pid: number) => process.kill(pid, 'SIGTERM')],
  ['the parent is killed, with no chance to clean up', (pid: number) => process.kill(pid, 'SIGKILL')],
  ['the whole group is interrupted at a terminal', (pid: number) => process.kill(-pid, 'SIGINT')],
])('the compiler ends when %s, and what it left is swept up by the next build', async (_how, end) => {
  const build = building('weapp-local')
  const pid = build.pid as number
  const ended = new Promise((gone) => build.once('exit', gone))
  const compiler = await until('a compiler', () => compilerOf(pid))
  // Soon enough that no machine has built it by then, however warm its caches.
  await new Promise((begun) => setTimeout(begun, 800))
  end(pid)
  await ended
  await until('an end of the compiler', () => !isRunning(compiler), 2)
  const left = join(repository, 'dist/.work')
  mkdirSync(join(left, `weapp-local-${pid}`), { recursive: true })
  const next = building('local')
  await new Promise((gone) => next.once('exit', gone))
  expect(readdirSync(left).filter((name) => name.includes(String(pid)))).toEqual([])
})

test('on a taken port --fresh moves nothing and a new folder is not begun', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => holder.once('listening', listening))
  const { port } = holder.address() as AddressInfo
  const old = join(root, 'old')
  mkdirSync(old)
  const marker = JSON.stringify({ kind: 'cloudbase-local', version: 1 })
  writeFileSync(join(old, 'local-cloud.json'), marker)
  for (const [data, fresh] of [
    [join(root, 'new'), false],
    [old, true],
  ] as const)
    expect(await refusalOf(run({ port, data, fresh, latency: 0, sample: 'weeks', root: repository }))).toBe(
      'PORT_TAKEN',
    )
  holder.close()
  expect([
    existsSync(join(root, 'new')),
    readdirSync(root),
    readFileSync(join(old, 'local-cloud.json'), 'utf8'),
  ]).toEqual([false, ['old'], marker])
})

test('--fresh takes an empty folder as it is and leaves one with anything of somebody else alone', () => {
  const folder = mkdtempSync(join(root, 'made-'))
  const said: string[] = []
  setAside(folder, (line) => said.push(line))
  expect([readdirSync(folder), said]).toEqual([[], []])
  writeFileSync(join(folder, 'letter.txt'), 'mine')
  expect(() => setAside(folder, (line) => said.push(line))).toThrow('不是本程序的数据文件夹')
  expect(readdirSync(folder)).toEqual(['letter.txt'])
})
