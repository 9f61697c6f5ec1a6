import { jpeg } from '../../support/images'
import { expectAbsent, expectOnce, issueOf, report, seenAtOf, stepOf, useWorld } from '../world'

const world = useWorld()
const at = (local: string): void => {
  world.clock.now = Date.parse(`${local.replace(' ', 'T')}:00+08:00`)
}
const toldOf = (id: string): string[] => (issueOf(world, id).rosterTold ?? []).map(({ personId }) => personId)
const noticesTo = (personId: string) => world.documents('notices').filter(({ recipientId }) => recipientId === personId)
const roster = (day: string, ...personIds: string[]) =>
  world.ask('community-worker-1', 'organization.setRoster', { day, personIds, seenAt: seenAtOf(world, day) })
const pressing = { classCode: 'fireLane' }

test.each([
  ['2026-11-25 23:00', ['community-worker-1', 'worker-grid-1']],
  ['2026-11-26 02:00', ['community-worker-1', 'worker-grid-1']],
  ['2026-11-29 12:00', ['worker-grid-7', 'property-manager-2', 'area-police-1']],
  ['2026-11-25 12:00', []],
])('at %s an issue of 24 clock hours is told to %j; owner and route are those of the day', async (local, expected) => {
  at(local)
  const id = await report(world, 'resident-grid-6', pressing)
  expect(toldOf(id)).toEqual(expected)
  expect(issueOf(world, id)).toMatchObject({
    owner: { personId: 'worker-grid-6' },
    contact: { personId: 'worker-grid-6' },
    leadId: 'worker-grid-6',
    helperIds: [],
  })
  expect(world.documents('notices')).toHaveLength(2 + expected.length)
  for (const personId of expected)
    expect(noticesTo(personId)).toMatchObject([{ subject: { kind: 'issue', id }, isRead: false }])
})

test('what can wait until the morning wakes nobody', async () => {
  at('2026-11-25 23:00')
  expect(toldOf(await report(world))).toEqual([])
  expect(world.documents('notices')).toHaveLength(2)
})

test('the owner is told once, as the owner, though on the roster', async () => {
  await roster('2026-11-25', 'worker-grid-6', 'worker-grid-7')
  at('2026-11-25 23:00')
  const id = await report(world, 'resident-grid-6', pressing)
  expect(toldOf(id)).toEqual(['worker-grid-7'])
  expect(noticesTo('worker-grid-6')).toHaveLength(1)
})

test('an open night goes to the duty post, and so does one whose people have all gone', async () => {
  at('2026-12-03 23:00')
  expect(toldOf(await report(world, 'resident-grid-6', pressing))).toEqual(['community-worker-1', 'community-worker-2'])
  await roster('2026-12-04', 'worker-grid-1')
  const leave = { from: '2026-12-04', to: '2026-12-05', standInId: 'worker-grid-2' }
  await world.ask('worker-grid-1', 'organization.setLeave', { leave })
  at('2026-12-04 23:00')
  expect(toldOf(await report(world, 'resident-grid-6', pressing))).toEqual(['community-worker-1', 'community-worker-2'])
})

test('whom it is about is not told and finds nothing', async () => {
  at('2026-11-25 23:00')
  const id = await report(world, 'resident-grid-6', { classCode: 'fraud', aboutPersonId: 'worker-grid-1' })
  expect(toldOf(id)).toEqual(['community-worker-1'])
  expect(noticesTo('worker-grid-1')).toEqual([])
  await expectAbsent(world, 'worker-grid-1', 'issues.getIssue', id, (one) => ({ id: one }))
})

test('sent twice is told once', async () => {
  at('2026-11-25 23:00')
  const input = { classCode: 'fireLane', text: '楼道堆物', place: { buildingId: 'building-12-1' } }
  const { id } = await expectOnce(world, 'resident-grid-6', 'issues.reportIssue', input, { ...input, text: '别的' })
  expect(toldOf(id)).toHaveLength(2)
  expect(noticesTo('worker-grid-1')).toHaveLength(1)
})

test('whoever was told opens a private class without the name, notes progress, and moves nothing', async () => {
  at('2026-11-25 23:00')
  const id = await report(world, 'resident-grid-6', { classCode: 'fraud' })
  const seen = await world.ask('worker-grid-1', 'issues.getIssue', { id })
  expect(seen).toMatchObject({ reporter: null, moves: [], canAddProgress: true })
  expect(seen.rosterTold.map(({ personId }) => personId)).toEqual(['community-worker-1', 'worker-grid-1'])
  const { name } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  expect(JSON.stringify(seen)).not.toContain(name)
  await expectAbsent(world, 'worker-grid-2', 'issues.getIssue', id, (one) => ({ id: one }))

  await world.ask('worker-grid-1', 'issues.addProgress', { id, text: '已到现场查看' })
  expect(issueOf(world, id)).toMatchObject({ state: 'dispatched', owner: { personId: 'area-police-1' } })
  expect(issueOf(world, id).timeline.at(-1)).toMatchObject({ kind: 'progress', actor: { personId: 'worker-grid-1' } })
  expect(await world.refusalOf('worker-grid-1', 'issues.moveIssue', { id, move: 'start' })).not.toBe('ok')
  expect((await world.ask('resident-grid-6', 'issues.getIssue', { id })).rosterTold).toHaveLength(2)
})

const closed = async (): Promise<string> => {
  const id = await report(world, 'resident-grid-6', { classCode: 'fallingObject' })
  await stepOf(world, 'area-police-1', { id, move: 'start' })
  await stepOf(world, 'area-police-1', { id, move: 'submit', result: 'resolved', sentence: '已劝导' })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  return id
}

test('what is reopened at night is told to the roster of that night, by day to nobody', async () => {
  const byDay = await closed()
  const byNight = await closed()
  await stepOf(world, 'resident-grid-6', { id: byDay, move: 'reopen' })
  expect(toldOf(byDay)).toEqual([])
  at('2026-11-26 23:00')
  await stepOf(world, 'resident-grid-6', { id: byNight, move: 'reopen' })
  expect(toldOf(byNight)).toEqual(['worker-grid-2', 'property-manager-1'])
  expect(issueOf(world, byNight)).toMatchObject({ state: 'handling', owner: { personId: 'area-police-1' } })
  expect(noticesTo('worker-grid-2')).toMatchObject([{ subject: { kind: 'issue', id: byNight } }])
})

test('what is reopened at night to somebody else, because its owner has left, is told too', async () => {
  const id = await report(world, 'resident-grid-6', pressing)
  const fileIds = [await world.upload('worker-grid-6', jpeg())]
  await stepOf(world, 'worker-grid-6', { id, move: 'start' })
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理', fileIds })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  await world.runtime.store.postings.updateWhere({ personId: 'worker-grid-6' }, { to: '2026-11-25' })
  at('2026-11-26 23:00')
  await stepOf(world, 'resident-grid-6', { id, move: 'reopen' })
  const { owner } = issueOf(world, id)
  expect(owner.personId).not.toBe('worker-grid-6')
  expect(toldOf(id)).toEqual(['worker-grid-2', 'property-manager-1'].filter((one) => one !== owner.personId))
})

test('an issue older than the roster is still opened, moved and shown', async () => {
  const id = await report(world)
  expect(issueOf(world, id)).not.toHaveProperty('rosterTold')
  expect((await world.ask('worker-grid-6', 'issues.getIssue', { id })).rosterTold).toEqual([])
})

test('what its reporter completes at night comes to its owner anew, and so to the roster of that night', async () => {
  at('2026-11-25 12:00')
  const id = await report(world, 'resident-grid-6', pressing)
  await stepOf(world, 'community-worker-1', { id, move: 'return', reason: '请补充楼层' })
  expect(toldOf(id)).toEqual([])
  at('2026-11-25 23:00')
  await stepOf(world, 'resident-grid-6', { id, move: 'resubmit', reason: '三楼' })
  expect(toldOf(id)).toEqual(['community-worker-1', 'worker-grid-1'])
  expect(issueOf(world, id).owner.personId).toBe('worker-grid-6')
  expect(noticesTo('worker-grid-1')).toMatchObject([{ subject: { kind: 'issue', id } }])
})
