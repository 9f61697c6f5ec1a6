import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'residents.requestBinding' satisfies CapabilityName

const wish = (changes: Partial<InputOf<ContractOf<typeof name>>> = {}): InputOf<ContractOf<typeof name>> => ({
  householdId: 'household-1-1-1-101',
  relation: 'tenant',
  name: '小赵',
  note: '上月搬来',
  ...changes,
})
const nameOf = (id: string) => world.documents('persons').find(({ _id }) => _id === id)!.name

test('the head of the building is asked, and told', async () => {
  const reply = await world.ask('newcomer-1', name, wish())
  expect(reply).toEqual({ id: reply.id, state: 'pending', approverName: nameOf('building-head-1') })
  expect(world.documents('bindings')).toMatchObject([
    {
      _id: reply.id,
      communityId: 'xinsheng',
      householdLabel: '鑫盛嘉园1号楼1单元101',
      buildingId: 'building-1-1',
      gridId: 'grid-2',
      state: 'pending',
      decidedById: null,
    },
  ])
  const { notices, unread } = await world.ask('building-head-1', 'notices.listNotices', {})
  expect([notices[0]!.subject, unread]).toEqual([{ kind: 'binding', id: reply.id }, 1])
})

test('where there is no head, or the head asks for themself, the next one is asked', async () => {
  const headless = await world.ask('newcomer-1', name, wish({ householdId: 'household-12-5-1-101' }))
  expect(headless.approverName).not.toBe('')
  const own = await world.ask('building-head-1', name, wish({ relation: 'proprietor' }))
  expect(own.approverName).toBe(nameOf('unit-head-1'))
})

test('with every one nearer away or gone, the community desk is asked', async () => {
  const { postings } = world.runtime.store
  await postings.updateWhere({ role: { in: ['buildingHead', 'unitHead', 'gridWorker'] } }, { to: '2026-11-24' })
  const { approverName } = await world.ask('newcomer-1', name, wish())
  expect([nameOf('community-worker-1'), nameOf('community-worker-2')]).toContain(approverName)
})

test("a newcomer's first request puts them on record, as a newcomer still", async () => {
  await world.ask('newcomer-1', name, wish())
  expect(world.documents('persons').filter(({ openid }) => openid === 'openid-newcomer-1')).toMatchObject([
    { communityId: 'xinsheng', isNewcomer: true, name: '新居民' },
  ])
})

test('sent twice is one application and one message', async () => {
  await expectOnce(world, 'newcomer-1', name, wish(), wish({ relation: 'family' }))
  expect(world.documents('bindings')).toHaveLength(1)
  expect(world.documents('notices')).toHaveLength(1)
})

test('one application at a time: a second one waits until the first is decided', async () => {
  const { id } = await world.ask('newcomer-1', name, wish())
  await expectRefused(
    world,
    'BINDING_ALREADY_PENDING',
    'newcomer-1',
    name,
    wish({ householdId: 'household-1-1-1-102' }),
  )
  await world.ask('building-head-1', 'residents.approveBinding', { id, approve: false, reason: '请写全名' })
  expect((await world.ask('newcomer-1', name, wish())).state).toBe('pending')
})

test.each(['newcomer-1', 'resident-grid-6'])('five different applications of %s at once leave one', async (persona) => {
  const codes = await Promise.all(
    [101, 102, 201, 202, 301].map((door) =>
      world.refusalOf(persona, name, wish({ householdId: `household-1-1-1-${door}` })),
    ),
  )
  expect(codes.sort()).toEqual([...Array<string>(4).fill('BINDING_ALREADY_PENDING'), 'ok'])
  expect(world.documents('bindings')).toHaveLength(1)
})

test('nobody applies for the home they already live in', async () => {
  const { householdId } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  await expectRefused(world, 'BINDING_ALREADY_BOUND', 'resident-grid-6', name, wish({ householdId: householdId! }))
})

test('a home of another community does not exist here', async () => {
  await expectAbsent(world, 'newcomer-1', name, 'b-household-1-1-1-101', (householdId) => wish({ householdId }))
  await expectAbsent(world, 'b-resident-1', name, 'household-1-1-1-101', (householdId) => wish({ householdId }))
  await expectRefused(world, 'UNAUTHENTICATED', null, name, wish())
})
