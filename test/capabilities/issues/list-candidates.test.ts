import type { CapabilityName } from '@/shared/contracts'
import { candidatesMax } from '@/shared/domain/issues/candidates'
import { expectAbsent, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listCandidates' satisfies CapabilityName
const owner = 'worker-grid-6'

const listed = async (id: string, search?: string, persona = owner) =>
  world.ask(persona, name, search === undefined ? { id } : { id, search })
const idsOf = ({ groups }: Awaited<ReturnType<typeof listed>>, group?: string): string[] =>
  groups
    .filter((one) => group === undefined || one.name === group)
    .flatMap(({ people }) => people.map(({ personId }) => personId))

test('the team around the place comes first, then departments, the community and other grids, each person once', async () => {
  const found = await listed(await report(world))
  expect(found.groups.map((group) => group.name)).toEqual(['第六网格', '部门', '社区', '其他网格'])
  expect(idsOf(found, '第六网格')).toEqual(expect.arrayContaining([owner, 'group-leader-4', 'property-manager-7']))
  expect(idsOf(found, '部门')).toEqual(expect.arrayContaining(['officer-labour', 'officer-law-enforcement']))
  expect(idsOf(found, '社区')).toEqual(expect.arrayContaining(['community-worker-1', 'community-worker-2']))
  expect(idsOf(found, '其他网格')).toContain('worker-grid-7')
  expect(new Set(idsOf(found)).size).toBe(idsOf(found).length)
  expect(idsOf(found).filter((id) => /^(resident|volunteer|hub|clerk|b-)/.test(id))).toEqual([])
  const officer = found.groups.flatMap(({ people }) => people).find(({ personId }) => personId === 'officer-labour')
  expect(officer).toMatchObject({ roleName: '部门人员', scopeName: '劳动保障所', isAway: false })
})

test('heads of other buildings, and whoever is beyond the first, are found by name, post and place', async () => {
  const id = await report(world)
  const far = world
    .documents('postings')
    .find(({ role, scope }) => role === 'buildingHead' && scope.id === 'building-1-1')!
  const { name: called } = world.documents('persons').find(({ _id }) => _id === far.personId)!
  expect(idsOf(await listed(id))).not.toContain(far.personId)
  for (const search of [called, '鑫盛嘉园1号楼']) expect(idsOf(await listed(id, search))).toContain(far.personId)
  const many = await listed(id, '红色')
  expect([idsOf(many).length, many.isMore]).toEqual([candidatesMax, true])
  expect(await listed(id, '没有这个人')).toEqual({ groups: [], isMore: false })
})

test('whoever is listed and present can be given it, in the post they were listed in', async () => {
  for (const search of [undefined, '执法', '社区工作者', '红色楼长']) {
    const id = await report(world)
    const { groups } = await listed(id, search)
    for (const { personId, roleName } of groups
      .flatMap(({ people }) => people)
      .filter((one) => !one.isAway && one.personId !== owner)
      .slice(0, 6)) {
      const given = await report(world)
      await stepOf(world, owner, { id: given, move: 'passOn', reason: '由您负责更合适', personId })
      const detail = await world.ask('community-worker-1', 'issues.getIssue', { id: given })
      expect([detail.owner.personId, detail.owner.roleName]).toEqual([personId, roleName])
    }
  }
})

test('whoever is away is marked, whoever has left or is complained about is left out', async () => {
  const id = await report(world, 'resident-grid-6', { classCode: 'complaint', aboutPersonId: 'community-worker-2' })
  await world.runtime.store.postings.updateWhere({ personId: 'worker-grid-7' }, { to: '2026-11-24' })
  const found = await listed(id, undefined, issueOf(world, id).owner.personId)
  expect(idsOf(found)).not.toContain('community-worker-2')
  expect(idsOf(found)).not.toContain('worker-grid-7')
  const away = found.groups.flatMap(({ people }) => people).filter(({ isAway }) => isAway)
  expect(away.map(({ personId }) => personId)).toEqual(['worker-grid-3'])
})

test('only staff ask, only about what they may see, and no number is in the answer', async () => {
  const id = await report(world)
  for (const persona of ['resident-grid-6', 'volunteer-1', 'newcomer-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id })
  for (const persona of ['worker-grid-7', 'b-worker-grid-1'])
    await expectAbsent(world, persona, name, id, (one) => ({ id: one }))
  expect(JSON.stringify(await listed(id))).not.toMatch(/\d{4}-?\d{4}/)
})
