import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(__dirname, '..')

/** Everything an instance of a function evaluates before its first call: what is imported, and what that imports, without asking for it later. */
const loadedAtOnce = async (entry: string): Promise<Map<string, number>> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    alias: { '@': path.join(root, 'src') },
  })
  const loaded = new Map<string, number>()
  const next = [entry]
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    const input = metafile.inputs[file]
    if (!input || loaded.has(file)) continue
    loaded.set(file, input.bytes)
    next.push(
      ...input.imports.filter(({ kind, external }) => kind !== 'dynamic-import' && !external).map((one) => one.path),
    )
  }
  return loaded
}

test('a cold instance of api waits for the SDK and a little of its own, for no schema, no rule of a domain and no spreadsheet', async () => {
  const loaded = await loadedAtOnce('cloudfunctions/api/index.ts')
  const files = [...loaded.keys()]
  expect(files.some((file) => file.includes('@cloudbase/node-sdk'))).toBe(true)
  expect(files.filter((file) => /node_modules\/(zod|read-excel-file|fflate)\//.test(file))).toEqual([])
  expect(files.filter((file) => /^cloudfunctions\/capabilities\/\w/.test(file))).toEqual([
    'cloudfunctions/capabilities/index.ts',
  ])
  const own = [...loaded].filter(([file]) => !file.includes('node_modules')).reduce((sum, [, bytes]) => sum + bytes, 0)
  // A collection and its indexes are some 300 bytes of it; there are as many as the community has kinds of books.
  expect(own).toBeLessThan(111_000)
})
