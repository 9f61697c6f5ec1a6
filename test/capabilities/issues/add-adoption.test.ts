import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectOnce, expectRefused, report, useWorld } from '../world'
import { adopt, adopter, adoptionOf, closedIssue, desk, wanted } from './adopted'

const world = useWorld()
const name = 'issues.addAdoption' satisfies CapabilityName

test('it grows from a closed issue, its adopter is told, and the issue shows it', async () => {
  const issueId = await closedIssue(world)
  const fileIds = [await world.upload(desk, jpeg())]
  const id = await adopt(world, { issueId, fileIds })
  expect(adoptionOf(world, id)).toMatchObject({
    issueId,
    plot: { name: '王舍路南侧绿地', areaSquareMeters: 120, fileIds: { length: 1 } },
    adopter: { kind: 'person', personId: adopter },
    state: 'active',
    nextOn: '2026-12-09',
  })
  expect(world.documents('notices').at(-1)).toMatchObject({ recipientId: adopter, subject: { kind: 'adoption', id } })
  const { adoptions } = await world.ask(adopter, 'issues.listAdoptions', { issueId })
  expect(adoptions.map((one) => one.id)).toEqual([id])
})

test('the community, a unit, a household and a person can adopt', async () => {
  const kinds = [
    { kind: 'community' },
    { kind: 'localUnit', personId: 'local-unit-1', name: '区综合行政执法局' },
    { kind: 'household', personId: adopter, isNamed: true },
    { kind: 'person', personId: adopter, isNamed: true },
  ] as const
  const names = []
  for (const one of kinds) names.push(adoptionOf(world, await adopt(world, { adopter: one })).adopter.name)
  const { name: person } = world.documents('persons').find(({ _id }) => _id === adopter)!
  expect(names).toEqual(['鑫盛嘉园社区', '区综合行政执法局', `${person}一家`, person])
})

test('twice is once', async () => {
  await expectOnce(world, desk, name, wanted(), wanted({ to: '2027-01-01' }))
})

test('an open issue, a wrong period, somebody who is not there or a photo of another are refused', async () => {
  const issueId = await report(world)
  await expectRefused(world, 'ADOPTION_ISSUE_OPEN', desk, name, wanted({ issueId }))
  for (const period of [
    { from: '2026-11-25', to: '2026-11-24' },
    { from: '2026-10-01', to: '2026-11-20' },
    { from: '2026-11-25', to: '2036-11-25' },
  ])
    await expectRefused(world, 'ADOPTION_PERIOD_UNFIT', desk, name, wanted(period))
  for (const one of [
    { kind: 'person', personId: 'nobody-1', isNamed: true },
    { kind: 'person', personId: 'b-resident-1', isNamed: true },
    { kind: 'localUnit', personId: adopter, name: '某单位' },
    { kind: 'household', personId: 'worker-grid-6', isNamed: true },
  ] as const)
    await expectRefused(world, 'ADOPTION_ADOPTER_UNFIT', desk, name, wanted({ adopter: one }))
  const theirs = await world.upload(adopter, jpeg())
  await expectRefused(world, 'FILE_NOT_YOURS', desk, name, wanted({ fileIds: [theirs] }))
})

test('residents put none on record, and an issue that may not be seen is not there', async () => {
  await expectRefused(world, 'FORBIDDEN', adopter, name, wanted())
  const issueId = await closedIssue(world)
  const elsewhere = wanted({ issueId, adopter: { kind: 'community' } })
  await expectRefused(world, 'NOT_FOUND', 'b-community-worker-1', name, elsewhere)
})
