import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '..')
const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'))

interface Locked {
  version: string
  integrity?: string
  resolved?: string
  link?: boolean
}
const declared: Record<string, string> = {
  ...read('package.json').dependencies,
  ...read('package.json').devDependencies,
}
const places = Object.entries(read('package-lock.json').packages as Record<string, Locked>).filter(([at]) => at !== '')
const nameOf = (at: string): string => at.replace(/^.*node_modules\//, '')
const locked = places.map(([at, entry]) => ({ ...entry, at, name: nameOf(at) }))

/** Versions that were published to do harm. */
const malicious: Record<string, readonly string[]> = {
  'event-stream': ['3.3.6'],
  'flatmap-stream': ['0.1.1'],
  'eslint-scope': ['3.7.2'],
  'ua-parser-js': ['0.7.29', '0.8.0', '1.0.0'],
  coa: ['2.0.3', '2.0.4', '2.1.1', '2.1.3', '3.0.1', '3.1.3'],
  rc: ['1.2.9', '1.3.9', '2.3.9'],
  'node-ipc': ['9.2.2', '10.1.1', '10.1.2', '10.1.3', '11.0.0', '11.1.0'],
  colors: ['1.4.1', '1.4.2', '1.4.44-liberty-2'],
  faker: ['6.6.6'],
  '@rspack/core': ['1.1.7'],
  '@rspack/cli': ['1.1.7'],
  'eslint-config-prettier': ['8.10.1', '9.1.1', '10.1.6', '10.1.7'],
  'eslint-plugin-prettier': ['4.2.2', '4.2.3'],
  synckit: ['0.11.9'],
  '@pkgr/core': ['0.2.8'],
  'napi-postinstall': ['0.3.1'],
  chalk: ['5.6.1'],
  debug: ['4.4.2'],
  'ansi-styles': ['6.2.2'],
  'ansi-regex': ['6.2.1'],
  'strip-ansi': ['7.1.1'],
  'wrap-ansi': ['9.0.1'],
  'slice-ansi': ['7.1.1'],
  'has-ansi': ['6.0.1'],
  'supports-color': ['10.2.1'],
  'supports-hyperlinks': ['4.1.1'],
  'chalk-template': ['1.1.1'],
  'color-convert': ['3.1.1'],
  'color-name': ['2.0.1'],
  'color-string': ['2.1.1'],
  color: ['5.0.1'],
  'is-arrayish': ['0.3.3'],
  'error-ex': ['1.3.3'],
  'simple-swizzle': ['0.2.3'],
  backslash: ['0.2.1'],
  '@ctrl/tinycolor': ['4.1.1', '4.1.2'],
}

/** Versions below which a hole is known, by major version; a major that is not named is too old altogether. */
const sound: Record<string, readonly string[]> = {
  fastify: ['5.3.2'],
  '@fastify/static': ['8.0.0', '9.0.0', '10.0.0'],
  'find-my-way': ['8.2.2', '9.0.1'],
  lodash: ['4.17.21'],
  minimist: ['0.2.4', '1.2.6'],
  qs: ['6.14.1'],
  ws: ['7.5.10', '8.17.1'],
  axios: ['0.30.2', '1.12.0'],
  'form-data': ['2.5.4', '3.0.4', '4.0.4'],
  json5: ['1.0.2', '2.2.2'],
  'follow-redirects': ['1.15.6'],
  jsonwebtoken: ['9.0.0'],
  jws: ['3.2.3', '4.0.1'],
  xml2js: ['0.5.0'],
  'path-to-regexp': ['0.1.12', '1.9.0', '3.3.0', '6.3.0', '8.0.0'],
  'body-parser': ['1.20.3', '2.2.1'],
  express: ['4.20.0', '5.0.0'],
  'cross-spawn': ['6.0.6', '7.0.5'],
  'tough-cookie': ['4.1.3', '5.0.0', '6.0.0'],
  braces: ['3.0.3'],
  'loader-utils': ['1.4.2', '2.0.4', '3.2.1'],
  tar: ['6.2.1', '7.4.3'],
}

/** Holes that cannot be reached here, each with the reason. */
const accepted: Record<string, string> = {
  'axios@0.27.2':
    'pinned by @cloudbase/node-sdk, which uses it for its metadata host and for data models, never for an address that a person gave',
}

const numbers = (version: string): number[] => version.split(/[.-]/).slice(0, 3).map(Number)
const isBelow = (version: string, bound: string): boolean => {
  const [a, b] = [numbers(version), numbers(bound)]
  const at = a.findIndex((part, i) => part !== b[i])
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0)
}
/** Whether a version has a known hole, by the bound of its own major version. */
const hasHole = (name: string, version: string): boolean => {
  const bounds = sound[name]
  if (!bounds) return false
  const major = numbers(version)[0] ?? 0
  const own = bounds.find((bound) => numbers(bound)[0] === major)
  return own ? isBelow(version, own) : bounds.every((bound) => (numbers(bound)[0] ?? 0) > major)
}

describe('dependencies', () => {
  test('are declared with one exact version each', () => {
    expect(Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  test('are locked, every one, to what its bytes hash to', () => {
    expect(locked.length).toBeGreaterThan(1000)
    expect(
      locked.filter(({ link, integrity }) => !link && !integrity?.startsWith('sha512-')).map(({ at }) => at),
    ).toEqual([])
    expect(Object.keys(declared).filter((name) => !locked.some((one) => one.at === `node_modules/${name}`))).toEqual([])
  })

  test('run nothing while they are installed', () => {
    expect(fs.readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  })

  test('hold no version that was published to do harm', () => {
    expect(locked.filter(({ name, version }) => malicious[name]?.includes(version)).map(({ at }) => at)).toEqual([])
  })

  test('hold no version with a known hole, but for those that cannot be reached', () => {
    const holes = locked
      .filter(({ name, version }) => hasHole(name, version))
      .map(({ name, version }) => `${name}@${version}`)
    expect([...new Set(holes)].sort()).toEqual(Object.keys(accepted).sort())
  })

  test.each([
    ['ws', '8.17.0', true],
    ['ws', '8.17.1', false],
    ['ws', '6.0.0', true],
    ['ws', '9.0.0', false],
    ['path-to-regexp', '0.1.10', true],
    ['left-pad', '1.0.0', false],
  ])('%s %s has a hole: %s', (name, version, hole) => expect(hasHole(name, version)).toBe(hole))
})
