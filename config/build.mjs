/**
 * Builds what the sources become: `weapp` and `h5` by Taro, `cloud` (one file per function) and `local` (the program
 * behind `npm start`) by esbuild. A target is skipped while the content of everything it reads is unchanged.
 * Nothing outside Node is imported until a build begins, so this file loads before anything is installed.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => path.join(root, ...parts)

const tools = ['config/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']
const taroInputs = ['src', 'config/index.ts', 'config/babel.cjs', 'config/taro-aria', ...tools]

/** `from`: files and folders a target reads. `to`: the folder it fills. `proof`: files without which it is not there. */
const targets = {
  weapp: { from: taroInputs, to: 'dist/weapp', proof: ['app.json', 'app.js'], run: taro },
  h5: { from: taroInputs, to: 'dist/h5', proof: ['index.html'], run: taro },
  // Against the local cloud, for DevTools on a desk; made only when it is asked for by name.
  'weapp-local': { from: taroInputs, to: 'dist/weapp-local', proof: ['app.json', 'app.js'], run: taro, extra: true },
  cloud: {
    from: ['cloudfunctions', 'src/shared', ...tools],
    to: 'dist/cloudfunctions',
    proof: ['api/index.js', 'jobs/index.js', 'web/index.js'],
    run: bundleFunctions,
  },
  local: {
    from: [
      'config/start.ts',
      'config/backup.ts',
      'config/ledger.ts',
      'config/consent.ts',
      'config/contract-document.ts',
      'config/contract-page.ts',
      'config/set-aside.ts',
      'emulator',
      'cloudfunctions',
      'src/shared',
      ...tools,
    ],
    to: 'dist/local',
    proof: ['start.cjs', 'backup.cjs', 'ledger.cjs', 'consent.cjs', 'cloud-emulator.cjs'],
    run: bundleLocal,
  },
}

/** What `build` makes unless told otherwise, in this order. */
export const targetNames = Object.keys(targets).filter((name) => !targets[name].extra)

/**
 * Builds the targets that are stale, all of them with `force`. A target appears whole or not at all: it is built aside
 * and moved into place. Throws one sentence when a build fails, after the tool's own words went to `log`.
 */
export async function build(names = targetNames, { force = false, log = (line) => console.error(line) } = {}) {
  for (const name of names) {
    if (!targets[name]) throw new Error(`There is no target "${name}"; choose from ${targetNames.join(', ')}.`)
  }
  for (const name of Object.keys(targets).filter((known) => names.includes(known))) {
    const target = targets[name]
    const hash = hashOf(target.from)
    if (!force && isFresh(name, hash)) {
      log(`${name}: up to date`)
      continue
    }
    log(`${name}: building`)
    sweep()
    const began = performance.now()
    const aside = at('dist/.work', `${name}-${process.pid}`)
    fs.rmSync(aside, { recursive: true, force: true })
    fs.mkdirSync(aside, { recursive: true })
    try {
      await target.run({ name, aside, say: (line) => log(`${name}: ${line}`) })
      const missing = target.proof.find((file) => !fs.existsSync(path.join(aside, file)))
      if (missing) throw new Error(`Building ${name} left no ${missing}.`)
      replace(at(target.to), aside)
    } finally {
      fs.rmSync(aside, { recursive: true, force: true })
    }
    fs.mkdirSync(at('dist/.stamps'), { recursive: true })
    fs.writeFileSync(stampOf(name), hash)
    log(`${name}: built in ${((performance.now() - began) / 1000).toFixed(1)} s, ${kilobytes(at(target.to))} KB`)
  }
}

const stampOf = (name) => at('dist/.stamps', name)

function isFresh(name, hash) {
  const { to, proof } = targets[name]
  if (!proof.every((file) => fs.existsSync(at(to, file)))) return false
  return fs.existsSync(stampOf(name)) && fs.readFileSync(stampOf(name), 'utf8') === hash
}

function hashOf(entries) {
  const hash = createHash('sha256')
  for (const file of entries.flatMap(filesUnder))
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(at(file)))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(entry) {
  const stat = fs.statSync(at(entry), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [entry]
  return fs
    .readdirSync(at(entry))
    .sort()
    .flatMap((name) => filesUnder(`${entry}/${name}`))
}

/** Removes what builds that were killed left lying; those of processes that are alive are theirs. */
function sweep() {
  for (const name of fs.existsSync(at('dist/.work')) ? fs.readdirSync(at('dist/.work')) : []) {
    const pid = Number(/-(\d+)(-old)?$/.exec(name)?.[1])
    if (pid && pid !== process.pid && !isAlive(pid)) fs.rmSync(at('dist/.work', name), { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function replace(place, fresh) {
  const old = `${fresh}-old`
  fs.mkdirSync(path.dirname(place), { recursive: true })
  if (fs.existsSync(place)) fs.renameSync(place, old)
  fs.renameSync(fresh, place)
  fs.rmSync(old, { recursive: true, force: true })
}

function kilobytes(folder) {
  const bytes = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).size, 0)
  return Math.round(bytes / 1024)
}

/**
 * The compiler ends with whoever started it, however that one ended: a killed parent can clean up nothing, but the channel
 * between the two closes. Unreferenced, so that it keeps no compiler alive that is done.
 */
const endWithParent = `data:text/javascript,${encodeURIComponent(
  `process.channel?.unref(); process.on('disconnect', () => process.exit(1))`,
)}`

async function taro({ name, aside, say }) {
  const output = []
  const isLocal = name === 'weapp-local'
  const platform = isLocal ? 'weapp' : name
  const command = ['--import', endWithParent, at('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', platform]
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TARO_ENV: platform,
      LOCAL_CLOUD: isLocal ? process.env.LOCAL_CLOUD : '',
      TARO_OUTPUT: path.relative(root, aside),
      BROWSERSLIST_IGNORE_OLD_DATA: '1',
      FORCE_COLOR: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  const lines = Buffer.concat(output)
    .toString()
    .split('\n')
    .filter((line) => line.trim())
  if (code !== 0 || lines.some((line) => /Errors:|Compiled with some errors/.test(line))) {
    lines.forEach(say)
    throw new Error(`Building ${name} failed; the compiler's words are above.`)
  }
  // Taro copies the DevTools project file, whose paths are right only at the root of the repository.
  fs.rmSync(path.join(aside, 'project.config.json'), { force: true })
  if (isLocal) {
    const project = JSON.parse(fs.readFileSync(at('project.config.json'), 'utf8'))
    Object.assign(project, { miniprogramRoot: './', cloudfunctionRoot: undefined })
    project.setting.urlCheck = false
    fs.writeFileSync(path.join(aside, 'project.config.json'), `${JSON.stringify(project, null, 2)}\n`)
  }
}

const node = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  tsconfig: at('tsconfig.json'),
}

/**
 * A function as a folder: index.js with the SDK and whatever a cold instance needs at once, and beside it what is asked for later, so that
 * an instance reads no more than its calls use, however many there are. esbuild splits only modules, which are then made CommonJS.
 */
async function bundleFunctions({ name, aside, say }) {
  for (const fn of ['api', 'jobs', 'web']) {
    const entry = `cloudfunctions/${fn}/index.ts`
    if (!fs.existsSync(at(entry))) throw new Error(`Building ${name} failed: ${entry} does not exist.`)
    const { outputFiles } = await bundle(name, say, {
      ...node,
      entryPoints: { index: entry },
      outdir: path.join(aside, fn),
      write: false,
      format: 'esm',
      splitting: true,
      chunkNames: '[name]-[hash]',
      target: 'node18',
      minifyWhitespace: true,
      minifySyntax: true,
    })
    fs.mkdirSync(path.join(aside, fn), { recursive: true })
    for (const { path: file, text } of outputFiles) fs.writeFileSync(file, await asCommonJs(text))
    const manifest = { name: fn, version: '1.0.0', private: true, main: 'index.js' }
    fs.writeFileSync(path.join(aside, fn, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  }
}

async function asCommonJs(text) {
  const { transform } = await import('esbuild')
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node18',
    charset: 'utf8',
    legalComments: 'none',
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
  })
  return code
}

async function bundleLocal({ name, aside, say }) {
  const programs = {
    start: 'config/start.ts',
    backup: 'config/backup.ts',
    ledger: 'config/ledger.ts',
    consent: 'config/consent.ts',
    'cloud-emulator': 'emulator/command.ts',
  }
  for (const [program, entry] of Object.entries(programs)) {
    if (!fs.existsSync(at(entry))) throw new Error(`Building ${name} failed: ${entry} does not exist.`)
    await bundle(name, say, {
      ...node,
      entryPoints: [entry],
      outfile: path.join(aside, `${program}.cjs`),
      target: 'node20',
      ...(program === 'cloud-emulator' ? { banner: { js: '#!/usr/bin/env node' } } : {}),
      external: ['libsql', 'fastify', '@fastify/static'],
    })
  }
  fs.copyFileSync(at('emulator/functions/function-host.cjs'), path.join(aside, 'function-host.cjs'))
  fs.cpSync(at('emulator/doors/console'), path.join(aside, 'console'), { recursive: true })
}

async function bundle(name, say, options) {
  const esbuild = await import('esbuild')
  try {
    return await esbuild.build(options)
  } catch (failure) {
    const errors = failure.errors ?? []
    const words = await esbuild.formatMessages(errors, { kind: 'error', color: false })
    words.flatMap((word) => word.trimEnd().split('\n')).forEach(say)
    throw new Error(
      `Building ${name} failed at ${options.entryPoints[0]}${errors.length ? '' : `: ${failure.message}`}.`,
    )
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2).filter((word) => word !== '--force')
  build(names.length ? names : targetNames, { force: process.argv.includes('--force') }).catch((failure) => {
    console.error(failure.message)
    process.exitCode = 1
  })
}
