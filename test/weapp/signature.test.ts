import http from 'node:http'
import path from 'node:path'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { startProduct, type Product } from '../support/product'
import { openMiniProgram, type MiniProgram } from '../support/simulate'
import { callsTo } from '../support/simulate-backend'
import { canvasApis } from '../support/simulate-canvas'
import { createDevice } from '../support/simulate-device'

jest.setTimeout(180_000)

const dist = path.resolve(__dirname, '../../dist/weapp')
const owner = 'resident-grid-6'
let product: Product
let mini: MiniProgram
let requests = 0
let id = ''

const ask = async <T>(persona: string, capability: string, input: object): Promise<T> => {
  const data = { capability, input, requestId: `signature-test-${++requests}` }
  const answer = (await callsTo(product.url, persona)({ name: 'api', data })) as { ok: boolean; data: T }
  expect([capability, answer.ok]).toEqual([capability, true])
  return answer.data
}

/** The page's own world has no fetch, as a phone has none. */
const runJobs = () =>
  new Promise<void>((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    http
      .request(`${product.url}/dev/jobs`, { method: 'POST', headers }, (answer) => answer.resume().on('end', resolve))
      .on('error', reject)
      .end(JSON.stringify({ name: 'everyMinute' }))
  })

beforeAll(async () => {
  product = await startProduct()
  const me = await ask<{ household: { id: string } }>(owner, 'session.getMe', {})
  await ask(owner, 'residents.leaveHousehold', {})
  const asked = { householdId: me.household.id, relation: 'proprietor', name: '业主' }
  const binding = await ask<{ id: string }>(owner, 'residents.requestBinding', asked)
  await ask('community-worker-1', 'residents.approveBinding', { id: binding.id, approve: true })
  const opened = await ask<{ id: string }>('community-worker-1', 'consents.openConsent', {
    title: '停车位改造征询',
    question: '是否同意把楼前空地改成停车位？',
    matter: 'special',
    rule: 'latest',
    isProgressPublic: true,
    closesAt: toInstant(Date.now() + 12 * dayMs),
    scope: { kind: 'buildings', ids: ['building-12-1'] },
  })
  id = opened.id
  await runJobs()
})
afterAll(() => product?.stop())
afterEach(() => {
  expect(mini.faults).toEqual([])
  mini.close()
})

const openPage = async () => {
  const device = createDevice()
  const ids = () => mini.elements().flatMap((one) => mini.attribute(one, 'id') ?? one.id ?? []) as string[]
  mini = await openMiniProgram(dist, {
    callFunction: callsTo(product.url, owner),
    device,
    wx: canvasApis(device, ids),
  })
  await mini.open(`/packages/participation/consent/index?id=${id}`)
  await mini.see('手写签名', 15_000)
}
const pad = () => mini.waitFor(() => mini.elements().find((one) => one.className.includes('signature-pad')))
const draw = async (from: number) => {
  const at = (x: number, y: number) => ({ touches: [{ identifier: 0, x, y }] })
  const canvas = await pad()
  await mini.fire(canvas, 'touchstart', at(from, 60))
  for (const step of [1, 2, 3]) await mini.fire(canvas, 'touchmove', at(from + step * 30, 60 + (step % 2) * 40))
  await mini.fire(canvas, 'touchend', { touches: [] })
}

test('a name is drawn by touch, undone, cleared and drawn again; a blank one is refused before anything is sent; then the mind is changed, and taken back', async () => {
  await openPage()
  // The figures below have a line of the same word.
  const agree = () => mini.elements().find((one) => one.className.includes('ui-option') && one.textContent === '同意')
  await mini.fire(await mini.waitFor(agree), 'tap')
  await mini.tap('提交签字')
  await mini.see('请在方框里签上姓名')
  await draw(40)
  await mini.tap('撤销一笔')
  await mini.tap('提交签字')
  await mini.see('请在方框里签上姓名')
  await draw(40)
  await draw(140)
  await mini.tap('清空重签')
  await mini.tap('提交签字')
  await mini.see('请在方框里签上姓名')
  expect([...mini.device.files.keys()]).toEqual([])
  await draw(40)
  await draw(140)
  await mini.tap('提交签字')
  await mini.see('改变意见，重新签字', 15_000)
  expect(mini.text()).toContain('回执')
  const { mine } = await ask<{ mine: object }>(owner, 'consents.getConsent', { id })
  expect(mine).toMatchObject({ answer: 'agree', channel: 'online', isSigner: true })

  await mini.tap('改变意见，重新签字')
  const disagree = () =>
    mini.elements().find((one) => one.className.includes('ui-option') && one.textContent === '不同意')
  await mini.fire(await mini.waitFor(disagree), 'tap')
  await draw(40)
  await draw(140)
  await mini.tap('提交签字')
  await mini.see('改变意见，重新签字', 15_000)
  const answerNow = async () => (await ask<{ mine: object }>(owner, 'consents.getConsent', { id })).mine
  expect(await answerNow()).toMatchObject({ answer: 'disagree' })
  await mini.tap('撤回意见')
  await mini.see('撤回您家的意见？')
  await mini.tap('撤回')
  await mini.see('手写签名', 15_000)
  expect(await answerNow()).toMatchObject({ answer: null, isSigner: true })
  // And could be said again.
  await draw(40)
  await mini.tap('清空重签')
})
