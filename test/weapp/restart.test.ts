import path from 'node:path'
import { jpeg } from '../support/images'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { createDevice } from '../support/simulate-device'
import { offline } from '../support/simulate-backend'

jest.setTimeout(60_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
let mini: MiniProgram
afterEach(() => mini.close())

test('a report that was begun is still there, photo included, after WeChat killed the app', async () => {
  const device = createDevice()
  mini = await openMiniProgram(dist, { callFunction: offline, device })
  await mini.open('/pages/report/index')
  device.album = [{ bytes: jpeg({ width: 1280, height: 960 }), width: 1280, height: 960 }]
  await mini.tap('从相册选')
  await mini.see('照片加好了')
  mini.close()

  mini = await openMiniProgram(dist, { callFunction: offline, device })
  await mini.open('/pages/report/index')
  await mini.see('照片加好了')
  expect([...device.files.keys()].filter((name) => name.startsWith('wxfile://usr/'))).toHaveLength(1)
  expect(mini.faults).toEqual([])
})
