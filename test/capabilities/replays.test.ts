import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import { findClusters } from '@cloud/jobs/find-clusters'
import { lapseAdoptions } from '@cloud/jobs/lapse-adoptions'
import { alongWangshe, fangshi, wangsheMeetings, wangsheReports, wangsheWorks } from '@cloud/sample/history/story'
import { addDays, dayMs, dayOf, minuteMs, toInstant } from '@/shared/kernel/time'
import { morning } from '../support/cloud'
import { jpeg } from '../support/images'
import { issueOf, report, stepOf, useWorld } from './world'

const world = useWorld()
const [desk, owner, lead] = ['community-worker-1', 'worker-grid-6', 'officer-law-enforcement'] as const
const invited = ['officer-comprehensive', owner, 'local-unit-1']
const at = (day: number, hours = 0) => {
  world.clock.now = morning + day * dayMs + hours * 60 * minuteMs
}
const runNow = async (job: typeof findClusters) => {
  const { store, files } = world.runtime
  return (await job({ store, files, now: world.clock.now })).done
}

/** The twelve reports, and the one they become. */
const merged = async (): Promise<{ parentId: string; before: string }> => {
  for (const [day, { by, text, meters }] of wangsheReports.entries()) {
    at(day)
    const fileIds = day === 0 ? [await world.upload(by, jpeg())] : []
    const place = { point: alongWangshe(meters), accuracyMeters: 10, words: '王舍路南侧' }
    await report(world, by, { classCode: 'litter', text, place, fileIds })
    await runNow(findClusters)
  }
  at(12)
  const { clusters } = await world.ask(desk, 'issues.listClusters', {})
  expect(clusters).toMatchObject([{ reports: 12, gridName: '第六网格' }])
  const { id, issues, parentId } = await world.ask(desk, 'issues.getCluster', { id: clusters[0]!.id })
  const ids = issues.map((issue) => issue.id).filter((one) => one !== parentId)
  await world.ask(desk, 'issues.mergeCluster', { clusterId: id, parentId: parentId!, ids })
  return { parentId: parentId!, before: issueOf(world, parentId!).fileIds[0]! }
}

/** One joint meeting: called, signed in to by code, minuted, and its promise kept. */
const meet = async (issueId: string, told: (typeof wangsheMeetings)[number]): Promise<void> => {
  at(told.day - 2)
  const startsAt = toInstant(morning + told.day * dayMs)
  const asked = { startsAt, place: '王舍路口现场', agenda: told.agenda, personIds: invited }
  const { id } = await world.ask(lead, 'issues.callMeeting', { id: issueId, ...asked })
  at(told.day)
  const { code } = await world.ask(lead, 'issues.getMeeting', { id })
  for (const persona of invited) await world.ask(persona, 'issues.checkInToMeeting', { id, code: code!.digits })
  await world.ask(lead, 'issues.writeMinutes', { id, text: told.minutes })
  const dueOn = addDays(dayOf(world.clock.now), told.doneIn + 1)
  const promise = { id: issueId, what: told.what, personId: told.by, dueOn, meetingId: id }
  await world.ask(lead, 'issues.addCommitment', promise)
  at(told.day + told.doneIn)
  const commitment = world.documents('commitments').at(-1)!
  expect(commitment).toMatchObject({ meetingId: id, owner: { personId: told.by }, isOpen: true })
  await world.ask(told.by, 'issues.completeCommitment', { id: commitment._id, sentence: told.done })
}

test('王舍路, replayed through the wire: twelve reports, one parent, 综合行政执法 leads, three meetings, works, adoption', async () => {
  const { parentId: id, before } = await merged()
  await stepOf(world, owner, { id, move: 'start' })
  await world.ask(owner, 'issues.setLead', { id, personId: lead, reason: '沿街绿化带要改造' })
  await world.ask(owner, 'issues.addHelper', { id, personId: 'officer-comprehensive', task: '协调沿街商户' })
  for (const told of wangsheMeetings) await meet(id, told)
  const helped = { id, move: 'submit', result: 'resolved', sentence: '好了' } as const
  expect(await world.refusalOf('officer-comprehensive', 'issues.moveIssue', helped)).toBe('FORBIDDEN')

  at(wangsheWorks.endDay)
  const { what, areaSquareMeters, spot, startDay, endDay } = wangsheWorks
  const dayAt = (day: number) => addDays(dayOf(morning), day)
  const afterId = await world.upload(lead, jpeg())
  const works = { what, startOn: dayAt(startDay), endOn: dayAt(endDay), areaSquareMeters }
  await world.ask(lead, 'issues.setWorks', { id, ...works, pairs: [{ spot, beforeId: before, afterId }] })
  const fileIds = [await world.upload(lead, jpeg())]
  await stepOf(world, lead, { ...helped, sentence: '冬青已移走，改成草地', fileIds })
  expect(await stepOf(world, wangsheReports[0]!.by, { id, move: 'confirm' })).toBe('closed')
  await runNow(deliverAnnouncements)
  for (const { by } of wangsheReports) {
    const texts = world
      .documents('notices')
      .filter(({ recipientId, subject }) => recipientId === by && subject.id === id)
      .map(({ text }) => text)
    expect(texts.filter((text) => text.startsWith('您反映的事，有 12 件上报'))).toHaveLength(1)
    expect(texts.filter((text) => text.startsWith('这件事已办结'))).toHaveLength(1)
  }

  const from = dayOf(world.clock.now)
  const adoption = await world.ask(desk, 'issues.addAdoption', {
    issueId: id,
    name: '王舍路南侧绿地',
    place: '王舍路南侧',
    areaSquareMeters,
    adopter: { kind: 'community' },
    duty: { what: '捡拾垃圾', times: 2, everyDays: 1 },
    from,
    to: addDays(from, 364),
  })
  for (let day = endDay + 1; day <= endDay + 5; day += 1)
    for (const [hours, by] of [
      [0, 'volunteer-1'],
      [9, owner],
    ] as const) {
      at(day, hours)
      await runNow(lapseAdoptions)
      await world.ask(by, 'issues.noteUpkeep', { id: adoption.id, text: '沿路捡了一遍' })
    }
  const kept = await world.ask(desk, 'issues.getAdoption', { id: adoption.id })
  expect(kept).toMatchObject({ state: 'active', upkeepCount: 10, upkeepToday: 2, dutyWords: '每日 2 次捡拾垃圾' })
  const whole = await world.ask(lead, 'issues.getIssue', { id })
  expect(whole.joint.meetings).toHaveLength(3)
  expect(whole.joint.commitments.every(({ state }) => state === 'done')).toBe(true)
  expect(whole).toMatchObject({ joinedCount: 11, works: { days: 8, pairs: [{ before: {}, after: {} }] } })
  for (const { attendance } of world.documents('meetings'))
    expect(attendance.map(({ by }) => by)).toEqual(['code', 'code', 'code'])
  at(endDay + 8)
  expect(await runNow(lapseAdoptions)).toBe(1)
  const lapsed = await world.ask(desk, 'issues.getAdoption', { id: adoption.id })
  expect(lapsed).toMatchObject({ state: 'lapsed', custodian: { roleName: '社区工作者' } })
})

test('房石小区, replayed through the wire: 18 days and 600 m² on the card, before and after at one spot', async () => {
  const fileIds = [await world.upload(fangshi.by, jpeg())]
  const place = { buildingId: fangshi.buildingId, words: '小区南侧' }
  const id = await report(world, fangshi.by, { classCode: 'litter', text: fangshi.text, place, fileIds })
  const { owner: worker, fileIds: kept } = issueOf(world, id)
  await stepOf(world, worker.personId, { id, move: 'start' })
  const startOn = dayOf(world.clock.now)
  at(fangshi.days - 1)
  const afterId = await world.upload(worker.personId, jpeg())
  const { what, areaSquareMeters, spot } = fangshi.works
  const days = { startOn, endOn: dayOf(world.clock.now) }
  const pairs = [{ spot, beforeId: kept[0]!, afterId }]
  await world.ask(worker.personId, 'issues.setWorks', { id, what, ...days, areaSquareMeters, pairs })
  const { works } = await world.ask(fangshi.by, 'issues.getIssue', { id })
  expect(works).toMatchObject({ days: 18, areaSquareMeters: 600, pairs: [{ spot: '房石小区南侧围墙边', after: {} }] })
})
