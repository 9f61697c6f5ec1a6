// `npm test`: installs what is missing, builds what is stale, runs every check, and ends with one line "N passed, N failed".
// `--static` runs the checks that execute nothing; `--only NAME` one stage.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const bin = (name) => path.join(root, 'node_modules/.bin', name)
const say = (line) => console.log(line)

/** A stage that hangs is stopped, so that the last line always comes. */
const minutesMax = 25

/** Runs a program to its end, its words on ours; answers whether it was content. What it started ends with it. */
const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
    const stop = () => {
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // already gone
      }
    }
    const interrupted = () => {
      stop()
      process.exit(130)
    }
    const timer = setTimeout(() => {
      say(`${path.basename(command)} took longer than ${minutesMax} minutes and was stopped.`)
      stop()
    }, minutesMax * 60_000)
    const end = (content) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
      resolve(content)
    }
    process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })

const tally = { passed: 0, failed: 0 }
const counted = async (work) => {
  if (await work()) tally.passed++
  else tally.failed++
}

/** Runs a project of jest, whole or some of its files; answers what it reports, or nothing if it did not come so far. */
const jestReport = async (project, files = []) => {
  const report = path.join(root, 'node_modules/.cache/jest', `${project}.json`)
  fs.mkdirSync(path.dirname(report), { recursive: true })
  fs.rmSync(report, { force: true })
  const isContent = await run(bin('jest'), [
    ...['-c', 'config/jest.config.cjs', '--ci', '--selectProjects', project],
    ...['--json', '--outputFile', report],
    ...(files.length > 0 ? ['--runTestsByPath', ...files] : []),
  ])
  try {
    return { isContent, ...JSON.parse(fs.readFileSync(report, 'utf8')) }
  } catch {
    return null
  }
}

const isPassed = (suite) => suite.status === 'passed'
const passedTests = (suites) =>
  suites.flatMap((suite) => suite.assertionResults).filter((one) => one.status === 'passed').length

/**
 * Runs a project and adds its tests to the tally; a suite that does not even load is a failure. Journeys wait for a
 * browser or a phone by the wall clock, and a machine that stood still for a moment is not a fault of the product: their failed
 * files have one more run, which is said aloud, and fail if they fail again.
 */
const jest = async (project, { again = false } = {}) => {
  const told = await jestReport(project)
  if (!told) return void tally.failed++
  const failedFiles = told.testResults.filter((suite) => !isPassed(suite)).map((suite) => suite.name)
  if (again && failedFiles.length > 0 && failedFiles.length <= 3) {
    say(`── ${project}: a second run of ${failedFiles.map((file) => path.relative(root, file)).join(', ')}`)
    const second = await jestReport(project, failedFiles)
    if (second?.isContent) {
      tally.passed += passedTests(told.testResults.filter(isPassed)) + second.numPassedTests
      return say(
        `── ${project}: ${failedFiles.length} of ${told.testResults.length} files passed at the second run only`,
      )
    }
  }
  const failed = told.numFailedTests + told.numRuntimeErrorTestSuites
  tally.passed += told.numPassedTests
  tally.failed += failed
  if (told.numTotalTests === 0 || (failed === 0 && !told.isContent)) tally.failed++
}

const build = async (targets) => {
  try {
    await (await import('./build.mjs')).build(targets, { log: say })
    return true
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return false
  }
}

const code = ['src', 'cloudfunctions', 'emulator', 'config', 'test']
const stages = {
  format: { static: true, run: () => counted(() => run(bin('prettier'), ['--check', '--log-level', 'warn', ...code])) },
  types: { static: true, run: () => counted(() => run(bin('tsc'), ['--noEmit', '-p', 'tsconfig.json'])) },
  lint: { static: true, run: () => counted(() => run(bin('eslint'), ['-c', 'config/eslint.config.mjs', ...code])) },
  layers: {
    static: true,
    run: () =>
      counted(() =>
        run(bin('depcruise'), ['--config', 'config/layers.cjs', 'src', 'cloudfunctions', 'emulator', 'config']),
      ),
  },
  build: { run: () => counted(() => build(['cloud', 'local', 'weapp', 'h5'])) },
  pure: { run: () => jest('pure') },
  functions: { run: () => jest('functions') },
  emulator: { run: () => jest('emulator') },
  weapp: { run: () => jest('weapp', { again: true }) },
  h5: { run: () => jest('h5', { again: true }) },
}

const flags = process.argv.slice(2)
const only = flags.includes('--only') ? (flags[flags.indexOf('--only') + 1] ?? '') : null
const unknown = flags.find((flag, at) => !['--only', '--static'].includes(flag) && flags[at - 1] !== '--only')
if (unknown !== undefined || (only !== null && !Object.hasOwn(stages, only))) {
  console.error(`There is no stage or flag "${unknown ?? only}"; choose from ${Object.keys(stages).join(', ')}.`)
  process.exit(2)
}
try {
  await ensureInstalled(say)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
for (const [name, stage] of Object.entries(stages)) {
  if (only !== null ? name !== only : flags.includes('--static') && !stage.static) continue
  const began = Date.now()
  say(`── ${name}`)
  await stage.run()
  say(`── ${name}: ${Math.round((Date.now() - began) / 1000)} s`)
}
say(`${tally.passed} passed, ${tally.failed} failed`)
process.exit(tally.failed === 0 ? 0 : 1)
