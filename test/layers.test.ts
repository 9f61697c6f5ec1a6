import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

jest.setTimeout(120_000)

const root = path.resolve(__dirname, '..')

/** Imports that must not be, each under the rule it breaks; planted in a copy of the sources. */
const planted: [rule: string, file: string, text: string][] = [
  ['kernel-alone', 'src/shared/kernel/planted.ts', "import '../contracts/notices'"],
  ['contracts-know-no-rules', 'src/shared/contracts/planted.ts', "import '../domain/issues/moves'"],
  ['shared-is-pure', 'src/shared/domain/issues/planted.ts', "import 'node:fs'"],
  ['src-without-functions', 'src/client/planted.ts', "import '../../cloudfunctions/store/collections'"],
  ['functions-only-shared', 'cloudfunctions/runtime/planted-a.ts', "import '../../src/client/request-id'"],
  ['capabilities-see-ports', 'cloudfunctions/capabilities/issues/planted.ts', "import '../../adapters/cloud'"],
  ['capability-domains-are-apart', 'cloudfunctions/capabilities/notices/planted.ts', "import '../issues/get-issue'"],
  ['runtime-below-capabilities', 'cloudfunctions/runtime/planted-b.ts', "import '../capabilities'"],
  ['store-below-runtime', 'cloudfunctions/store/planted.ts', "import '../runtime/hash'"],
  ['sample-is-data', 'cloudfunctions/sample/planted.ts', "import '../store/collections'"],
  ['packages-are-islands', 'src/packages/gridwork/planted.ts', "import '../resident/issue/actions'"],
  ['nobody-imports-pages', 'src/features/planted-a.ts', "import '../pages/home/index'"],
  ['pages-stay-apart', 'src/pages/mine/planted.ts', "import '../home/home'"],
  ['pages-stay-apart', 'src/pages/inbox/planted.ts', "import '../../packages/resident/issue/actions'"],
  ['packages-without-main-pages', 'src/packages/resident/planted.ts', "import '../../pages/home/home'"],
  ['entries-on-top', 'cloudfunctions/store/planted-b.ts', "import '../api'"],
  ['entries-on-top', 'cloudfunctions/web/planted.ts', "import '../jobs/job'"],
  ['ui-knows-no-domain', 'src/ui/planted.ts', "import '../client/call'"],
  ['client-below-features', 'src/client/planted-b.ts', "import '../ui/toast'"],
  ['features-below-pages', 'src/features/planted-b.ts', "import '../packages/resident/issue/actions'"],
  ['emulator-knows-no-product', 'emulator/planted.ts', "import '../src/shared/kernel/time'"],
  ['adapters-know-ports', 'cloudfunctions/adapters/planted.ts', "import '../capabilities'"],
  ['no-cycles', 'src/ui/planted-a.ts', "import './planted-b'"],
  ['', 'src/ui/planted-b.ts', "import './planted-a'"],
  ['no-unresolved', 'src/client/planted-c.ts', "import './nowhere'"],
]

const cruise = (folder: string): Promise<string> =>
  new Promise((resolve) =>
    execFile(
      path.join(root, 'node_modules/.bin/depcruise'),
      ['--config', 'config/layers.cjs', '--output-type', 'err', 'src', 'cloudfunctions', 'emulator'],
      { cwd: folder, maxBuffer: 1 << 24 },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    ),
  )

test('every layer rule catches an import that breaks it', async () => {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'grid-layers-')))
  try {
    for (const name of ['src', 'cloudfunctions', 'emulator', 'config', 'tsconfig.json', 'package.json'])
      fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    expect(await cruise(folder)).toContain('no dependency violations')
    for (const [, file, text] of planted) fs.writeFileSync(path.join(folder, file), `${text}\n`)
    const words = await cruise(folder)
    const missed = planted.filter(
      ([rule, file]) => rule !== '' && !new RegExp(`error ${rule}: ${file.replace(/[.]/g, '\\.')}`).test(words),
    )
    expect(missed.map(([rule]) => rule)).toEqual([])
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
})
