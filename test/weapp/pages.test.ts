import path from 'node:path'
import { openMiniProgram, type MiniProgram } from '../support/simulate'

const dist = path.resolve(__dirname, '../../dist/weapp')

describe('the compiled mini-program', () => {
  let mini: MiniProgram
  beforeAll(async () => {
    mini = await openMiniProgram(dist, {
      callFunction: async () => ({ ok: false, error: { code: 'OFFLINE', message: '网络连接不上', requestId: '' } }),
    })
  })
  afterAll(() => mini.close())

  test('opens every page of app.json and shows words, even without a network', async () => {
    for (const route of mini.routes) {
      await mini.open(`/${route}`)
      await mini.waitFor(() => /[\u4e00-\u9fff]{2}/.test(mini.text()))
    }
  })
  test('refuses a page that app.json does not name', async () => {
    await expect(mini.open('/pages/nowhere/index')).rejects.toThrow('page is not in app.json')
  })
})
