import path from 'node:path'
import { startProduct, type Product } from '../support/product'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { callsTo } from '../support/simulate-backend'

jest.setTimeout(120_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
const [desk, lead, guest] = ['community-worker-1', 'officer-law-enforcement', 'officer-comprehensive'] as const
let product: Product
let mini: MiniProgram
let requests = 0
let issueId = ''

const ask = async <T>(persona: string, capability: string, input: object): Promise<T> => {
  const data = { capability, input, requestId: `files-and-codes-${++requests}` }
  return ((await callsTo(product.url, persona)({ name: 'api', data })) as { data: T }).data
}
const openAs = async (persona: string, page: string): Promise<void> => {
  mini = await openMiniProgram(dist, { callFunction: callsTo(product.url, persona) })
  await mini.open(page)
}
const asked = (api: string) => mini.device.log.filter((one) => one.api === api).map(({ options }) => options)
const button = (name: string) => () =>
  mini
    .elements()
    .filter((one) => (one.textContent ?? '').trim() === name && one.className.includes('ui-button'))
    .at(-1)
const press = async (name: string) => mini.fire(await mini.waitFor(button(name)), 'tap')

beforeAll(async () => {
  product = await startProduct()
  const { id } = await ask<{ id: string }>('resident-grid-6', 'issues.reportIssue', {
    classCode: 'rubble',
    text: '路口堆着建筑垃圾',
    place: { buildingId: 'building-12-1' },
  })
  issueId = id
})
afterAll(() => product?.stop())
afterEach(() => {
  expect(mini.faults).toEqual([])
  mini.close()
})

describe('an export on the phone', () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const exported = (format: string) =>
    ask<{ name: string }>(desk, 'issues.exportIssues', { filter: { from: today, to: today }, format })

  test('a workbook opens over the app, is sent to a chat by a tap, and does not stay on the phone', async () => {
    const { name } = await exported('xlsx')
    await openAs(desk, '/packages/office/exports/index')
    await mini.see(name, 15_000)
    await mini.tap(name)
    await mini.see('文件已下载', 15_000)
    const filePath = `wxfile://usr/${name}`
    expect([...mini.device.files.keys()]).toEqual([filePath])
    await press('打开')
    await mini.waitFor(() => asked('openDocument').length === 1)
    expect(asked('openDocument')).toMatchObject([{ filePath, fileType: 'xlsx', showMenu: true }])
    await press('发到聊天')
    await mini.waitFor(() => asked('shareFileMessage').length === 1)
    expect(asked('shareFileMessage')).toMatchObject([{ filePath, fileName: name }])
    expect(mini.text()).not.toContain('没有打开')
    expect(mini.text()).not.toContain('没有发出去')
    await mini.fire(
      await mini.waitFor(() => mini.elements().find((one) => one.className.includes('ui-sheet-close'))),
      'tap',
    )
    expect(mini.device.files.size).toBe(0)
    expect(mini.text()).not.toContain('文件已下载')
  })

  test('a CSV, which WeChat does not open, is only sent', async () => {
    const { name } = await exported('csv')
    await openAs(desk, '/packages/office/exports/index')
    await mini.see(name, 15_000)
    await mini.tap(name)
    await mini.see('手机上打不开这种文件', 15_000)
    expect(button('打开')()).toBeUndefined()
    await press('发到聊天')
    await mini.waitFor(() => asked('shareFileMessage').length === 1)
    expect(asked('shareFileMessage')).toMatchObject([{ filePath: `wxfile://usr/${name}`, fileName: name }])
    expect(mini.text()).not.toContain('没有发出去')
  })

  test('without a network a sentence says so', async () => {
    const { name } = await exported('xlsx')
    await openAs(desk, '/packages/office/exports/index')
    await mini.see(name, 15_000)
    mini.device.online = false
    await mini.tap(name)
    await mini.waitFor(() => mini.toasts.includes('没有下载成功，请下拉刷新再试'))
  })
})

test('WeChat scans: what is no code of a meeting is said so, the code of the room signs in', async () => {
  await ask('worker-grid-6', 'issues.setLead', { id: issueId, personId: lead, reason: '沿街堆放，属执法范围' })
  const { id } = await ask<{ id: string }>(lead, 'issues.callMeeting', {
    id: issueId,
    startsAt: new Date(Date.now() + 20 * 60_000).toISOString(),
    place: '王舍路口',
    agenda: '谁来清',
    personIds: [guest],
  })
  await openAs(guest, `/packages/office/meeting/index?id=${id}`)
  await mini.see('扫会场的签到码', 15_000)
  mini.device.code = 'https://example.com/poster'
  await press('扫会场的签到码')
  await mini.waitFor(() => mini.toasts.some((words) => words.startsWith('这不是会议的签到码')))
  const { code } = await ask<{ code: { scan: string } }>(lead, 'issues.getMeeting', { id })
  mini.device.code = code.scan
  await press('扫会场的签到码')
  await mini.waitFor(() => mini.toasts.includes('签到好了'), 15_000)
  expect(asked('scanCode')).toHaveLength(2)
})
