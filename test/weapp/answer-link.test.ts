import http from 'node:http'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { askAs } from '../support/love-bank'
import { usePhones } from '../support/phones'

jest.setTimeout(180_000)

const { url, take } = usePhones()
const heads = ['hub-1', 'unit-head-1', 'building-head-1'] as const

/** The page's own world has no fetch, as a phone has none. */
const runJobs = () =>
  new Promise<void>((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    http
      .request(`${url()}/dev/jobs`, { method: 'POST', headers }, (answer) => answer.resume().on('end', resolve))
      .on('error', reject)
      .end(JSON.stringify({ name: 'everyMinute' }))
  })

test('on WeChat a link goes to an absent owner as a card that opens their household, and no other card of the page does', async () => {
  const { id } = await askAs<{ id: string }>(url(), 'community-worker-1', 'consents.openConsent', {
    title: '加装充电棚',
    question: '是否同意在楼前加装充电棚？',
    matter: 'ordinary',
    rule: 'latest',
    isProgressPublic: true,
    closesAt: toInstant(Date.now() + 12 * dayMs),
    scope: { kind: 'units', ids: ['unit-1-1-1'] },
  })
  await runJobs()
  const totals = await Promise.all(
    heads.map((head) => askAs<{ total: number }>(url(), head, 'consents.listMyContacts', { id })),
  )
  const contact = heads[totals.findIndex(({ total }) => total > 0)]!
  const phone = await take(contact, `/packages/participation/contacts/index?id=${id}`)
  await phone.see('没有意见', 15_000)
  const card = () => phone.top().instance.onShareAppMessage!()
  expect(card().path).toBe(`/packages/participation/consent/index?id=${id}`)
  const door = () =>
    phone
      .elements()
      .find(({ className, textContent }) => /ui-cell( |$)/.test(className) && /单元/.test(textContent ?? ''))
  await phone.fire(await phone.waitFor(door), 'tap')
  // The tab, and not the way of reaching somebody that is called the same.
  const tab = () =>
    phone.elements().find(({ className, textContent }) => /ui-segment/.test(className) && textContent === '发链接')
  await phone.fire(await phone.waitFor(tab), 'tap')
  await phone.type('对方姓名，必填', '王远')
  await phone.tap('生成签字链接')
  await phone.see('发给对方', 15_000)
  const { path } = card()
  expect(path).toContain(`/packages/participation/consent/index?id=${id}&link=`)

  const link = new URLSearchParams(path.split('?')[1]).get('link')!
  const { mine } = await askAs<{ mine: { maySign: boolean } }>(url(), 'resident-grid-7', 'consents.getConsent', {
    id,
    link,
  })
  expect(mine).toMatchObject({ maySign: true, signsAs: 'proprietor' })
})
