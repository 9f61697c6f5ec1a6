import { sampleCommunity } from '@cloud/sample'
import { dayOf } from '@/shared/kernel/time'
import { morning } from '../../support/cloud'
import { capabilityNames, inputsNaming, isQuery, namedNothing } from '../every-capability'
import { useWorld } from '../world'
import { desk, fangshi, member, memberHome, opened, pay, photo, treasurer } from './story'

const world = useWorld()
const { personas } = sampleCommunity(dayOf(morning))
/** An amount and a number that stand nowhere else. */
const marks = ['7654321', 'MARKED4711']

/** A payment and an exemption of one household, whose share is nobody else's, and nothing of any other. */
const marked = async () => {
  const householdId = await memberHome(world)
  await world.runtime.store.households.updateWhere({ _id: householdId }, { areaSquareMeters: 123.45 })
  const projectId = await opened(world)
  const payment = { projectId, householdId, kind: 'paid', fen: 7_654_321, slipNumber: 'MARKED4711' } as const
  const fileId = await photo(world)
  await world.ask(treasurer, 'projects.recordPayment', { ...payment, paidOn: '2026-11-25', fileId })
  const freed = await world.ask(treasurer, 'projects.setExemption', { projectId, householdId, reason: 'MARKED低保' })
  return { projectId, householdId, marks: [...marks, 'MARKED低保', `${freed.plannedFen}`] }
}

test('what a household pays is told to its members and the treasurer, and to nobody else in any answer to any role', async () => {
  const { projectId, householdId, marks } = await marked()
  const told = new Set<string>()
  let asked = 0
  for (const { id: persona } of personas)
    for (const name of capabilityNames.filter(isQuery)) {
      const full = inputsNaming(namedNothing)[name] as Record<string, unknown>
      const named = {
        ...full,
        ...('projectId' in full ? { projectId } : {}),
        ...('buildingId' in full ? { buildingId: fangshi[0] } : {}),
        ...('householdId' in full ? { householdId } : {}),
        ...(name === 'projects.getProject' ? { id: projectId } : {}),
        ...('cursor' in full ? { cursor: undefined } : {}),
      }
      const inputs = name.startsWith('projects.') && 'part' in full ? ['shares', 'payments', 'desk', 'mine'] : [null]
      for (const part of inputs) {
        const text = JSON.stringify(await world.send(persona, name, part === null ? named : { ...named, part }))
        asked++
        if (marks.some((mark) => text.includes(mark)) || text.includes('76543.21')) told.add(persona)
      }
    }
  for (const { id: persona } of personas.filter(({ id }) => id !== treasurer))
    for (const name of capabilityNames.filter((one) => one.startsWith('projects.') && !isQuery(one))) {
      const full = inputsNaming(namedNothing)[name] as Record<string, unknown>
      const own = 'projectId' in full ? { projectId, householdId } : { id: projectId }
      const named = Object.fromEntries(Object.entries(own).filter(([key]) => key in full))
      const text = JSON.stringify(await world.send(persona, name, { ...full, ...named }))
      if (marks.some((mark) => text.includes(mark))) told.add(`${persona} by ${name}`)
    }
  expect(asked).toBeGreaterThan(3000)
  const household = world.documents('persons').filter((person) => person.householdId === householdId)
  expect([...told].sort()).toEqual([...new Set([member, treasurer, ...household.map(({ _id }) => _id)])].sort())
}, 300_000)

test('of a household that pays and of one that is freed nothing changes on the project page, for anybody', async () => {
  const projectId = await opened(world)
  const here = personas.filter(({ communityId }) => communityId === 'xinsheng')
  const seen = async () => {
    const answers = []
    for (const { id: persona } of here) answers.push(await world.ask(persona, 'projects.getProject', { id: projectId }))
    return answers.map(({ funding }) => funding)
  }
  const before = await seen()
  expect(before.filter((funding) => funding?.collectedPercent === 0)).toHaveLength(here.length)
  const [first, second] = world.documents('buildingShares')[0]!.shares
  await pay(world, projectId, first!.householdId, first!.plannedFen)
  const freed = { projectId, householdId: second!.householdId, reason: '低保' }
  await world.ask(treasurer, 'projects.setExemption', freed)
  expect(await seen()).toEqual(before)
  for (const { householdId, plannedFen } of world.documents('buildingShares')[1]!.shares)
    await pay(world, projectId, householdId, plannedFen)
  expect((await seen())[0]).toMatchObject({ households: 48, collectedPercent: 44 })
})

test('whoever only sets a self-funding is told no sum of it', async () => {
  const { projectId, marks } = await marked()
  const plan = { rule: 'area', totalFen: 50_000_000, buildingIds: fangshi, treasurerId: treasurer } as const
  const text = JSON.stringify(await world.ask(desk, 'projects.setFunding', { projectId, ...plan }))
  for (const mark of [...marks, 'sums', 'paidFen', 'exemptFen']) expect(text).not.toContain(mark)
})
