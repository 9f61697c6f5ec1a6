import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(__dirname, '../../dist/weapp')
const files = fs
  .readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))

test('what goes to WeChat knows nothing of the local cloud', () => {
  expect(files.length).toBeGreaterThan(20)
  const words = ['127.0.0.1', 'localhost', '/dev/session', '/dev/personas', 'LOCAL_CLOUD']
  const guilty = files.filter((file) => {
    const text = fs.readFileSync(file, 'utf8')
    return words.some((word) => text.includes(word))
  })
  expect(guilty.map((file) => path.relative(folder, file))).toEqual([])
})
