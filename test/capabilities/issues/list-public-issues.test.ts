import { mainCorner, pointAt } from '@cloud/sample/ground'
import { letPass, reportPublicly } from '../public'
import { allPages, expectCode, insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listPublicIssues' as const
const idsOf = async (persona: string, input: Parameters<typeof world.ask<typeof name>>[2] = {}) =>
  (await world.ask(persona, name, input)).issues.map(({ id }) => id)

test('shows what passed the content check to every resident and newcomer, and to whoever is not signed in', async () => {
  const shown = await reportPublicly(world)
  await report(world)
  for (const persona of ['resident-grid-1', 'newcomer-1', 'worker-grid-6', 'property-manager-1'])
    expect(await idsOf(persona)).toEqual([shown])
  const envelope = await world.send(null, name, {})
  expect(envelope).toMatchObject({ ok: true, data: { issues: [{ id: shown }] } })
})

test('says what and where, but not who, which unit, which door, nor a number somebody wrote', async () => {
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  await reportPublicly(world, {
    place: { householdId, words: '我家门口' },
    text: '楼道有异味，请打13800138000',
  })
  const answer = await world.ask('resident-grid-1', name, {})
  expect(answer.issues[0]).toMatchObject({ text: '楼道有异味，请打***', stateName: '待处理', result: null })
  const text = JSON.stringify(answer)
  const { name: reporterName } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  const { name: ownerName } = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  for (const secret of [reporterName, ownerName, 'resident-grid-6', householdId, '单元', '我家门口', '13800138000'])
    expect(text).not.toContain(secret)
})

test('can be narrowed by group, class, state, grid and estate', async () => {
  const odour = await reportPublicly(world)
  const lift = await reportPublicly(world, { classCode: 'lift' })
  const elsewhere = await reportPublicly(world, { place: { buildingId: 'building-1-1' } }, 'resident-grid-2')
  await stepOf(world, 'resident-grid-6', { id: lift, move: 'withdraw' })
  await letPass(world, lift)
  expect((await idsOf('resident-grid-1')).sort()).toEqual([odour, elsewhere].sort())
  const light = await reportPublicly(world, { classCode: 'powerLight' })
  await letPass(world, light, { state: 'closed', isOpen: false, result: 'cannot' })
  expect(await idsOf('resident-grid-1', { group: 'facility' })).toEqual([light])
  expect(await idsOf('resident-grid-1', { classCode: 'powerLight' })).toEqual([light])
  expect(await idsOf('resident-grid-1', { state: 'closed' })).toEqual([light])
  expect((await idsOf('resident-grid-1', { state: 'open' })).sort()).toEqual([odour, elsewhere].sort())
  expect(await idsOf('resident-grid-1', { gridId: 'grid-6', group: 'clean' })).toEqual([odour])
  expect(await idsOf('resident-grid-1', { estateId: 'estate-1' })).toEqual([elsewhere])
})

test('what is near comes nearest first, with its distance, and what is far does not come at all', async () => {
  const near = pointAt(mainCorner, [410, 100])
  const here = await reportPublicly(world)
  const further = await reportPublicly(world, { place: { buildingId: 'building-12-4' } })
  await reportPublicly(world, { place: { buildingId: 'building-1-1' } }, 'resident-grid-2')
  const { issues, next } = await world.ask('resident-grid-1', name, { near })
  expect(issues.map(({ id }) => id)).toEqual([here, further])
  expect(issues[0]!.distanceMeters!).toBeLessThan(issues[1]!.distanceMeters!)
  expect(next).toBeUndefined()
  expect(await idsOf('resident-grid-1', { near: { datum: 'gcj02', longitude: 100, latitude: 30 } })).toEqual([])
})

test('pages follow each other without a gap or a repeat', async () => {
  const like = issueOf(world, await reportPublicly(world))
  insertIssues(
    world,
    like,
    Array.from({ length: 44 }, (_, at) => ({
      _id: `issue-like-${at}`,
      updatedAt: new Date(world.clock.now + (at % 7) * 60_000).toISOString(),
    })),
  )
  const rows = await allPages(async (cursor) => {
    const page = await world.ask('resident-grid-1', name, { cursor })
    expect(page.issues.length).toBeLessThanOrEqual(20)
    expect(JSON.stringify(page).length).toBeLessThan(64 * 1024)
    return { rows: page.issues, next: page.next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(45)
})

test('nobody of another community sees any of it, and bad input is answered in Chinese', async () => {
  await reportPublicly(world)
  expect(await idsOf('b-resident-1')).toEqual([])
  expect(await idsOf('b-resident-1', { gridId: 'grid-6' })).toEqual([])
  await expectCode(world, 'INVALID_INPUT', 'resident-grid-1', name, { group: 'everything' })
  await expectCode(world, 'INVALID_INPUT', 'resident-grid-1', name, { near: { longitude: 1, latitude: 1 } })
})
