import path from 'node:path'
import { startWithNeighbourReport } from '../support/neighbour-report'
import type { Product } from '../support/product'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { callsTo } from '../support/simulate-backend'

jest.setTimeout(180_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
const resident = 'resident-grid-6'
let product: Product
let mini: MiniProgram

beforeAll(async () => {
  product = (await startWithNeighbourReport(resident, '楼下垃圾桶好几天没清，袋子堆了一地')).product
  mini = await openMiniProgram(dist, { callFunction: callsTo(product.url, resident) })
})
afterAll(async () => {
  mini?.close()
  await product?.stop()
})

/** Takes the last control whose words begin like this; labels carry notes after the name. */
const tapLike = async (start: string): Promise<void> =>
  mini.fire(
    await mini.waitFor(() =>
      mini
        .elements()
        .filter((one) => (one.textContent ?? '').trim().startsWith(start))
        .at(-1),
    ),
    'tap',
  )

test('in the compiled mini-program a like report is offered before sending, and joining it ends the report', async () => {
  await mini.open('/pages/report/index')
  await mini.see('先拍一张照片')
  await tapLike('没有照片')
  await mini.see('我家这栋楼')
  await tapLike('我家这栋楼')
  await tapLike('下一步')
  await mini.see('说说是什么事')
  await mini.type('比如：2 单元门口的灯不亮，晚上看不见台阶', '门前的垃圾桶满得冒尖，没人来收')
  await tapLike('暴露垃圾')
  await mini.see('第六网格 · 网格员')
  await mini.tap('提交上报')
  await mini.see('附近已有类似的事', 15_000)
  await mini.see('同一栋楼')
  await mini.tap('我也遇到')
  await mini.see('已记上：您也遇到了', 15_000)
  await mini.see('点错了，撤销并单独上报')
  await mini.tap('查看进度')
  await mini.at('packages/resident/issue/index')
  await mini.see('我也遇到：1 户')
  expect(mini.faults).toEqual([])
})
