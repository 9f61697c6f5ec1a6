import { teamRoles } from '@/shared/kernel/roles'
import { expectAbsent, expectRefused, useWorld } from '../world'

const world = useWorld()

const teamOf = (persona: string, gridId?: string) => world.ask(persona, 'organization.getMyTeam', { gridId })

test('a resident finds the ten seats around their own home', async () => {
  const team = await teamOf('resident-grid-6')
  expect(team).toMatchObject({
    grid: { id: 'grid-6', name: '第六网格', groupName: '第四网格党小组', branchName: '第二片区党支部' },
    isMine: true,
    dutyDesk: { phone: '0533-0000900' },
  })
  expect(team.seats.map(({ role }) => role)).toEqual([...teamRoles])
  const holdersOf = (role: string) => team.seats.find((seat) => seat.role === role)!.holders
  expect(holdersOf('gridWorker')).toMatchObject([{ personId: 'worker-grid-6', scopeName: '第六网格', isAway: false }])
  expect(holdersOf('groupLeader')).toMatchObject([{ personId: 'group-leader-4' }])
  expect(holdersOf('branchSecretary')).toMatchObject([{ personId: 'branch-secretary-2' }])
  expect(holdersOf('communityWorker').map(({ personId }) => personId)).toEqual([
    'community-worker-1',
    'community-worker-2',
  ])
  expect(holdersOf('propertyManager')).toMatchObject([
    { personId: 'property-manager-7' },
    { personId: 'property-manager-7' },
  ])
  expect(holdersOf('areaPolice')).toMatchObject([{ personId: 'area-police-1' }])
  expect(holdersOf('volunteer')).toMatchObject([{ personId: 'volunteer-1' }])
  expect(holdersOf('localUnit')).toMatchObject([{ personId: 'local-unit-1' }])
  expect(holdersOf('buildingHead').length).toBeGreaterThan(5)
})

test('whoever is away is shown with who stands in and the number to ring', async () => {
  const { seats } = await teamOf('resident-grid-3')
  const [worker] = seats.find(({ role }) => role === 'gridWorker')!.holders
  const standIn = world.documents('persons').find(({ _id }) => _id === 'worker-grid-4')!
  expect(worker).toMatchObject({
    personId: 'worker-grid-3',
    isAway: true,
    standInName: standIn.name,
    standInPhone: standIn.dutyPhone,
  })
})

test('only duty phones are shown: neighbours in a post have no number here', async () => {
  const { seats } = await teamOf('resident-grid-6')
  const persons = new Map(world.documents('persons').map((person) => [person._id, person]))
  const holders = seats.flatMap((seat) => seat.holders)
  for (const { personId, dutyPhone } of holders) expect(dutyPhone).toBe(persons.get(personId)!.dutyPhone ?? null)
  const heads = seats.find(({ role }) => role === 'buildingHead')!.holders
  expect(heads.every(({ dutyPhone }) => dutyPhone === null)).toBe(true)
})

test('another grid may be asked for, and is not called mine; staff begin with the grid they serve', async () => {
  expect(await teamOf('resident-grid-6', 'grid-1')).toMatchObject({ grid: { id: 'grid-1' }, isMine: false })
  expect(await teamOf('worker-grid-7')).toMatchObject({ grid: { id: 'grid-7' }, isMine: false })
  expect(await teamOf('newcomer-1')).toMatchObject({ grid: { id: 'grid-1' }, isMine: false })
})

test('a term that is over leaves the seat empty', async () => {
  await world.runtime.store.postings.updateWhere({ personId: 'worker-grid-6' }, { to: '2026-11-24' })
  const { seats } = await teamOf('resident-grid-6')
  expect(seats.find(({ role }) => role === 'gridWorker')!.holders).toEqual([])
})

test('a grid of another community does not exist here', async () => {
  await expectAbsent(world, 'resident-grid-6', 'organization.getMyTeam', 'b-grid-1', (gridId) => ({ gridId }))
  await expectAbsent(world, 'b-resident-1', 'organization.getMyTeam', 'grid-6', (gridId) => ({ gridId }))
  await expectRefused(world, 'UNAUTHENTICATED', null, 'organization.getMyTeam', {})
})
