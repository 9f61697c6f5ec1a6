import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { expectAbsent, expectOnce, expectRefused, report, issueOf, useWorld } from '../world'

const world = useWorld()
const name = 'organization.setLeave' satisfies CapabilityName

type Input = InputOf<ContractOf<typeof name>>
const away = (standInId: string, from = '2026-11-25', to = '2026-11-30'): Input => ({ leave: { from, to, standInId } })
const leaveOf = (personId: string) => world.documents('persons').find(({ _id }) => _id === personId)!.leave

/** Of two who named each other one is gone; the other learns that their stand-in is away, or that they are relied on. */
const expectOneGone = (codes: string[], ...personIds: string[]) => {
  expect(codes).toContain('ok')
  const [refused] = codes.filter((code) => code !== 'ok')
  expect(['LEAVE_STAND_IN_UNFIT', 'LEAVE_STAND_IN_FOR_ANOTHER']).toContain(refused)
  expect(personIds.map(leaveOf).filter(Boolean)).toHaveLength(1)
}

test('a leave sends the next report to the stand-in, who is told of it; ending it brings the worker back', async () => {
  const reply = await world.ask('worker-grid-6', name, away('worker-grid-7'))
  const standIn = world.documents('persons').find(({ _id }) => _id === 'worker-grid-7')!
  expect(reply).toEqual({
    leave: { from: '2026-11-25', to: '2026-11-30', standInId: 'worker-grid-7', standInName: standIn.name },
    changedAt: '2026-11-25T01:00:00.000Z',
  })
  const { notices } = await world.ask('worker-grid-7', 'notices.listNotices', {})
  expect(notices).toMatchObject([{ title: '请您代班', subject: { kind: 'leave', id: 'worker-grid-6' }, isRead: false }])
  expect(issueOf(world, await report(world)).owner.personId).toBe('worker-grid-7')

  world.clock.now += 86_400_000
  expect((await world.ask('worker-grid-6', name, { leave: null })).leave).toBeNull()
  expect(leaveOf('worker-grid-6')).toEqual({ from: '2026-11-25', to: '2026-11-25', standInId: 'worker-grid-7' })
  expect(issueOf(world, await report(world)).owner.personId).toBe('worker-grid-6')
  const told = world
    .documents('notices')
    .filter(({ recipientId, title }) => recipientId === 'worker-grid-7' && title === '代班结束')
  expect(told).toMatchObject([{ subject: { kind: 'leave', id: 'worker-grid-6' } }])
})

test('a leave to the last day that can be written is refused, also for one of the duty post', async () => {
  const input = away('community-worker-2', '9999-12-20', '9999-12-31')
  await expectRefused(world, 'INVALID_INPUT', 'community-worker-1', name, input)
})

test('ending a leave on its first day takes it back whole, and ending one long past changes no history', async () => {
  await world.ask('worker-grid-6', name, away('worker-grid-7'))
  await world.ask('worker-grid-6', name, { leave: null })
  expect(leaveOf('worker-grid-6')).toBeUndefined()
  await world.ask('worker-grid-6', name, away('worker-grid-7', '2026-11-25', '2026-11-26'))
  const past = leaveOf('worker-grid-6')
  world.clock.now += 10 * 86_400_000
  const told = world.documents('notices').length
  await world.ask('worker-grid-6', name, { leave: null })
  expect(leaveOf('worker-grid-6')).toEqual(past)
  expect(world.documents('notices')).toHaveLength(told)
})

test('sent twice is one leave and one message', async () => {
  await expectOnce(world, 'worker-grid-6', name, away('worker-grid-7'), away('worker-grid-5'))
  expect(world.documents('notices')).toHaveLength(1)
})

test.each([
  ['LEAVE_BACKWARDS', away('worker-grid-7', '2026-11-30', '2026-11-26')],
  ['LEAVE_IN_THE_PAST', away('worker-grid-7', '2026-11-24', '2026-11-26')],
  ['LEAVE_TOO_LONG', away('worker-grid-7', '2026-11-25', '2027-02-23')],
  ['LEAVE_STAND_IN_SELF', away('worker-grid-6')],
  ['LEAVE_STAND_IN_UNFIT', away('worker-grid-3')],
  ['LEAVE_STAND_IN_UNFIT', away('property-manager-1')],
  ['LEAVE_STAND_IN_UNFIT', away('b-worker-grid-1')],
  ['LEAVE_STAND_IN_UNFIT', away('nobody-of-this-id')],
])('%s: nothing is written', async (code, input) => {
  await expectRefused(world, code, 'worker-grid-6', name, input)
})

test('LEAVE_STAND_IN_FOR_ANOTHER: nobody goes while somebody relies on them, until that one has changed it', async () => {
  await world.ask('worker-grid-6', name, away('worker-grid-7', '2026-12-01', '2026-12-03'))
  const input = away('worker-grid-5', '2026-12-03', '2026-12-05')
  await expectRefused(world, 'LEAVE_STAND_IN_FOR_ANOTHER', 'worker-grid-7', name, input)
  await world.ask('worker-grid-6', name, away('worker-grid-8', '2026-12-01', '2026-12-03'))
  expect((await world.ask('worker-grid-7', name, input)).leave).toMatchObject({ standInId: 'worker-grid-5' })
})

test('of two workers who go on the same days at the same moment, each naming the other, one stays', async () => {
  for (let round = 0; round < 3; round += 1) {
    world.refill()
    const codes = await Promise.all([
      world.refusalOf('worker-grid-6', name, away('worker-grid-7')),
      world.refusalOf('worker-grid-7', name, away('worker-grid-6')),
    ])
    expectOneGone(codes, 'worker-grid-6', 'worker-grid-7')
  }
})

test('of a leave and the leave of its stand-in at the same moment one is had', async () => {
  const codes = await Promise.all([
    world.refusalOf('worker-grid-6', name, away('worker-grid-7')),
    world.refusalOf('worker-grid-7', name, away('worker-grid-8')),
  ])
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
})

test('ninety days are still allowed', async () => {
  const { leave } = await world.ask('worker-grid-6', name, away('worker-grid-7', '2026-11-25', '2027-02-22'))
  expect(leave).toMatchObject({ to: '2027-02-22' })
})

test('the last person on the duty post may not go, whoever would stand in', async () => {
  const known = world.documents('persons').find(({ _id }) => _id === 'community-worker-1')!
  const post = world.documents('postings').find(({ personId }) => personId === 'community-worker-1')!
  world.cloud.insertDocuments('persons', [{ ...known, _id: 'community-worker-3', openid: 'openid-3', phone: '' }])
  world.cloud.insertDocuments('postings', [{ ...post, _id: 'third-post', personId: 'community-worker-3' }])
  await world.ask('community-worker-1', name, away('community-worker-3'))
  await expectRefused(world, 'LEAVE_LAST_ON_DUTY', 'community-worker-2', name, away('community-worker-3'))
  await world.ask('community-worker-2', name, away('community-worker-3', '2026-12-01', '2026-12-02'))
})

test('when both who hold the duty post go at the same moment, one stays', async () => {
  const codes = await Promise.all([
    world.refusalOf('community-worker-1', name, away('community-worker-2')),
    world.refusalOf('community-worker-2', name, away('community-worker-1')),
  ])
  expectOneGone(codes, 'community-worker-1', 'community-worker-2')
})

test('of two on duty who name a third and go at the same moment, one stays', async () => {
  const known = world.documents('persons').find(({ _id }) => _id === 'community-worker-1')!
  const post = world.documents('postings').find(({ personId }) => personId === 'community-worker-1')!
  world.cloud.insertDocuments('persons', [{ ...known, _id: 'community-worker-3', openid: 'openid-3', phone: '' }])
  world.cloud.insertDocuments('postings', [{ ...post, _id: 'third-post', personId: 'community-worker-3' }])
  const codes = await Promise.all(
    ['community-worker-1', 'community-worker-2'].map((persona) =>
      world.refusalOf(persona, name, away('community-worker-3')),
    ),
  )
  expect(codes.sort()).toEqual(['LEAVE_LAST_ON_DUTY', 'ok'])
})

test('only an administrator sets the leave of somebody else, and only of their own community', async () => {
  const forAnother = (personId: string, standInId: string): Input => ({ personId, ...away(standInId) })
  await expectRefused(world, 'FORBIDDEN', 'worker-grid-5', name, forAnother('worker-grid-6', 'worker-grid-7'))
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, away('worker-grid-7'))
  await expectRefused(world, 'UNAUTHENTICATED', null, name, away('worker-grid-7'))
  const { leave } = await world.ask('administrator-1', name, forAnother('worker-grid-6', 'worker-grid-7'))
  expect(leave).toMatchObject({ standInId: 'worker-grid-7' })
  await expectAbsent(world, 'administrator-1', name, 'b-worker-grid-1', (id) => forAnother(id, 'b-worker-grid-2'))
  await expectAbsent(world, 'administrator-1', name, 'b-worker-grid-1', (personId) => ({ personId, leave: null }))
})
