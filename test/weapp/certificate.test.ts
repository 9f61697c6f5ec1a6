import path from 'node:path'
import { startProduct, type Product } from '../support/product'
import { askAs, serveTogether } from '../support/service'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { callsTo } from '../support/simulate-backend'

jest.setTimeout(120_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
const member = 'resident-grid-6'
let product: Product
let mini: MiniProgram
let certificate: { id: string; code: string; name: string }

beforeAll(async () => {
  product = await startProduct()
  await serveTogether(product.url, [member])
  certificate = await askAs(product.url, member, 'activities.issueCertificate', {})
})
afterAll(() => product?.stop())
afterEach(() => {
  expect(mini.faults).toEqual([])
  mini.close()
})

interface Saving {
  filePath: string
  success(answer: object): void
  fail(error: object): void
}

/** A phone whose canvas remembers what was written on it, and whose owner answers WeChat's question about the album. */
const openAs = async (persona: string, url: string, album: (asked: Saving) => void = ({ success }) => success({})) => {
  const written: string[] = []
  const saved: string[] = []
  const pen = {
    font: '',
    fillRect: () => undefined,
    strokeRect: () => undefined,
    measureText: (text: string) => ({ width: text.length * 20 }),
    fillText: (text: string) => void written.push(text),
  }
  const canvas = { width: 0, height: 0, getContext: () => pen }
  /** As WeChat's: every step answers the query itself, and a canvas is only found where the page has one. */
  const createSelectorQuery = () => {
    let wanted = ''
    const isOnPage = () => wanted === '#certificate-canvas' && mini.top().host.innerHTML.includes('certificate-canvas')
    const query = {
      select(selector: string) {
        wanted = selector
        return query
      },
      fields: () => query,
      exec: (done: (found: unknown[]) => void) => setTimeout(() => done([isOnPage() ? { node: canvas } : null]), 0),
    }
    return query
  }
  mini = await openMiniProgram(dist, {
    callFunction: callsTo(product.url, persona),
    wx: {
      createSelectorQuery,
      canvasToTempFilePath: ({ success }: { success(answer: object): void }) =>
        success({ tempFilePath: `wxfile://tmp/${canvas.width}x${canvas.height}.png` }),
      saveImageToPhotosAlbum: (asked: Saving) => {
        saved.push(asked.filePath)
        album(asked)
      },
    },
  })
  await mini.open(url)
  return { written, saved }
}

const certificatePage = () => `/packages/lovebank/certificate/index?id=${certificate.id}`
const picture = 'wxfile://tmp/1080x1528.png'

test('the certificate is drawn on a canvas nobody sees, shown as a picture, and saved to the album', async () => {
  const { written, saved } = await openAs(member, certificatePage())
  await mini.see('保存图片', 15_000)
  expect(written.join('\n')).toContain('志愿服务证明')
  expect(written).toContain(certificate.name)
  expect(mini.elements().some((one) => mini.attribute(one, 'src') === picture)).toBe(true)
  await mini.tap('保存图片')
  await mini.waitFor(() => mini.toasts.includes('已存到相册'))
  expect(saved).toEqual([picture])
})

test.each([
  ['saveImageToPhotosAlbum:fail auth deny', /没有存到相册的许可.*长按图片保存/],
  ['saveImageToPhotosAlbum:fail cancel', /没有保存/],
  ['saveImageToPhotosAlbum:fail no space', /没有存成/],
])('when WeChat answers %s, a sentence says what else can be done', async (errMsg, words) => {
  await openAs(member, certificatePage(), ({ fail }) => fail({ errMsg }))
  await mini.see('保存图片', 15_000)
  await mini.tap('保存图片')
  await mini.waitFor(() => mini.toasts.some((said) => words.test(said)))
})

test('scanned in the app, the code says whether it is good; another code is said to be another', async () => {
  await openAs('resident-grid-7', '/packages/lovebank/certificate-check/index')
  mini.device.code = 'redeem:00'
  await mini.see('扫证明上的码', 15_000)
  await mini.tap('扫证明上的码')
  await mini.waitFor(() => mini.toasts.includes('这不是志愿服务证明上的码'))
  mini.device.code = `certificate:${certificate.code}`
  await mini.tap('扫证明上的码')
  await mini.see('这份证明由社区开具', 15_000)
  expect(mini.text()).not.toContain(certificate.name)
})
