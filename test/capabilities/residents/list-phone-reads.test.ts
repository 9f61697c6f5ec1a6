import { allPages, report, useWorld } from '../world'

const world = useWorld()
const name = 'residents.listPhoneReads'
const resident = 'resident-grid-6'

const asked = async (): Promise<string> => {
  const id = await report(world)
  await world.ask(resident, 'residents.setPhone', { phone: '13900000001', isShared: true })
  await world.ask('worker-grid-6', 'issues.askPhone', { id, purpose: 'tellResult' })
  return id
}

test('a resident reads who has seen their number, about what and why; the number itself is not repeated', async () => {
  const id = await asked()
  const answer = await world.ask(resident, name, {})
  expect(answer.reads).toMatchObject([
    { issueId: id, purpose: '告知结果', at: '2026-11-25T01:00:00.000Z', personName: expect.any(String) },
  ])
  expect(JSON.stringify(answer)).not.toContain('13900000001')
})

test('nobody reads of numbers that are not theirs, and a refused look is none', async () => {
  await asked()
  for (const persona of ['worker-grid-6', 'resident-grid-7', 'administrator-1', 'b-resident-1'])
    expect((await world.ask(persona, name, {})).reads).toEqual([])
  await world.ask(resident, 'residents.setPhone', { phone: '13900000001', isShared: false })
  const [{ _id: id } = { _id: '' }] = world.documents('issues')
  expect(await world.refusalOf('worker-grid-6', 'issues.askPhone', { id, purpose: 'tellResult' })).toBe(
    'PHONE_NOT_SHARED',
  )
  expect((await world.ask(resident, name, {})).reads).toHaveLength(1)
})

test('pages follow each other', async () => {
  await asked()
  const [like] = world.documents('accessLogs')
  world.cloud.insertDocuments(
    'accessLogs',
    Array.from({ length: 44 }, (_, at) => ({ ...like!, _id: `phone-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { reads, next } = await world.ask(resident, name, { cursor })
    return { rows: reads, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(45)
})

test('nobody reads it without an identity', async () => {
  expect(await world.refusalOf(null, name, {})).toBe('UNAUTHENTICATED')
})
