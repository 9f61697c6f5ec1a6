import path from 'node:path'
import { startProduct, type Product } from '../support/product'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { callsTo } from '../support/simulate-backend'

jest.setTimeout(180_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
let product: Product
let mini: MiniProgram | undefined
beforeAll(async () => {
  product = await startProduct()
})
afterAll(async () => {
  await product?.stop()
})
afterEach(() => {
  expect(mini?.faults).toEqual([])
  mini?.close()
})

interface Asked {
  tmplIds: string[]
  success(answer: Record<string, string>): void
  fail(error: object): void
}

/** A phone of the worker whose owner answers WeChat's window in one way; what was asked is kept. */
const phone = async (answer: (asked: Asked) => void): Promise<string[][]> => {
  const asked: string[][] = []
  mini = await openMiniProgram(dist, {
    callFunction: callsTo(product.url, 'worker-grid-7'),
    wx: {
      requestSubscribeMessage: (options: Asked) => {
        asked.push(options.tmplIds)
        answer(options)
      },
    },
  })
  await mini.open('/packages/gridwork/queue/index')
  return asked
}

test('refusing, or closing the window, counts nothing and says that the inbox has it all', async () => {
  for (const answer of [
    ({ success }: Asked) => success({ 'local-staff-task': 'reject' }),
    ({ fail }: Asked) => fail({ errMsg: 'requestSubscribeMessage:fail cancel', errCode: 20004 }),
  ]) {
    mini?.close()
    await phone(answer)
    await mini!.tap('有新待办时微信提醒我')
    await mini!.waitFor(() => mini!.device.toasts.some((words) => words.includes('没有订阅')) || undefined)
  }
})

test('one tap asks for one template and counts one message; the next tap asks again', async () => {
  const asked = await phone(({ success }) => success({ 'local-staff-task': 'accept' }))
  await mini!.tap('有新待办时微信提醒我')
  await mini!.see('再次订阅（还有 1 次）')
  await mini!.tap('再次订阅（还有 1 次）')
  await mini!.see('再次订阅（还有 2 次）')
  expect(asked).toEqual([['local-staff-task'], ['local-staff-task']])
})
