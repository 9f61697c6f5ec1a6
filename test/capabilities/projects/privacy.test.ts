import { sampleCommunity } from '@cloud/sample'
import { dayOf } from '@/shared/kernel/time'
import { morning } from '../../support/cloud'
import { capabilityNames, inputsNaming, isQuery, namedNothing } from '../every-capability'
import { useWorld } from '../world'
import { fangshi, member, memberHome, opened, photo, treasurer } from './story'

const world = useWorld()
const { personas } = sampleCommunity(dayOf(morning))
/** An amount and a number that stand nowhere else. */
const marks = ['7654321', 'MARKED4711']

test('what a household pays is told to its members and the treasurer, and to nobody else in any answer to any role', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  const payment = { projectId, householdId, kind: 'paid', fen: 7_654_321, slipNumber: 'MARKED4711' } as const
  const fileId = await photo(world)
  await world.ask(treasurer, 'projects.recordPayment', { ...payment, paidOn: '2026-11-25', fileId })
  const other = {
    ...payment,
    householdId: 'household-2-2-1-101',
    fen: 5,
    slipNumber: 'B1',
    paidOn: '2026-11-25',
  } as const
  await world.ask(treasurer, 'projects.recordPayment', { ...other, fileId: await photo(world) })
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

test('the project page tells everybody the same sums, and no household, amount of one or slip', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  for (const [home, fen, slipNumber] of [
    [householdId, 7_000_000, 'MARKED4711'],
    ['household-2-2-1-101', 654_321, 'B1'],
  ] as const)
    await world.ask(treasurer, 'projects.recordPayment', {
      projectId,
      householdId: home,
      kind: 'paid',
      fen,
      slipNumber,
      paidOn: '2026-11-25',
      fileId: await photo(world),
    })
  for (const { id: persona, communityId } of personas.filter((one) => one.communityId === 'xinsheng')) {
    const answer = await world.send(persona, 'projects.getProject', { id: projectId })
    const text = JSON.stringify(answer)
    expect([persona, communityId, answer.ok]).toEqual([persona, 'xinsheng', true])
    expect(text).toContain('7654321')
    for (const secret of [/\b7000000\b/, /\b654321\b/, /MARKED4711/, /household-/]) expect(text).not.toMatch(secret)
  }
})
