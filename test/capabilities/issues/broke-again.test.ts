import { expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const resident = 'resident-grid-6'
const owner = 'worker-grid-6'
const desk = 'community-worker-1'

const closed = async (changes: object = {}): Promise<string> => {
  const id = await report(world, resident, changes)
  await stepOf(world, owner, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await stepOf(world, resident, { id, move: 'confirm' })
  return id
}
const seen = (persona: string, id: string) => world.ask(persona, 'issues.getIssue', { id })
const lines = async (persona: string, id: string) =>
  (await seen(persona, id)).timeline.filter(({ kind }) => kind === 'follows').map(({ title, text }) => [title, text])

test('a report that follows a closed issue is joined to it, and both timelines say so to whoever sees both', async () => {
  const old = await closed()
  const fresh = await report(world, resident, { followsId: old })
  const [oldCode, freshCode] = [old, fresh].map((id) => issueOf(world, id).code)
  for (const persona of [resident, owner, desk]) {
    expect((await seen(persona, fresh)).follows).toEqual({ id: old, code: oldCode })
    expect((await seen(persona, old)).followedBy).toEqual([{ id: fresh, code: freshCode }])
    expect(await lines(persona, fresh)).toEqual([['又坏了', `${oldCode} 那件事又坏了`]])
    expect(await lines(persona, old)).toEqual([['又坏了', `又坏了，另报为 ${freshCode}`]])
  }
  expect(issueOf(world, old)).toMatchObject({ state: 'closed', followedByIds: [fresh] })
})

test('whoever sees only one of them learns nothing of the other', async () => {
  const old = await closed()
  const fresh = await report(world, resident, { followsId: old, classCode: 'dispute' })
  expect((await seen(desk, old)).followedBy).toHaveLength(1)
  const half = await seen('group-leader-4', old)
  expect([half.followedBy, await lines('group-leader-4', old)]).toEqual([[], []])
  expect(JSON.stringify(half)).not.toContain(fresh)
  expect(JSON.stringify(half)).not.toContain(issueOf(world, fresh).code)
})

test('a named report never gives away who reported the unnamed one before it', async () => {
  const old = await closed({ isUnnamed: true })
  const fresh = await report(world, resident, { followsId: old })
  expect((await seen(owner, fresh)).follows).toBeNull()
  expect((await seen(desk, fresh)).follows).toMatchObject({ id: old })
})

test('only what is closed and seen can be followed', async () => {
  const open = await report(world)
  const old = await closed()
  const input = { classCode: 'odourPests', text: '楼道里有异味', place: { buildingId: 'building-12-1' } }
  const refused = (persona: string, followsId: string) =>
    expectRefused(world, 'ISSUE_FOLLOWED_UNKNOWN', persona, 'issues.reportIssue', { ...input, followsId })
  await refused(resident, open)
  await refused(resident, 'issue-nowhere')
  await refused('resident-grid-1', old)
  await refused('b-worker-grid-1', old)
})

test('sent twice is joined once, and two who follow at once are both remembered', async () => {
  const old = await closed()
  const input = { classCode: 'odourPests', text: '又有异味', place: { buildingId: 'building-12-1' }, followsId: old }
  const requestId = 'the-same-request-0001'
  const first = await world.send(resident, 'issues.reportIssue', input, requestId)
  expect(await world.send(resident, 'issues.reportIssue', input, requestId)).toEqual(first)
  await Promise.all([report(world, resident, { followsId: old }), report(world, owner, { followsId: old })])
  expect(issueOf(world, old).followedByIds).toHaveLength(3)
})
