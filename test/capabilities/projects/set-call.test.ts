import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, useWorld } from '../world'
import { aCall, approved, callOf, desk, foreigner, otherDesk, proposed, proposer, stranger } from './story'

const world = useWorld()
const name = 'projects.setCall' satisfies CapabilityName

test('a call names its party groups as they are called and its resident groups as they were typed; twice is once', async () => {
  const call = await expectOnce(world, desk, name, aCall, { ...aCall, title: '别的' })
  expect(call).toMatchObject({ isOpen: true, fundFen: 50_000_000, allocatedFen: 0 })
  expect(call.units.map(({ kind, name: unit }) => [kind, unit])).toEqual([
    ['partyGroup', '第一网格党小组'],
    ['partyGroup', '第四网格党小组'],
    ['residentGroup', '房石小区居民小组'],
  ])
  const again = await world.ask(desk, name, { ...aCall, id: call.id, version: call.version, to: '2026-12-31' })
  expect(again).toMatchObject({ id: call.id, version: 2, to: '2026-12-31', units: call.units })
})

test('CALL_UNIT_UNKNOWN for a party group of elsewhere, CALL_UNIT_IN_USE once it has proposed', async () => {
  await expectRefused(world, 'CALL_UNIT_UNKNOWN', desk, name, { ...aCall, partyGroupIds: ['b-group-1'] })
  const { id, version } = await callOf(world)
  await proposed(world, id)
  await expectRefused(world, 'CALL_UNIT_IN_USE', desk, name, { ...aCall, id, version, partyGroupIds: ['group-1'] })
})

test('of two desks that change one call at once one is told, and nothing of the other is lost; CALL_CHANGED for what was read before', async () => {
  const { id, version } = await callOf(world)
  const answers = await Promise.all([
    world.refusalOf(desk, name, { ...aCall, id, version, title: '改了名称' }),
    world.refusalOf(otherDesk, name, { ...aCall, id, version, text: '改了说明' }),
  ])
  expect([...answers].sort()).toEqual(['CALL_CHANGED', 'ok'])
  const [kept] = (await world.ask(desk, 'projects.listCalls', {})).calls
  expect([kept!.title, kept!.text]).toEqual(answers[0] === 'ok' ? ['改了名称', aCall.text] : [aCall.title, '改了说明'])
  await expectRefused(world, 'CALL_CHANGED', desk, name, { ...aCall, id, version })
  await expectRefused(world, 'INVALID_INPUT', desk, name, { ...aCall, id })
  expect((await world.ask(otherDesk, name, { ...aCall, id, version: kept!.version })).version).toBe(3)
})

test('a proposal meanwhile is no change of the call', async () => {
  const { id, version } = await callOf(world)
  await proposed(world, id)
  expect((await world.ask(desk, name, { ...aCall, id, version, to: '2026-12-31' })).to).toBe('2026-12-31')
})

test('of a proposal and a call without its unit at once never both', async () => {
  const { store } = world.runtime
  for (let round = 0; round < 3; round++) {
    const { id, version } = await callOf(world)
    const said = { title: '装长椅', text: '东门口', callId: id, unitId: 'group-4' }
    const answer = await Promise.all([
      world.refusalOf(proposer, 'projects.proposeProject', said),
      world.refusalOf(desk, name, { ...aCall, id, version, partyGroupIds: ['group-1'] }),
    ])
    expect([
      ['ok', 'CALL_UNIT_IN_USE'],
      ['CALL_UNIT_UNKNOWN', 'ok'],
    ]).toContainEqual(answer)
    const call = await store.projectCalls.get(id)
    const proposals = await store.projects.list({ where: { callId: id } })
    for (const { unitId } of proposals) expect(call!.units.map((unit) => unit.id)).toContain(unitId)
  }
})

test('CALL_FUND_TOO_SMALL for less than is given away', async () => {
  const { id, version } = await callOf(world)
  await approved(world, id)
  await expectRefused(world, 'CALL_FUND_TOO_SMALL', desk, name, { ...aCall, id, version, fundFen: 2_999_999 })
  expect((await world.ask(desk, name, { ...aCall, id, version, fundFen: 3_000_000 })).allocatedFen).toBe(3_000_000)
})

test('INVALID_INPUT for days that end before they begin, no unit at all, and two of one name', async () => {
  for (const changes of [
    { to: '2026-11-19' },
    { partyGroupIds: [], residentGroups: [] },
    { residentGroups: ['一组', '一组'] },
    { fundFen: -1 },
    { fundFen: 1.5 },
  ])
    await expectRefused(world, 'INVALID_INPUT', desk, name, { ...aCall, ...changes })
})

test('FORBIDDEN to residents, NOT_FOUND to another community', async () => {
  await expectRefused(world, 'FORBIDDEN', stranger, name, aCall)
  const { id, version } = await callOf(world)
  await expectRefused(world, 'NOT_FOUND', foreigner, name, { ...aCall, id, version, partyGroupIds: [] })
})
