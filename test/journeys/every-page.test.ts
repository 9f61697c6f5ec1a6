import fs from 'node:fs'
import path from 'node:path'
import { dayMs, dayOf, toInstant } from '@/shared/kernel/time'
import { barriers, clippings, openAs, screenshot } from '../support/browser'
import { useJourney } from '../support/journey'
import { callAs } from '../support/product'

jest.setTimeout(240_000)

const walk = useJourney()
let issueId = ''
let meetingId = ''
let adoptionId = ''
let activityId = ''
let sessionId = ''
let redemptionId = ''
let topicId = ''
let callId = ''
let projectId = ''
let consentId = ''

beforeAll(async () => {
  const reported = (await callAs(walk.product.url, 'resident-grid-1', 'issues.reportIssue', {
    classCode: 'fireLane',
    text: '三单元一楼楼道里堆着旧家具，挡住了消防通道，老人出门不方便。',
    place: { unitId: 'unit-1-1-1' },
  })) as { ok: boolean; data: { id: string } }
  expect(reported.ok).toBe(true)
  issueId = reported.data.id
  const lead = 'officer-law-enforcement'
  await callAs(walk.product.url, 'worker-grid-2', 'issues.setLead', {
    id: issueId,
    personId: lead,
    reason: '由执法牵头',
  })
  await callAs(walk.product.url, lead, 'issues.addCommitment', {
    id: issueId,
    what: '清走楼道里的旧家具，请业主签收',
    personId: 'officer-comprehensive',
    dueOn: dayOf(Date.now() + dayMs),
  })
  const called = (await callAs(walk.product.url, lead, 'issues.callMeeting', {
    id: issueId,
    startsAt: toInstant(Date.now() + 20 * 60_000),
    place: '社区二楼会议室',
    agenda: '一、旧家具怎么清；二、以后怎么管',
    personIds: ['officer-comprehensive', 'worker-grid-2'],
  })) as { ok: boolean; data: { id: string } }
  expect(called.ok).toBe(true)
  meetingId = called.data.id
  const adopted = (await callAs(walk.product.url, 'community-worker-1', 'issues.addAdoption', {
    name: '二号楼前绿地',
    place: '鑫盛嘉园2号楼前',
    adopter: { kind: 'community' },
    duty: { what: '浇水、捡拾垃圾', times: 1, everyDays: 7 },
    from: dayOf(Date.now()),
    to: dayOf(Date.now() + 90 * dayMs),
  })) as { ok: boolean; data: { id: string } }
  adoptionId = adopted.data.id
  const made = (await callAs(walk.product.url, 'community-worker-1', 'activities.createActivity', {
    title: '陪独居老人聊聊天',
    text: '两人一组，到独居老人家里坐坐，看看水电气，帮着理理东西。',
    skills: ['会理发'],
    place: { point: { datum: 'gcj02', longitude: 118.05, latitude: 36.78 }, words: '党群服务中心门口' },
    headCountMin: 2,
    theme: 'elders',
    capacity: 2,
    halfPointsPerHour: 2,
    rule: {
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      times: ['09:00'],
      minutes: 30,
      from: dayOf(Date.now() + dayMs),
      to: dayOf(Date.now() + 20 * dayMs),
    },
  })) as { ok: boolean; data: { id: string } }
  expect(made.ok).toBe(true)
  activityId = made.data.id
  const listed = (await callAs(walk.product.url, 'resident-grid-1', 'activities.listSessions', {})) as {
    data: { sessions: { id: string; activityId: string }[] }
  }
  sessionId = listed.data.sessions.find((one) => one.activityId === activityId)!.id
  for (const persona of ['resident-grid-1', 'resident-grid-2', 'resident-grid-3'])
    await callAs(walk.product.url, persona, 'activities.signUp', { id: sessionId })
  redemptionId = await setAside()
  topicId = await talkedOver()
  await propose()
  consentId = await askHouseholds()
  await callAs(walk.product.url, 'newcomer-1', 'residents.requestBinding', {
    householdId: 'household-1-1-1-101',
    relation: 'tenant',
    name: '新来的小周',
    note: '上个月租了这套房',
  })
})

/** A topic whose first sitting begins in a quarter of an hour, so that its code is shown; and one that still waits for its check. */
const talkedOver = async (): Promise<string> => {
  const { url } = walk.product
  const desk = 'community-worker-1'
  const asked = { title: '北门加一盏路灯', text: '北门到车棚这一段晚上没有灯，老人和放学的孩子都不好走。' }
  const proposed = (await callAs(url, desk, 'consultations.proposeTopic', asked)) as { data: { id: string } }
  const { id } = proposed.data
  await callAs(url, 'resident-grid-2', 'consultations.proposeTopic', { title: '加一把长椅', text: '楼下老人没处坐。' })
  await callAs(url, desk, 'consultations.takeUpTopic', { id })
  await callAs(url, desk, 'consultations.reviewTopic', { id, decision: 'accept' })
  const startsAt = toInstant(Date.now() + 15 * 60_000)
  const meeting = { id, startsAt, place: '党群服务中心二楼', agenda: '一、装在哪一侧；二、电费从哪里出' }
  const called = (await callAs(url, desk, 'consultations.callMeeting', meeting)) as { ok: boolean }
  expect(called.ok).toBe(true)
  await callAs(url, desk, 'consultations.openVote', {
    id,
    by: 'household',
    question: '路灯装在哪一侧',
    options: [
      { text: '装在门口东侧', arguments: [{ side: 'for', text: '照得到台阶' }] },
      { text: '装在门口西侧', arguments: [{ side: 'against', text: '离一楼窗户近' }] },
    ],
    closesAt: toInstant(Date.now() + 3 * dayMs),
    isLive: true,
  })
  await callAs(url, 'resident-grid-3', 'consultations.castBallot', { id, optionId: 'option-1' })
  return id
}

/** A call with a proposal, and a project that households help to pay. */
const propose = async (): Promise<void> => {
  const ask = async <T>(persona: string, capability: string, input: unknown): Promise<T> => {
    const answer = (await callAs(walk.product.url, persona, capability, input)) as { ok: boolean; data: T }
    expect([capability, answer]).toMatchObject([capability, { ok: true }])
    return answer.data
  }
  const [desk, treasurer] = ['community-worker-1', 'building-head-1']
  const today = dayOf(Date.now())
  const call = await ask<{ id: string; units: { id: string }[] }>(desk, 'projects.setCall', {
    title: '新一年项目征集',
    text: '身边哪里想改一改，说给小组。',
    from: today,
    to: dayOf(Date.now() + 30 * dayMs),
    fundFen: 80_000_000,
    partyGroupIds: ['group-1', 'group-4'],
    residentGroups: ['房石小区居民小组'],
  })
  callId = call.id
  const wish = { title: '东门口装长椅', text: '老人等车、歇脚没处坐。', callId, unitId: call.units[2]!.id }
  await ask('resident-grid-1', 'projects.proposeProject', wish)
  projectId = (
    await ask<{ id: string }>(desk, 'projects.proposeProject', {
      title: '暖气管道更换',
      text: '管道用了二十多年，年年漏水，五栋楼一起换。',
    })
  ).id
  const step = { id: projectId, sentence: '同意' }
  const due = dayOf(Date.now() + 30 * dayMs)
  await ask(desk, 'projects.moveProject', { ...step, move: 'screen' })
  await ask(desk, 'projects.moveProject', { ...step, move: 'deliberate', ownerId: 'worker-grid-8', until: due })
  const line = { name: '管道和安装', source: 'selfFunding', plannedFen: 50_000_000, finalFen: null }
  await ask(desk, 'projects.setBudget', { id: projectId, lines: [line] })
  await ask(desk, 'projects.setFunding', {
    projectId,
    rule: 'area',
    totalFen: 50_000_000,
    buildingIds: [1, 2, 3, 4, 5].map((at) => `building-2-${at}`),
    treasurerId: treasurer,
  })
  await ask(treasurer, 'projects.openFunding', { projectId })
}

/** A consent that an owner can sign and a head has doors to walk in; its set is frozen. */
const askHouseholds = async (): Promise<string> => {
  const { url } = walk.product
  const ask = async <T>(persona: string, capability: string, input: unknown): Promise<T> => {
    const answer = (await callAs(url, persona, capability, input)) as { ok: boolean; data: T }
    expect([capability, answer.ok]).toEqual([capability, true])
    return answer.data
  }
  const owner = 'resident-grid-4'
  const desk = 'community-worker-1'
  const me = await ask<{ household: { id: string; label: string } }>(owner, 'session.getMe', {})
  await ask(owner, 'residents.leaveHousehold', {})
  const own = { householdId: me.household.id, relation: 'proprietor', name: '业主' }
  const binding = await ask<{ id: string }>(owner, 'residents.requestBinding', own)
  await ask(desk, 'residents.approveBinding', { id: binding.id, approve: true })
  const buildingId = me.household.id.replace(/^household-(\d+-\d+)-.*$/, 'building-$1')
  const { id } = await ask<{ id: string }>(desk, 'consents.openConsent', {
    title: '楼前空地改停车位',
    question: '是否同意把楼前空地改成画线停车位？费用从小区公共收益里出，不向住户收。',
    matter: 'special',
    rule: 'latest',
    isProgressPublic: true,
    closesAt: toInstant(Date.now() + 12 * dayMs),
    scope: { kind: 'buildings', ids: ['building-1-1', buildingId] },
  })
  const headers = { 'content-type': 'application/json' }
  await fetch(`${url}/dev/jobs`, { method: 'POST', headers, body: JSON.stringify({ name: 'everyMinute' }) })
  return id
}

/** Two things on offer, one of them set aside and one handed over before. */
const setAside = async (): Promise<string> => {
  const { url } = walk.product
  const ask = async <T>(persona: string, capability: string, input: unknown): Promise<T> => {
    const answer = (await callAs(url, persona, capability, input)) as { ok: boolean; data: T }
    expect(answer.ok).toBe(true)
    return answer.data
  }
  const member = 'resident-grid-1'
  const points = { kind: 'person', ownerId: member, halfPoints: 40, reason: '补记上半年的志愿服务' }
  await ask('administrator-1', 'lovebank.adjustPoints', points)
  const offer = (name: string, price: number, stock: number) =>
    ask<{ id: string }>('clerk-1', 'redemptions.addReward', {
      centreId: 'centre-1',
      name,
      words: '当季新货，凭码领取。',
      price,
      stock,
      limit: { count: 2, per: 'month' },
    })
  const { id } = await offer('洗衣液 2 公斤', 16, 10)
  await offer('纯棉毛巾', 5, 0)
  const first = await ask<{ id: string }>(member, 'redemptions.redeemReward', { id, payer: 'person', price: 16 })
  const { scan } = await ask<{ scan: string }>(member, 'redemptions.showCode', { id: first.id })
  await ask('clerk-1', 'redemptions.captureRedemption', { code: scan })
  return (await ask<{ id: string }>(member, 'redemptions.redeemReward', { id, payer: 'person', price: 16 })).id
}

const pages: [persona: string, route: string][] = [
  ['resident-grid-1', 'pages/home/index'],
  ['resident-grid-1', 'pages/report/index'],
  ['resident-grid-1', 'pages/inbox/index'],
  ['resident-grid-1', 'pages/mine/index'],
  ['resident-grid-1', 'pages/lost/index'],
  ['resident-grid-1', 'packages/resident/issue/index'],
  ['resident-grid-1', 'packages/resident/my-issues/index'],
  ['resident-grid-1', 'packages/resident/my-grid/index'],
  ['resident-grid-1', 'packages/resident/my-data/index'],
  ['resident-grid-1', 'packages/resident/public-issues/index'],
  ['resident-grid-1', 'packages/resident/public-issue/index'],
  ['newcomer-1', 'packages/resident/bind-household/index'],
  ['newcomer-1', 'pages/home/index'],
  ['worker-grid-2', 'pages/home/index'],
  ['worker-grid-2', 'packages/resident/issue/index'],
  ['worker-grid-2', 'packages/gridwork/queue/index'],
  ['worker-grid-3', 'packages/gridwork/leave/index'],
  ['building-head-1', 'packages/gridwork/bindings/index'],
  ['building-head-1', 'packages/gridwork/assist/index'],
  ['worker-grid-2', 'packages/gridwork/roster/index'],
  ['community-worker-1', 'packages/gridwork/roster/index'],
  ['community-worker-1', 'packages/gridwork/queue/index'],
  ['community-worker-1', 'packages/resident/issue/index'],
  ['community-worker-1', 'packages/office/calendar/index'],
  ['community-worker-1', 'packages/office/households/index'],
  ['administrator-1', 'packages/office/settings/index'],
  ['community-worker-1', 'packages/office/supervision/index'],
  ['community-worker-1', 'packages/office/desk/index'],
  ['community-worker-1', 'packages/office/desk-part/index'],
  ['community-worker-1', 'packages/office/exports/index'],
  ['worker-grid-2', 'packages/office/desk/index'],
  ['worker-grid-2', 'packages/office/desk-part/index'],
  ['worker-grid-2', 'packages/office/calendar/index'],
  ['worker-grid-2', 'packages/office/settings/index'],
  ['worker-grid-2', 'packages/office/supervision/index'],
  ['officer-law-enforcement', 'packages/resident/issue/index'],
  ['officer-law-enforcement', 'packages/office/inbox/index'],
  ['officer-law-enforcement', 'packages/office/meeting/index'],
  ['officer-comprehensive', 'packages/office/meeting/index'],
  ['officer-law-enforcement', 'packages/office/call-meeting/index'],
  ['administrator-1', 'packages/office/access/index'],
  ['community-worker-1', 'packages/office/books/index'],
  ['administrator-1', 'packages/office/api-keys/index'],
  ['community-worker-1', 'packages/office/api-keys/index'],
  ['community-worker-1', 'packages/office/clusters/index'],
  ['worker-grid-2', 'packages/office/clusters/index'],
  ['community-worker-1', 'packages/office/adopt/index'],
  ['resident-grid-1', 'packages/office/adopt/index'],
  ['worker-grid-2', 'packages/office/works/index'],
  ['resident-grid-1', 'packages/resident/adoptions/index'],
  ['resident-grid-1', 'packages/resident/adoption/index'],
  ['community-worker-1', 'packages/office/rates/index'],
  ['resident-grid-1', 'packages/office/rates/index'],
  ['community-worker-1', 'packages/office/service/index'],
  ['resident-grid-1', 'packages/office/service/index'],
  ['resident-grid-1', 'packages/lovebank/sessions/index'],
  ['resident-grid-1', 'packages/lovebank/session/index'],
  ['resident-grid-4', 'packages/lovebank/session/index'],
  ['resident-grid-1', 'packages/lovebank/my-signups/index'],
  ['resident-grid-1', 'packages/lovebank/check-in/index'],
  ['community-worker-1', 'packages/lovebank/roster/index'],
  ['community-worker-1', 'packages/office/activities/index'],
  ['resident-grid-1', 'packages/office/activities/index'],
  ['community-worker-1', 'packages/office/activity/index'],
  ['resident-grid-1', 'packages/lovebank/account/index'],
  ['resident-grid-1', 'packages/lovebank/rewards/index'],
  ['resident-grid-1', 'packages/lovebank/redemptions/index'],
  ['resident-grid-1', 'packages/lovebank/redemption/index'],
  ['resident-grid-1', 'packages/lovebank/ranking/index'],
  ['resident-grid-1', 'packages/lovebank/certificates/index'],
  ['resident-grid-1', 'packages/lovebank/certificate/index'],
  ['resident-grid-1', 'packages/lovebank/certificate-check/index'],
  ['clerk-1', 'pages/home/index'],
  ['clerk-1', 'pages/mine/index'],
  ['clerk-1', 'packages/office/counter/index'],
  ['clerk-1', 'packages/office/handouts/index'],
  ['clerk-1', 'packages/office/rewards/index'],
  ['administrator-1', 'packages/office/counter/index'],
  ['community-worker-1', 'packages/office/rewards/index'],
  ['community-worker-1', 'packages/office/member/index'],
  ['resident-grid-1', 'packages/office/member/index'],
  ['resident-grid-1', 'packages/participation/topics/index'],
  ['resident-grid-1', 'packages/participation/topic/index'],
  ['community-worker-1', 'packages/participation/topic/index'],
  ['resident-grid-1', 'packages/participation/propose-topic/index'],
  ['community-worker-1', 'packages/participation/held-words/index'],
  ['resident-grid-1', 'packages/participation/projects/index'],
  ['resident-grid-1', 'packages/participation/call/index'],
  ['resident-grid-8', 'packages/participation/project/index'],
  ['resident-grid-8', 'packages/participation/my-share/index'],
  ['resident-grid-1', 'packages/participation/my-share/index'],
  ['community-worker-1', 'packages/office/projects/index'],
  ['resident-grid-1', 'packages/office/projects/index'],
  ['community-worker-1', 'packages/office/project/index'],
  ['resident-grid-1', 'packages/office/project/index'],
  ['building-head-1', 'packages/office/funding/index'],
  ['community-worker-1', 'packages/office/funding/index'],
  ['resident-grid-4', 'packages/participation/consents/index'],
  ['resident-grid-4', 'packages/participation/consent/index'],
  ['resident-grid-1', 'packages/participation/consent/index'],
  ['resident-grid-4', 'packages/participation/board/index'],
  ['community-worker-1', 'packages/participation/consents/index'],
  ['community-worker-1', 'packages/participation/board/index'],
  ['community-worker-1', 'packages/participation/open/index'],
  ['community-worker-1', 'packages/participation/paper/index'],
  ['resident-grid-1', 'packages/participation/open/index'],
  ['building-head-1', 'packages/participation/contacts/index'],
]

const queryFor = (route: string): string => {
  if (route.includes('/topic/')) return `?id=${topicId}`
  if (/lovebank\/(session|check-in|roster)\//.test(route)) return `?id=${sessionId}`
  if (route.includes('/call/')) return `?id=${callId}`
  if (/\/(my-share|funding)\//.test(route)) return `?projectId=${projectId}`
  if (route.includes('/project/')) return `?id=${projectId}`
  if (/participation\/(consent|board|contacts|paper)\//.test(route)) return `?id=${consentId}`
  if (route.includes('/activity/')) return `?id=${activityId}`
  if (route.includes('/redemption/')) return `?id=${redemptionId}`
  if (/\/office\/(rewards|handouts)\//.test(route)) return '?centreId=centre-1'
  if (route.includes('/adoption/')) return `?id=${adoptionId}`
  if (/\/((public-)?issue|works)\//.test(route)) return `?id=${issueId}`
  if (route.includes('/meeting/')) return `?id=${meetingId}`
  if (route.includes('/desk-part/')) return '?part=verify'
  return route.includes('/call-meeting/') ? `?issueId=${issueId}` : ''
}

test('every page of the app is walked here', () => {
  const { pages: main, subPackages } = JSON.parse(
    fs.readFileSync(path.resolve(__dirname, '../../dist/weapp/app.json'), 'utf8'),
  ) as { pages: string[]; subPackages: { root: string; pages: string[] }[] }
  const all = [...main, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))]
  expect(all.filter((route) => !pages.some(([, walked]) => walked === route))).toEqual([])
})

test('the checks themselves find a planted barrier, words cut off and a request to elsewhere', async () => {
  const { page, faults, close } = await openAs(walk.browser, walk.product.url, 'resident-grid-1')
  await page.evaluate(() => {
    const planted = document.createElement('div')
    planted.innerHTML =
      '<button></button><div style="width:20px;overflow:hidden;white-space:nowrap">很长很长的一句话</div><img src="http://127.0.0.2:9/x.png" alt="">'
    document.querySelector('.home-greeting')!.append(planted)
  })
  await page.waitForTimeout(300)
  expect(await barriers(page)).toEqual([expect.stringContaining('button-name')])
  expect(await clippings(page)).toEqual([expect.stringContaining('cut off')])
  expect(faults.join()).toContain('foreign: http://127.0.0.2')
  await close()
})

describe.each([false, true])('with large letters: %s', (isElder) => {
  test.each(pages)('%s reads %s without a barrier, nothing cut off, nothing from elsewhere', async (persona, route) => {
    const phone = await openAs(walk.browser, walk.product.url, persona)
    const { page, faults } = phone
    if (isElder) await page.getByRole('switch', { name: /大字版/ }).click()
    await page.goto(`${walk.product.url}/#/${route}${queryFor(route)}`)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
    await screenshot(
      page,
      `${isElder ? 'elder' : 'page'}-${persona}-${route.replace(/\/index$/, '').replace(/\//g, '-')}`,
    )
    expect({ barriers: await barriers(page), clippings: await clippings(page), faults }).toEqual({
      barriers: [],
      clippings: [],
      faults: [],
    })
    await phone.close()
  })
})
