import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { contracts } from '@/shared/contracts'
import type { Contract } from '@/shared/kernel/capability'

const root = path.resolve(__dirname, '..')
const listed = (...patterns: string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && fs.existsSync(path.join(root, file)))
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

const everything = listed('.')
const sources = everything.filter((file) =>
  /^(src|cloudfunctions|emulator|config)\/.*\.(ts|tsx|mjs|cjs|js)$/.test(file),
)
const tests = everything.filter((file) => /^test\/.*\.(ts|tsx|cjs)$/.test(file))
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Files that were longer than the rest when this was written. A number may shrink, never grow; new files get none. */
const ratchet: Record<string, number> = {
  'src/shared/contracts/issues.ts': 400,
  'emulator/database/transactions.ts': 320,
}
const linesMax = 300

describe('sources', () => {
  test('stay short enough to be read at once', () => {
    const long = sources
      .map((file) => [file, read(file).split('\n').length] as const)
      .filter(([file, lines]) => lines > (ratchet[file] ?? linesMax))
    expect(long).toEqual([])
  })

  const bans: [words: RegExp, instead: string, where: RegExp][] = [
    [/\bas any\b/, 'a real type', /./],
    [/@ts-(ignore|nocheck|expect-error)/, 'a real type', /./],
    [/eslint-disable/, 'code the linter likes', /./],
    [/\b(TODO|FIXME|XXX)\b/, 'the thing itself, or nothing', /./],
    [/\bDate\.now\(|new Date\(\)/, 'the instant the caller brings', /^src\/shared\//],
    [/Math\.random/, 'chance the caller brings', /^(src\/shared|cloudfunctions\/(capabilities|runtime|jobs|sample))\//],
    [/\bconsole\./, 'the log', /^(src|cloudfunctions(?!\/runtime\/log))\//],
    [/敬请期待|开发中|coming soon/i, 'the thing itself, or nothing', /^src\//],
  ]
  test.each(bans)('never say %s, but %s', (words, _instead, where) => {
    const guilty = sources.filter((file) => where.test(file) && words.test(read(file)))
    expect(guilty).toEqual([])
  })

  test('forget what was half written once it was sent, and not where a closed form is never told', () => {
    const forms = sources.filter((file) => /\buse(HalfWritten|Answers)\(/.test(read(file)) && file.endsWith('.tsx'))
    expect(forms.length).toBeGreaterThan(10)
    const never = forms.filter((file) => !/\bform\.forget\b/.test(read(file)))
    const perhaps = forms.filter((file) => /onSuccess:[\s\S]{0,120}form\.forget\(/.test(read(file)))
    expect({ never, perhaps }).toEqual({ never: [], perhaps: [] })
  })

  test('are all imported by somebody, or are an entry', () => {
    const entries =
      /^(src\/(app|app\.config|without-eval)\.tsx?|src\/(pages|packages)\/.*\/index(\.config)?\.tsx?|cloudfunctions\/(api|jobs|web)\/index\.ts|emulator\/(index|command)\.ts|emulator\/functions\/function-host\.cjs|emulator\/doors\/console\/\w+\.js|config\/(index\.ts|[\w.-]+\.(mjs|cjs)|(start|backup|ledger|consent)\.ts|taro-aria\/.*))$/
    const imported = new Set<string>()
    for (const file of [...sources, ...tests]) {
      for (const [, , name] of read(file).matchAll(/(from|import|import\(|require\()\s*\(?['"]([^'"]+)['"]/g)) {
        const base = name!.startsWith('@/')
          ? path.join('src', name!.slice(2))
          : name!.startsWith('@cloud/')
            ? path.join('cloudfunctions', name!.slice(7))
            : name!.startsWith('.')
              ? path.join(path.dirname(file), name!)
              : null
        if (base)
          for (const ending of ['', '.ts', '.tsx', '.h5.ts', '.h5.tsx', '.weapp.ts', '.weapp.tsx', '/index.ts'])
            imported.add(base + ending)
      }
    }
    expect(sources.filter((file) => !entries.test(file) && !imported.has(file))).toEqual([])
  })
})

describe('capabilities', () => {
  const all = Object.entries(contracts).flatMap(([domain, capabilities]) =>
    Object.entries(capabilities as Record<string, Contract>).map(([verb, contract]) => ({ domain, verb, contract })),
  )

  test.each(all)('$domain.$verb has its handler and its test where everybody looks for them', ({ domain, verb }) => {
    expect(everything).toContain(`cloudfunctions/capabilities/${domain}/${kebab(verb)}.ts`)
    expect(everything).toContain(`test/capabilities/${domain}/${kebab(verb)}.test.ts`)
  })

  test('answer no refusal that no test has seen', () => {
    const words = tests.map(read).join('\n')
    const codes = new Set(all.flatMap(({ contract }) => Object.keys(contract.refusals)))
    expect([...codes].filter((code) => !words.includes(`'${code}'`))).toEqual([])
  })

  test('speak plain Chinese, codes and file types aside', () => {
    for (const { contract } of all)
      for (const sentence of [contract.summary, ...Object.values(contract.refusals)]) {
        expect(sentence).toMatch(/[\u4e00-\u9fff]/)
        expect(sentence.replace(/JPEG|PNG|WebP|MB/g, '')).not.toMatch(/[A-Za-z]{2,}/)
      }
  })
})

describe('the repository', () => {
  test('names no machine and no registry', () => {
    const home = ['/ro', 'ot/'].join('')
    const place = ['/wo', 'rk/main'].join('')
    const texts = everything.filter((file) => /\.(ts|tsx|mjs|cjs|js|json|md|scss|html|rc)$|^\.[\w-]+$/.test(file))
    const guilty = texts.filter((file) => {
      const text = read(file)
      return text.includes(place) || text.includes(home) || /https?:\/\/registry\./.test(text)
    })
    expect(guilty).toEqual([])
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })

  test('keeps its top level to what it is meant to be', () => {
    const top = new Set(everything.map((file) => file.split('/')[0]).filter((name) => !name!.startsWith('.')))
    expect([...top].sort()).toEqual(
      [
        'README.md',
        'README.zh-CN.md',
        'cloudbaserc.json',
        'cloudfunctions',
        'config',
        'docs',
        'emulator',
        'package-lock.json',
        'package.json',
        'project.config.json',
        'src',
        'test',
        'tsconfig.json',
      ].filter((name) => top.has(name)),
    )
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(150)
  })
})
