import path from 'node:path'
import { startProduct, type Product } from '../support/product'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { callsTo, offline } from '../support/simulate-backend'
import { createDevice } from '../support/simulate-device'

jest.setTimeout(120_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
const worker = 'worker-grid-6'
const queue = '/packages/gridwork/queue/index'
let product: Product
let mini: MiniProgram
let id = ''

const ask = async <T>(persona: string, capability: string, input: object): Promise<T> => {
  const data = { capability, input, requestId: 'queue-offline-report' }
  return ((await callsTo(product.url, persona)({ name: 'api', data })) as { data: T }).data
}
const stateNow = async () => (await ask<{ state: string }>(worker, 'issues.getIssue', { id })).state

beforeAll(async () => {
  product = await startProduct()
  id = (
    await ask<{ id: string }>('resident-grid-6', 'issues.reportIssue', {
      classCode: 'odourPests',
      text: '楼道里有一股怪味',
      place: { buildingId: 'building-12-1' },
    })
  ).id
})
afterAll(async () => {
  mini?.close()
  await product?.stop()
})

test('a worker opens the app in a stairwell without signal, starts what is theirs, and it arrives by itself later', async () => {
  const device = createDevice()
  mini = await openMiniProgram(dist, { callFunction: callsTo(product.url, worker), device })
  await mini.open(queue)
  await mini.see('楼道里有一股怪味', 15_000)
  mini.close()

  mini = await openMiniProgram(dist, { callFunction: offline, device })
  await mini.open(queue)
  await mini.see('楼道里有一股怪味')
  await mini.see('网络不通', 15_000)
  await mini.tap('选择办理')
  await mini.fire(await mini.waitFor(() => mini.elements().find((one) => one.className.includes('queue-pick'))), 'tap')
  // The bar counts only once the pick has been drawn.
  await mini.see('已选 1 件')
  await mini.tap('办理选中的')
  await mini.fire(
    await mini.waitFor(() =>
      mini
        .elements()
        .filter((one) => (one.textContent ?? '').trim().startsWith('开始处理') && one.closest('[class*="ui-sheet"]'))
        .at(-1),
    ),
    'tap',
  )
  await mini.see('存在手机里，还没提交')
  expect(await stateNow()).toBe('dispatched')
  expect(mini.faults).toEqual([])
  mini.close()

  mini = await openMiniProgram(dist, { callFunction: callsTo(product.url, worker), device })
  await mini.open('/pages/home/index')
  for (let waited = 0; waited < 50 && (await stateNow()) !== 'handling'; waited++)
    await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await stateNow()).toBe('handling')
  await mini.open(queue)
  await mini.see('处理中', 15_000)
  expect(mini.text()).not.toContain('存在手机里')
  expect(mini.faults).toEqual([])
})
