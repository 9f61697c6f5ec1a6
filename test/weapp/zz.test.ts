import path from 'node:path'
import { openMiniProgram } from '../support/simulate'
import { silence } from '../support/simulate-backend'
jest.setTimeout(60000)
test('probe', async () => {
  const mini = await openMiniProgram(path.resolve(__dirname, '../../dist/weapp'), { callFunction: silence })
  const wx = (globalThis as unknown as { wx: Record<string, (o: object) => unknown> }).wx
  const r = await new Promise((ok) => wx.chooseMedia!({ count: 3, success: (x: unknown) => ok(x), fail: (x: unknown) => ok(x) }))
  mini.device.album = [{ bytes: new Uint8Array(10), width: 10, height: 10 }]
  const r2 = await new Promise((ok) => wx.chooseMedia!({ count: 3, success: (x: unknown) => ok(x), fail: (x: unknown) => ok(x) }))
  process.stdout.write(JSON.stringify([r, r2]) + '\n')
  await mini.open('/pages/report/index')
  mini.device.album = [{ bytes: new Uint8Array(10), width: 10, height: 10 }]
  await mini.tap('从相册选')
  await mini.waitFor(() => mini.device.log.length > 2)
  process.stdout.write(JSON.stringify([mini.text(), mini.device.log, mini.faults, [...mini.device.files.keys()]]) + '\n')
})
