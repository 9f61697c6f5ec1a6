import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const root = process.cwd()

const weigh = (folder: string, skip: (file: string) => boolean = () => false): number =>
  fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name)
    if (skip(file)) return sum
    return sum + (entry.isDirectory() ? weigh(file, skip) : fs.statSync(file).size)
  }, 0)

const row = (what: string, bytes: number, bound: number): string =>
  `${what.padEnd(34)}${String(Math.round(bytes / 1024)).padStart(6)} KB   bound ${String(bound).padStart(5)} KB   ${bytes / 1024 <= bound ? 'within' : 'OVER'}`

/** What a phone downloads: the packages WeChat counts, and what a browser fetches before the first page. Build first. */
export const run = async (): Promise<void> => {
  const weapp = path.join(root, 'dist/weapp')
  const packages = path.join(weapp, 'packages')
  const rows = [
    row(
      'mini-program, main package',
      weigh(weapp, (file) => file === packages),
      1024,
    ),
  ]
  for (const name of fs.readdirSync(packages))
    rows.push(row(`mini-program, ${name}`, weigh(path.join(packages, name)), 500))
  rows.push(row('mini-program, all', weigh(weapp), 3072))
  const h5 = path.join(root, 'dist/h5')
  const first = [
    ...fs.readFileSync(path.join(h5, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g),
  ]
  const zipped = first.reduce((sum, [, file]) => sum + gzipSync(fs.readFileSync(path.join(h5, file!))).length, 0)
  rows.push(row('H5, before the first page, gzip', zipped, 200))
  for (const name of ['api', 'jobs', 'web'])
    rows.push(row(`function ${name}`, fs.statSync(path.join(root, 'dist/cloudfunctions', name, 'index.js')).size, 2048))
  console.log(rows.join('\n'))
}
