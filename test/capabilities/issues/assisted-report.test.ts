import { jpeg } from '../../support/images'
import { expectOnce, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'
import { begin, head } from '../residents/assist'
import { noticesOf } from './shared'

const world = useWorld()
const worker = 'worker-grid-6'
const resident = 'resident-grid-6'
const assist = async (persona = worker) =>
  (await world.ask(persona, 'residents.beginAssistance', { personId: resident, purpose: '不会用手机' })).id
const entered = async (changes = {}): Promise<string> =>
  report(world, worker, { assistanceId: await assist(), ...changes })

test('it is the resident’s report, says who entered it, and comes from a visit, or from the desk', async () => {
  const id = await entered({ source: 'patrol' })
  expect(issueOf(world, id)).toMatchObject({
    reporterId: resident,
    enteredBy: { personId: worker, role: 'gridWorker' },
    source: 'visit',
  })
  expect(issueOf(world, id).timeline[0]).toMatchObject({
    actor: { personId: worker, role: 'gridWorker' },
    text: '代居民上报',
  })
  const assistanceId = await assist('community-worker-1')
  expect(issueOf(world, await report(world, 'community-worker-1', { assistanceId })).source).toBe('desk')
  expect((await world.ask(worker, 'residents.listAssistances', {})).assistances[0]!.issues).toMatchObject([{ id }])
})

test('the resident is told what was entered, finds it among their own, and confirms, rates or withdraws it', async () => {
  const id = await entered()
  expect(noticesOf(world, resident)[0]).toMatch(/替您报了一件事.*楼道里有异味.*可以撤回/)
  expect((await world.ask(resident, 'issues.listMyIssues', {})).issues.map((issue) => issue.id)).toEqual([id])
  expect((await world.ask(resident, 'issues.getIssue', { id })).enteredBy).toMatchObject({ personId: worker })
  await stepOf(world, worker, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  expect(await stepOf(world, resident, { id, move: 'confirm' })).toBe('closed')
  await world.ask(resident, 'issues.rateIssue', { id, stars: 5 })
  expect(await stepOf(world, resident, { id: await entered(), move: 'withdraw' })).toBe('withdrawn')
})

test('what is private is not in the notice', async () => {
  await entered({ classCode: 'hardship', text: '家里揭不开锅了' })
  expect(noticesOf(world, resident).join()).not.toContain('揭不开锅')
})

test('whoever entered it follows it while in post, and can neither confirm, rate nor withdraw it for the resident', async () => {
  const { id: assistanceId } = await begin(world)
  const id = await report(world, head, { assistanceId, classCode: 'dispute', text: '楼上漏水', isUnnamed: true })
  const seen = await world.ask(head, 'issues.getIssue', { id })
  expect(seen).toMatchObject({ isMine: false, canRate: false, reporter: { name: '王奶奶' } })
  expect(seen.moves.map(({ move }) => move)).not.toContain('withdraw')
  for (const move of ['confirm', 'withdraw', 'reopen'] as const)
    await expectRefused(world, 'FORBIDDEN', head, 'issues.moveIssue', { id, move })
  await expectRefused(world, 'FORBIDDEN', head, 'issues.rateIssue', { id, stars: 5 })
  const postings = world.documents('postings').filter(({ personId }) => personId === head)
  await world.runtime.store.transact(async (tx) => {
    for (const posting of postings) await tx.postings.put({ ...posting, to: '2026-11-24' })
  })
  await expectRefused(world, 'NOT_FOUND', head, 'issues.getIssue', { id })
})

test('who may not know the reporter does not learn who entered it either', async () => {
  const id = await entered({ isUnnamed: true })
  expect((await world.ask('group-leader-4', 'issues.getIssue', { id })).enteredBy).toBeNull()
})

test('a finder is who found it, not whose report it was', async () => {
  const assistance = await world.ask('community-worker-1', 'residents.beginAssistance', {
    personId: 'worker-grid-7',
    purpose: '打电话来的',
  })
  const id = await report(world, 'community-worker-1', { assistanceId: assistance.id })
  const moves = (await world.ask('worker-grid-7', 'issues.getIssue', { id })).moves.map(({ move }) => move)
  expect(moves).not.toContain('solveOnSpot')
})

test('ASSISTANCE_OVER once it has ended, by time or by hand, and nothing is lost of what was written', async () => {
  const assistanceId = await assist()
  world.clock.now += 30 * 60_000
  const input = { classCode: 'litter', text: '垃圾没清', place: { buildingId: 'building-12-1' } }
  await expectRefused(world, 'ASSISTANCE_OVER', worker, 'issues.reportIssue', { ...input, assistanceId })
  const second = await assist()
  await world.ask(worker, 'residents.endAssistance', { id: second })
  await expectRefused(world, 'ASSISTANCE_OVER', worker, 'issues.reportIssue', { ...input, assistanceId: second })
})

test('ASSISTANCE_UNKNOWN for one of somebody else, one that never was, and one begun in a post that has been left', async () => {
  const assistanceId = await assist()
  const input = { classCode: 'litter', text: '垃圾没清', place: { buildingId: 'building-12-1' } }
  for (const [persona, id] of [
    ['community-worker-1', assistanceId],
    [resident, assistanceId],
    [worker, 'assistance-nothing'],
  ] as const)
    await expectRefused(world, 'ASSISTANCE_UNKNOWN', persona, 'issues.reportIssue', { ...input, assistanceId: id })
  const posting = world.documents('postings').find(({ personId }) => personId === worker)!
  await world.runtime.store.transact((tx) => tx.postings.put({ ...posting, to: '2026-11-24' }))
  await expectRefused(world, 'ASSISTANCE_UNKNOWN', worker, 'issues.reportIssue', { ...input, assistanceId })
})

test('ASSISTANCE_ABOUT_SELF: nobody enters a complaint about themselves', async () => {
  await expectRefused(world, 'ASSISTANCE_ABOUT_SELF', worker, 'issues.reportIssue', {
    classCode: 'complaint',
    text: '总是不来',
    place: { buildingId: 'building-12-1' },
    aboutPersonId: worker,
    assistanceId: await assist(),
  })
})

test('the limit counts for the resident and for who enters, each for themselves; what is urgent is always taken', async () => {
  const assistanceId = await assist()
  const id = await report(world, worker, { assistanceId })
  const [assistance] = world.documents('assistances')
  const many = Array.from({ length: 20 }, (_, at) => ({ ...assistance!.issues[0]!, id: `i-${at}` }))
  await world.runtime.store.transact((tx) => tx.assistances.put({ ...assistance!, issues: many }))
  const input = { classCode: 'litter', text: '垃圾没清', place: { buildingId: 'building-12-1' } }
  await expectRefused(world, 'ISSUE_ENTERED_TOO_OFTEN', worker, 'issues.reportIssue', { ...input, assistanceId })
  for (const classCode of ['road', 'lift']) await report(world, worker, { assistanceId, classCode, text: '急' })
  await report(world, worker)
  await report(world, resident)
  await world.runtime.store.transact((tx) => tx.assistances.put(assistance!))
  insertIssues(
    world,
    issueOf(world, id),
    Array.from({ length: 20 }, (_, at) => ({ _id: `full-${at}`, classCode: 'litter' })),
  )
  await expectRefused(world, 'ISSUE_REPORTED_TOO_OFTEN', worker, 'issues.reportIssue', { ...input, assistanceId })
})

test('photos are those of who enters, and are asked about in their name', async () => {
  const fileId = await world.upload(worker, jpeg())
  const id = await entered({ fileIds: [fileId] })
  expect(issueOf(world, id).fileIds).toHaveLength(1)
})

test('twice is once', async () => {
  const assistanceId = await assist()
  const input = { classCode: 'litter', text: '垃圾没清', place: { buildingId: 'building-12-1' }, assistanceId }
  await expectOnce(world, worker, 'issues.reportIssue', input, { ...input, text: '别的' })
  expect(world.documents('assistances')[0]!.issues).toHaveLength(1)
})

test('the photos of a report that is refused at the last moment are whose they were, and go with the next', async () => {
  const assistanceId = await assist()
  const fileIds = [await world.upload(worker, jpeg())]
  const { store } = world.runtime
  const { transact } = store
  jest.spyOn(store, 'transact').mockImplementationOnce(async (body) => {
    await store.assistances.updateWhere({ _id: assistanceId }, { endedAt: new Date(world.clock.now).toISOString() })
    return transact(body)
  })
  const input = { classCode: 'litter', text: '垃圾没清', place: { buildingId: 'building-12-1' }, fileIds }
  expect(await world.refusalOf(worker, 'issues.reportIssue', { ...input, assistanceId })).toBe('ASSISTANCE_OVER')
  jest.restoreAllMocks()
  const { id } = await world.ask(worker, 'issues.reportIssue', { ...input, assistanceId: await assist() })
  expect(issueOf(world, id).fileIds).toHaveLength(1)
})
