import { askAs, bagsSetAside, onTheSpot, sessionSoon } from '../support/love-bank'
import { usePhones } from '../support/phones'
import type { MiniProgram } from '../support/simulate'
import { promised, succeed } from '../support/simulate-device'

jest.setTimeout(180_000)

const [desk, clerk, volunteer] = ['community-worker-1', 'clerk-1', 'resident-grid-6'] as const
const { url, take } = usePhones({
  getLocation: promised((options) => succeed(options, { ...onTheSpot, accuracy: 15 })),
})

/** The last control whose words are these or begin like this, as those of a sheet lie over those of the page. */
const press = async (phone: MiniProgram, words: string | RegExp): Promise<void> =>
  phone.fire(
    await phone.waitFor(() =>
      phone
        .elements()
        .filter(({ textContent, className }) => {
          const text = (textContent ?? '').trim()
          return className.includes('ui-button') && (typeof words === 'string' ? text === words : words.test(text))
        })
        .at(-1),
    ),
    'tap',
  )

/** Holds a code before the camera and scans it; a control that was drawn anew under the finger is tapped again. */
const scan = async (phone: MiniProgram, control: string, code: string): Promise<void> => {
  phone.device.code = code
  const scans = () => phone.device.log.filter(({ api }) => api === 'scanCode').length
  const before = scans()
  for (let tries = 0; tries < 5 && scans() === before; tries++) {
    await press(phone, control)
    await phone.waitFor(() => scans() > before || undefined, 3000).catch(() => undefined)
  }
  expect(scans()).toBe(before + 1)
}

test('a volunteer signs up, scans the code of the leader’s phone and leaves; the leader sees the name', async () => {
  const id = await sessionSoon(url())
  const phone = await take(volunteer, `/packages/lovebank/session/index?id=${id}`)
  await press(phone, '报名')
  await press(phone, '确认报名')
  await phone.see('您已报名', 15_000)

  const leader = await take(desk, `/packages/lovebank/roster/index?id=${id}`)
  await leader.see('还没来', 15_000)
  const { code } = await askAs<{ code: { digits: string; scan: string } }>(url(), desk, 'activities.getRoster', {
    id,
  })
  expect(leader.text()).toContain(code.digits)

  const back = await take(volunteer, `/packages/lovebank/check-in/index?id=${id}`)
  await back.see('扫带队人的签到码', 15_000)
  await scan(back, '扫带队人的签到码', 'redeem:0123456789abcdef0123456789abcdef')
  await back.waitFor(() => back.toasts.some((words) => words.startsWith('这不是活动的签到码')))
  await scan(back, '扫带队人的签到码', code.scan)
  await back.see('签退', 15_000)

  const again = await take(desk, `/packages/lovebank/roster/index?id=${id}`)
  await again.see('签到 1/1 人', 15_000)
  await again.see('已签到', 15_000)

  const leaving = await take(volunteer, `/packages/lovebank/check-in/index?id=${id}`)
  await leaving.see('忘了签退也不要紧', 15_000)
  await press(leaving, '签退')
  await leaving.see('您已签退，谢谢', 15_000)
})

test('a member shows the code; the clerk types it, or scans it, and hands over once', async () => {
  const [redeemed, another] = await bagsSetAside(url(), volunteer, 2)
  const member = await take(volunteer, `/packages/lovebank/redemption/index?id=${redeemed}`)
  await member.see('出示领取码', 15_000)
  await press(member, '出示领取码')
  await member.waitFor(() => /[2-9A-Y]{4} ?[2-9A-Y]{4}/.test(member.text()), 15_000)
  const typed = /[2-9A-Y]{4} ?[2-9A-Y]{4}/.exec(member.text())![0].replace(' ', '')

  const counter = await take(clerk, '/packages/office/counter/index')
  await counter.see('扫对方的领取码', 15_000)
  await scan(counter, '扫对方的领取码', 'redeem:0123456789abcdef0123456789abcdef')
  await counter.see('没有这个领取码', 15_000)
  await counter.type('例如 7KQM3XRT，不分大小写', typed.toLowerCase())
  await press(counter, '核对')
  await counter.see('领取人', 15_000)
  await press(counter, /^确认发放/)
  const handed = (count: number) =>
    counter.waitFor(
      () => counter.toasts.filter((words) => words === '已发放：垃圾袋 5 卷').length === count || undefined,
      15_000,
    )
  await handed(1)

  await counter.type('例如 7KQM3XRT，不分大小写', typed)
  await press(counter, '核对')
  await counter.see('这份兑换品已经发放过了', 15_000)
  const { scan: shown } = await askAs<{ scan: string }>(url(), volunteer, 'redemptions.showCode', { id: another })
  await scan(counter, '扫对方的领取码', shown)
  await press(counter, /^确认发放/)
  await handed(2)
  await scan(counter, '扫对方的领取码', shown)
  await counter.see('这份兑换品已经发放过了', 15_000)
  const fetched = await take(volunteer, `/packages/lovebank/redemption/index?id=${redeemed}`)
  await fetched.see('已领取', 15_000)
})
