import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'residents.approveBinding' satisfies CapabilityName

const home = 'household-1-1-1-101'
const apply = async (persona = 'newcomer-1'): Promise<string> =>
  (await world.ask(persona, 'residents.requestBinding', { householdId: home, relation: 'tenant', name: '小赵' })).id
const applicantOf = (id: string) => {
  const binding = world.documents('bindings').find(({ _id }) => _id === id)!
  return world.documents('persons').find(({ _id }) => _id === binding.personId)!
}

test('a yes moves the person in under the name they gave, and they are told who said so', async () => {
  const id = await apply()
  const head = world.documents('persons').find(({ _id }) => _id === 'building-head-1')!
  expect(await world.ask('building-head-1', name, { id, approve: true })).toMatchObject({
    id,
    state: 'approved',
    decidedByName: head.name,
    decidedAt: '2026-11-25T01:00:00.000Z',
  })
  expect(applicantOf(id)).toMatchObject({ name: '小赵', householdId: home, isNewcomer: false })
  const { notices } = await world.ask('newcomer-1', 'notices.listNotices', {})
  expect(notices[0]).toMatchObject({ title: '住户绑定已确认', subject: { kind: 'binding', id } })
  expect(notices[0]!.text).toContain(head.name)
})

test('a yes renames nobody the community knows, whatever they typed', async () => {
  const before = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  const id = await apply('worker-grid-6')
  await world.ask('building-head-1', name, { id, approve: true })
  expect(applicantOf(id)).toMatchObject({ name: before.name, householdId: home })
})

test('a no changes nothing about the person and tells them why', async () => {
  const id = await apply()
  await world.ask('unit-head-1', name, { id, approve: false, reason: '请补充租房合同' })
  expect(applicantOf(id)).toMatchObject({ isNewcomer: true })
  expect(applicantOf(id).householdId).toBeUndefined()
  const { notices } = await world.ask('newcomer-1', 'notices.listNotices', {})
  expect(notices[0]!.text).toContain('请补充租房合同')
})

test('a decision sent twice is made once, and its opposite under the same request id is refused', async () => {
  const id = await apply()
  await expectOnce(world, 'building-head-1', name, { id, approve: true }, { id, approve: false, reason: '不认识' })
})

test('BINDING_REASON_REQUIRED: a no needs a reason; BINDING_ALREADY_DECIDED: and stays the only word', async () => {
  const id = await apply()
  await expectRefused(world, 'BINDING_REASON_REQUIRED', 'building-head-1', name, { id, approve: false })
  await world.ask('building-head-1', name, { id, approve: false, reason: '不认识' })
  await expectRefused(world, 'BINDING_ALREADY_DECIDED', 'unit-head-1', name, { id, approve: true })
})

test('BINDING_OWN_REQUEST: nobody lets themself in', async () => {
  const id = await apply('building-head-1')
  await expectRefused(world, 'BINDING_OWN_REQUEST', 'building-head-1', name, { id, approve: true })
})

test('when two heads decide at once, one decides and the other learns that it is done', async () => {
  const id = await apply()
  const codes = await Promise.all([
    world.refusalOf('building-head-1', name, { id, approve: true }),
    world.refusalOf('unit-head-1', name, { id, approve: false, reason: '不认识' }),
  ])
  expect(codes.sort()).toEqual(['BINDING_ALREADY_DECIDED', 'ok'])
  const told = world.documents('notices').filter(({ recipientId }) => recipientId === applicantOf(id)._id)
  expect(told).toHaveLength(1)
  const [binding] = world.documents('bindings')
  expect(applicantOf(id).householdId === home).toBe(binding!.state === 'approved')
})

test('an application elsewhere does not exist for heads of other buildings, other grids and other communities', async () => {
  const id = await apply()
  const inputFor = (one: string) => ({ id: one, approve: true })
  for (const persona of ['worker-grid-6', 'b-worker-grid-1', 'b-community-worker-1'])
    await expectAbsent(world, persona, name, id, inputFor)
  for (const persona of ['newcomer-1', 'resident-grid-1', 'officer-police'])
    await expectRefused(world, 'FORBIDDEN', persona, name, inputFor(id))
  await expectRefused(world, 'UNAUTHENTICATED', null, name, inputFor(id))
})
