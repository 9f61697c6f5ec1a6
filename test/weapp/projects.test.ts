import { dayMs, dayOf } from '@/shared/kernel/time'
import { jpeg } from '../support/images'
import { askAs } from '../support/love-bank'
import { usePhones } from '../support/phones'
import type { MiniProgram } from '../support/simulate'

jest.setTimeout(180_000)

const [desk, treasurer, member] = ['community-worker-1', 'building-head-1', 'resident-grid-8'] as const
const { url, take } = usePhones()

/** The last control whose words begin like this; labels carry notes after the name. */
const tapLike = async (phone: MiniProgram, start: string): Promise<void> =>
  phone.fire(
    await phone.waitFor(() =>
      phone
        .elements()
        .filter((one) => (one.textContent ?? '').trim().startsWith(start))
        .at(-1),
    ),
    'tap',
  )
const ask = <Data>(name: string, input: object, persona: string = desk): Promise<Data> =>
  askAs<Data>(url(), persona, name, input)

test('a resident proposes under a call, and what their household owes is paid in on the treasurer’s phone and read on theirs', async () => {
  const today = dayOf(Date.now())
  const until = dayOf(Date.now() + 90 * dayMs)
  const call = {
    title: '新一年项目征集',
    text: '身边哪里想改一改，说给小组。',
    from: today,
    to: until,
    fundFen: 80_000_000,
    partyGroupIds: [],
    residentGroups: ['房石小区居民小组'],
  }
  const { id: callId } = await ask<{ id: string }>('projects.setCall', call)

  const title = '暖气管道更换'
  const proposing = await take(member, `/packages/participation/call/index?id=${callId}`)
  await tapLike(proposing, '我来提一个项目')
  await proposing.type('例如：东门口装两把长椅', title)
  await proposing.type('在哪里，现在什么样，想改成什么样，方便多少人', '管道用了二十多年，年年漏水。')
  await proposing.tap('提交')
  await proposing.at('packages/participation/project/index', 15_000)
  await proposing.see('等待初审', 15_000)
  const { projects } = await ask<{ projects: { id: string; title: string }[] }>('projects.listProjects', {
    part: 'desk',
  })
  const { id } = projects.find((one) => one.title === title)!

  await ask('projects.moveProject', { id, move: 'screen', sentence: '可行，提交议事会讨论' })
  await ask('projects.moveProject', { id, move: 'deliberate', sentence: '同意', ownerId: 'worker-grid-8', until })
  const { household } = await ask<{ household: { id: string; label: string } }>('session.getMe', {}, member)
  const [, estate, building, unit, door] = household.id.split('-')
  const line = { name: '管道', source: 'selfFunding', plannedFen: 123_457, finalFen: null }
  await ask('projects.setBudget', { id, lines: [line] })
  await ask('projects.setFunding', {
    projectId: id,
    rule: 'household',
    totalFen: 123_457,
    buildingIds: [`building-${estate}-${building}`],
    treasurerId: treasurer,
  })
  await ask('projects.openFunding', { projectId: id }, treasurer)

  const keeping = await take(treasurer, `/packages/office/funding/index?projectId=${id}`)
  await keeping.see('回单和各户账目相符', 15_000)
  await tapLike(keeping, `房石小区${building}号楼`)
  await keeping.see(`${unit}单元${door}`, 15_000)
  await tapLike(keeping, `${unit}单元${door}`)
  await keeping.type('回单编号，必填', 'HD 2026-0017')
  keeping.device.album = [{ bytes: jpeg({ width: 1280, height: 960 }), width: 1280, height: 960 }]
  keeping.device.sheetChoice = 1
  await tapLike(keeping, '添加照片')
  await keeping.waitFor(() => !keeping.text().includes('拍下回单'), 15_000)
  await keeping.tap('入账')
  await keeping.waitFor(() => keeping.toasts.includes('已入账'), 15_000)
  await keeping.see('1 张回单', 15_000)

  const reading = await take(member, `/packages/participation/my-share/index?projectId=${id}`)
  await reading.see('您家已经缴齐', 15_000)
  await reading.see('回单 HD 2026-0017')
})
