import path from 'node:path'
import { jpeg } from '../support/images'
import { startProduct, type Product } from '../support/product'
import { openMiniProgram, type Crossing, type MiniProgram } from '../support/simulate'
import { callsTo } from '../support/simulate-backend'

jest.setTimeout(180_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
const words = `路灯下面堆着垃圾（${Date.now() % 100_000}）`

let product: Product
let mini: MiniProgram
const crossings: Crossing[] = []
const faults: string[] = []

/** Takes up the phone of a person; the one in hand before is closed. */
const take = async (persona: string): Promise<void> => {
  putDown()
  mini = await openMiniProgram(dist, { callFunction: callsTo(product.url, persona) })
}
const putDown = (): void => {
  if (!mini) return
  crossings.push(...mini.crossings)
  faults.push(...mini.faults)
  mini.close()
}

beforeAll(async () => {
  product = await startProduct()
})
afterAll(async () => {
  await product?.stop()
})

/** Another picture each time: one shown twice proves nothing. */
const shot = () => ({ bytes: jpeg({ width: 1280, height: 960 }), width: 1280, height: 960 })
/** Takes the first control whose words begin like this; labels carry notes after the name. */
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

/** The control of a sheet that lies over a page with the same words. */
const tapInSheet = async (words: string): Promise<void> =>
  mini.fire(
    await mini.waitFor(() =>
      mini
        .elements()
        .filter((one) => (one.textContent ?? '').trim() === words && one.closest('[class*="ui-sheet"]') !== null)
        .at(-1),
    ),
    'tap',
  )

test('a resident reports with a photo, the named worker deals with it, the resident confirms and rates, in the compiled mini-program', async () => {
  await take('resident-grid-6')
  await mini.open('/pages/report/index')
  await mini.see('先拍一张照片')
  mini.device.album = [shot()]
  await tapLike('从相册选')
  await mini.see('照片加好了')
  await tapLike('下一步')
  await mini.see('我家这栋楼')
  await tapLike('我家这栋楼')
  await tapLike('下一步')
  await mini.see('说说是什么事')
  await mini.type('比如：2 单元门口的灯不亮，晚上看不见台阶', words)
  await tapLike('暴露垃圾')
  await mini.see('第六网格 · 网格员')
  await mini.tap('提交上报')
  await mini.see('查看进度', 15_000)
  await mini.tap('查看进度')
  await mini.at('packages/resident/issue/index')
  await mini.see(words)
  const url = `/packages/resident/issue/index?id=${/id=([\w-]+)/.exec(JSON.stringify(mini.device.log))?.[1] ?? (mini.top().instance as unknown as { options: { id: string } }).options.id}`

  await take('worker-grid-6')
  await mini.open('/packages/gridwork/queue/index')
  await mini.see(words)
  await mini.open(url)
  await mini.tap('开始处理')
  await mini.see('处理中')
  await mini.tap('提交结果')
  await tapLike('已解决')
  mini.device.album = [shot()]
  mini.device.sheetChoice = 1
  await tapLike('添加照片')
  await mini.type('用一两句话说清楚', '垃圾已清走，并冲洗了地面')
  await mini.tap('提交')
  await mini.see('待核查', 15_000)

  await take('resident-grid-6')
  await mini.open('/pages/inbox/index')
  await mini.see('请您看一看')
  await mini.open(url)
  await mini.tap('确认解决')
  await tapInSheet('确认解决')
  await mini.see('这件事办得怎么样？')
  await mini.fire(
    await mini.waitFor(() =>
      mini
        .elements()
        .filter((one) => /ui-star|rating-star/.test(one.className))
        .at(-1),
    ),
    'tap',
  )
  // The button counts only once the star has been drawn.
  await mini.see('很满意')
  await mini.tap('提交评价')
  await mini.see('已办结')
  await mini.waitFor(() => mini.toasts.includes('谢谢您的评价'))
  putDown()
  expect(faults).toEqual([])
  const perPage = new Map<string, { times: number; bytes: number }>()
  for (const { route, bytes } of crossings) {
    const sum = perPage.get(route) ?? { times: 0, bytes: 0 }
    perPage.set(route, { times: sum.times + 1, bytes: sum.bytes + bytes })
  }
  const table = [...perPage].map(
    ([route, { times, bytes }]) =>
      `${route.padEnd(40)}${String(times).padStart(4)} setData ${String(bytes).padStart(8)} bytes`,
  )
  process.stdout.write(`${table.join('\n')}\n`)
})
