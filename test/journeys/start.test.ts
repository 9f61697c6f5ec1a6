import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { callAs, startProduct, type Product } from '../support/product'

jest.setTimeout(300_000)

const root = path.resolve(__dirname, '../..')
const fresh = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'grid-start-'))

/** Types the command and waits for its end. */
const outcome = (flags: readonly string[], program = 'start'): Promise<{ code: number | null; words: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`config/${program}.mjs`, ...flags], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.on('close', (code) => resolve({ code, words }))
  })
const lastLine = (words: string): string => words.trim().split('\n').at(-1) ?? ''

const running: Product[] = []
const start = async (flags: readonly string[] = [], folder?: string): Promise<Product> => {
  const product = await startProduct(flags, folder)
  running.push(product)
  return product
}
afterEach(async () => {
  for (const product of running.splice(0)) await product.stop('SIGKILL')
})

const report = (url: string, text: string) =>
  callAs(url, 'resident-grid-6', 'issues.reportIssue', {
    classCode: 'litter',
    text,
    place: { words: '门口' },
  }) as Promise<{
    ok: boolean
    data: { id: string }
  }>
const mine = async (url: string): Promise<string[]> => {
  const answer = (await callAs(url, 'resident-grid-6', 'issues.listMyIssues', {})) as {
    data: { issues: { text: string }[] }
  }
  return answer.data.issues.map(({ text }) => text)
}

describe('npm start', () => {
  test.each([
    [['--nonsense'], '没有'],
    [['--port', 'abc'], '--port'],
    [['--port', '70000'], '--port'],
    [['--port'], '--port'],
    [['--fresh=yes'], '没有'],
    [['--latency', 'slow'], '--latency'],
    [['--sample', 'decade'], '--sample'],
  ])('refuses %j with code 2 and one clear sentence', async (flags, words) => {
    const { code, words: said } = await outcome(flags)
    expect(code).toBe(2)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(said).toContain(words)
  })

  test('says that the port is taken with code 3', async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as net.AddressInfo
    const { code, words } = await outcome(['--port', String(port), '--data', fresh()])
    server.close()
    expect(code).toBe(3)
    expect(lastLine(words)).toContain(String(port))
  })

  test('says that a folder cannot be used with code 4, and leaves what is in it alone', async () => {
    const folder = fresh()
    fs.writeFileSync(path.join(folder, 'thesis.doc'), 'years of work')
    expect((await outcome(['--port', '0', '--data', folder])).code).toBe(4)
    expect((await outcome(['--port', '0', '--data', folder, '--fresh'])).code).toBe(4)
    expect(fs.readdirSync(folder)).toEqual(['thesis.doc'])
    expect((await outcome(['--port', '0', '--data', path.join(folder, 'thesis.doc', 'inside')])).code).toBe(4)
  })

  test('says that the data is damaged with code 5, and does not touch it', async () => {
    const product = await start()
    await product.stop()
    const database = path.join(product.dataFolder, 'documents.db')
    fs.rmSync(`${database}-wal`, { force: true })
    fs.writeFileSync(database, 'this is no database')
    const { code, words } = await outcome(['--port', '0', '--data', product.dataFolder])
    expect(code).toBe(5)
    expect(lastLine(words)).toMatch(/[\u4e00-\u9fff]/)
    expect(fs.readFileSync(database, 'utf8')).toBe('this is no database')
  })

  test('says that a folder is in use with code 6, --fresh included', async () => {
    const { dataFolder, url } = await start()
    expect((await outcome(['--port', '0', '--data', dataFolder])).code).toBe(6)
    expect((await outcome(['--port', '0', '--data', dataFolder, '--fresh'])).code).toBe(6)
    expect((await report(url, '还在运行')).ok).toBe(true)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s', async (signal) => {
    const product = await start()
    expect(await product.stop(signal)).toBe(0)
  })

  test('keeps every acknowledged report over kill -9, and is ready again in five seconds', async () => {
    const product = await start()
    for (let at = 0; at < 20; at++) expect((await report(product.url, `第 ${at} 件`)).ok).toBe(true)
    await product.stop('SIGKILL')
    const began = performance.now()
    const again = await start([], product.dataFolder)
    const seconds = (performance.now() - began) / 1000
    expect(await mine(again.url)).toHaveLength(20)
    process.stdout.write(`second start: ${seconds.toFixed(1)} s\n`)
    expect(seconds).toBeLessThan(5)
  })

  test('--fresh begins anew and keeps the old data beside', async () => {
    const product = await start()
    await report(product.url, '旧的')
    await product.stop()
    const again = await start(['--fresh'], product.dataFolder)
    expect(await mine(again.url)).toEqual([])
    const aside = fs
      .readdirSync(path.dirname(product.dataFolder))
      .filter((name) => name.startsWith(`${path.basename(product.dataFolder)}.old-`))
    expect(aside).toHaveLength(1)
    await again.stop()
    const old = await start([], path.join(path.dirname(product.dataFolder), aside[0]!))
    expect(await mine(old.url)).toEqual(['旧的'])
  })

  test('names its people only after a call has been answered', async () => {
    const product = await start()
    const lines = product.words().split('\n')
    const ready = lines.findIndex((line) => line.startsWith('Ready '))
    expect(lines.slice(ready + 1).join('\n')).toContain('worker-grid-6')
    expect(lines.slice(0, ready).join('\n')).toContain('"outcome":"ok"')
  })
})

describe('npm run backup and restore', () => {
  const sums = (words: string): string[] => words.split('\n').filter((line) => /^\S+ \d+ [0-9a-f]{64}$/.test(line))

  test('give equal checksums of every collection, while running and after a restore that overwrites nothing', async () => {
    const product = await start()
    await report(product.url, '备份前')
    const file = path.join(fresh(), 'backup')
    const backup = await outcome(['backup', file, '--data', product.dataFolder], 'backup')
    expect([backup.code, sums(backup.words).length > 10]).toEqual([0, true])
    await report(product.url, '备份后')
    expect((await outcome(['restore', file, '--data', product.dataFolder], 'backup')).code).toBe(6)
    await product.stop()
    const restored = await outcome(['restore', file, '--data', product.dataFolder], 'backup')
    expect([restored.code, sums(restored.words)]).toEqual([0, sums(backup.words)])
    expect(restored.words).toContain('.old-')
    expect(await mine((await start([], product.dataFolder)).url)).toEqual(['备份前'])
  })

  test.each([
    [['backup'], 2, '用法'],
    [['restore', '--nonsense'], 2, '没有'],
    [['restore', 'package.json', '--data', '.data-none'], 7, '不是本地云的备份文件'],
    [['backup', 'package.json', '--data', 'src'], 4, '没有可备份的内容'],
  ])('refuse %j with code %i and one sentence', async (words, code, sentence) => {
    const refused = await outcome(words, 'backup')
    expect(refused.code).toBe(code)
    expect(lastLine(refused.words)).toContain(sentence)
  })
})
