import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { begin, door, head, otherDoor } from './assist'

const world = useWorld()
const name = 'residents.beginAssistance'
const resident = () => world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!

test('a head of the building begins half an hour for a resident on record; it is written down who, for whom and why', async () => {
  const answer = await world.ask('worker-grid-6', name, { personId: 'resident-grid-6', purpose: '眼睛看不清' })
  expect(answer).toMatchObject({ forName: resident().name, hasSignedIn: true, isOn: true, issues: [] })
  expect(answer.endsAt).toBe('2026-11-25T01:30:00.000Z')
  expect(world.documents('assistances')).toMatchObject([
    {
      by: { personId: 'worker-grid-6', role: 'gridWorker' },
      forId: 'resident-grid-6',
      purpose: '眼睛看不清',
      startedAt: '2026-11-25T01:00:00.000Z',
      endedAt: null,
    },
  ])
})

test('a name at a door that nobody has entered is entered once, without an identity', async () => {
  expect(await begin(world)).toMatchObject({ forName: '王奶奶', hasSignedIn: false })
  await begin(world)
  const entered = world.documents('persons').filter(({ name: called }) => called === '王奶奶')
  expect(entered).toMatchObject([{ householdId: door }])
  expect(entered[0]!.openid).toBeUndefined()
})

test('a member of the household who is on record under that name is that member', async () => {
  const { name: called, householdId = '' } = resident()
  const before = world.documents('persons').length
  await world.ask('worker-grid-6', name, { householdId, name: called, purpose: '来窗口说的' })
  expect(world.documents('persons')).toHaveLength(before)
  expect(world.documents('assistances')).toMatchObject([{ forId: 'resident-grid-6' }])
})

test('a new one ends the one before, so that nobody writes for two', async () => {
  await begin(world)
  world.clock.now += 60_000
  await begin(world, head, '李爷爷')
  const [first, second] = [...world.documents('assistances')].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
  expect(first).toMatchObject({ forName: '王奶奶', endedAt: '2026-11-25T01:01:00.000Z' })
  expect(second).toMatchObject({ forName: '李爷爷', endedAt: null })
})

test('the desk reaches the whole community, whoever has no home included', async () => {
  expect((await begin(world, 'community-worker-1', '王奶奶', otherDoor)).isOn).toBe(true)
  await world.ask('community-worker-1', name, { personId: 'worker-grid-7', purpose: '打电话来的' })
  await expectRefused(world, 'NOT_FOUND', head, name, { personId: 'worker-grid-7', purpose: '打电话来的' })
})

test('out of reach is NOT_FOUND, like what is not there; FORBIDDEN for residents and outside posts', async () => {
  await expectAbsent(world, head, name, 'resident-grid-6', (personId) => ({ personId, purpose: '帮忙' }))
  await expectAbsent(world, head, name, otherDoor, (householdId) => ({ householdId, name: '王奶奶', purpose: '帮忙' }))
  await expectAbsent(world, 'b-worker-grid-1', name, door, (householdId) => ({
    householdId,
    name: '王奶奶',
    purpose: '帮忙',
  }))
  for (const persona of ['resident-grid-6', 'officer-police', 'newcomer-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { personId: 'resident-grid-6', purpose: '帮忙' })
})

test('ASSISTANCE_SELF for oneself', async () => {
  await expectRefused(world, 'ASSISTANCE_SELF', 'community-worker-1', name, {
    personId: 'community-worker-1',
    purpose: '帮忙',
  })
})

test('neither or both of person and door, or no reason, is refused beside the field', async () => {
  for (const who of [{}, { householdId: door }, { name: '王奶奶' }, { personId: 'resident-grid-6', householdId: door }])
    expect((await expectRefused(world, 'INVALID_INPUT', head, name, { ...who, purpose: '帮忙' })).fields).toEqual({
      name: '请选一位居民，或选门牌号并写下姓名',
    })
  expect(
    (await expectRefused(world, 'INVALID_INPUT', head, name, { householdId: door, name: '王', purpose: ' ' })).fields,
  ).toEqual({ purpose: '请填写为什么代报' })
})

test('twice is once', async () => {
  const input = { householdId: door, name: '王奶奶', purpose: '帮忙' }
  await expectOnce(world, head, name, input, { ...input, name: '李爷爷' })
})
