// `npm run dev:weapp [-- --port 8787 --as <person>]`: builds the mini-program against the local cloud into dist/weapp-local,
// which WeChat DevTools opens as it is, without an account. What goes to WeChat is another folder, and has none of this.
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

const fail = (sentence, code = 1) => {
  console.error(sentence)
  process.exit(code)
}
const usage = '用法：npm run dev:weapp -- [--port 8787] [--as 人物标识]'
const read = () => {
  try {
    return parseArgs({ options: { port: { type: 'string' }, as: { type: 'string' } } }).values
  } catch {
    return fail(`没有这样的选项。${usage}`, 2)
  }
}
const { port = '8787', as = '' } = read()
if (!/^\d{1,5}$/.test(port) || Number(port) > 65535 || Number(port) === 0)
  fail(`--port 必须是 1 到 65535 的整数。${usage}`, 2)
if (!/^[\w-]*$/.test(as)) fail(`--as 必须是人物标识，如 resident-grid-6。${usage}`, 2)

try {
  await ensureInstalled((line) => console.error(line))
  const { build } = await import('./build.mjs')
  process.env.LOCAL_CLOUD = JSON.stringify({ url: `http://127.0.0.1:${port}`, persona: as })
  await build(['weapp-local'], { force: true })
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
console.log(`用微信开发者工具打开 dist/weapp-local（先运行 npm start -- --port ${port}）`)
