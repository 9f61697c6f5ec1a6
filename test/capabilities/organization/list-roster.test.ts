import { expectNothingWritten, expectRefused, seenAtOf, useWorld } from '../world'

const world = useWorld()
const name = 'organization.listRoster'

describe('the roster as the sample has it', () => {
  expectNothingWritten(world)

  test('two weeks, one day of them open, with the hours of each and whom to ring', async () => {
    const { today, running, days } = await world.ask('worker-grid-6', name, { from: '2026-11-25', to: '2026-12-08' })
    expect([today, running]).toEqual(['2026-11-25', '2026-11-25'])
    expect(days).toHaveLength(14)
    expect(days.filter(({ people }) => people.length === 0).map(({ day }) => day)).toEqual(['2026-12-03'])
    const phone = world.documents('persons').find(({ _id }) => _id === 'community-worker-1')!.dutyPhone
    expect(days[0]).toMatchObject({
      day: '2026-11-25',
      isWorkingDay: true,
      holidayName: null,
      setAt: seenAtOf(world, '2026-11-25'),
      from: '2026-11-25T09:30:00.000Z',
      to: '2026-11-26T00:30:00.000Z',
      people: [
        { personId: 'community-worker-1', roleName: '社区工作者', dutyPhone: phone, isAway: false },
        { personId: 'worker-grid-1', roleName: '专职网格员' },
      ],
    })
    expect(days[4]).toMatchObject({ day: '2026-11-29', isWorkingDay: false, from: '2026-11-29T00:30:00.000Z' })
    for (const { people } of days) expect(people.every(({ isAway }) => !isAway)).toBe(true)
  })

  test('a private number is never part of it', async () => {
    const answer = JSON.stringify(await world.ask('worker-grid-6', name, { from: '2026-11-25', to: '2026-12-08' }))
    expect(answer).not.toMatch(/10000000\d{3}/)
  })

  test('at two in the morning the watch of the day before is under way, and a holiday has its name', async () => {
    world.clock.now = Date.parse('2026-11-25T18:00:00.000Z')
    expect(await world.ask('worker-grid-6', name, { from: '2026-10-01', to: '2026-10-01' })).toMatchObject({
      today: '2026-11-26',
      running: '2026-11-25',
      days: [{ isWorkingDay: false, holidayName: '国庆节', people: [] }],
    })
  })

  test.each([
    ['ROSTER_RANGE_BACKWARDS', { from: '2026-12-02', to: '2026-12-01' }],
    ['ROSTER_RANGE_TOO_LONG', { from: '2026-11-01', to: '2027-01-02' }],
  ])('%s', async (code, input) => {
    await expectRefused(world, code, 'worker-grid-6', name, input)
  })

  test('days that cannot be counted on are refused', async () => {
    for (const input of [
      { from: '9999-10-31', to: '9999-12-31' },
      { from: '0050-01-01', to: '0050-01-03' },
    ])
      await expectRefused(world, 'INVALID_INPUT', 'worker-grid-6', name, input)
    expect((await world.ask('worker-grid-6', name, { from: '9998-12-31', to: '9998-12-31' })).days).toHaveLength(1)
  })

  test('sixty-two days are still shown', async () => {
    expect((await world.ask('building-head-1', name, { from: '2026-11-01', to: '2027-01-01' })).days).toHaveLength(62)
  })

  test('residents, volunteers and newcomers may not see it; another community sees its own', async () => {
    const input = { from: '2026-11-25', to: '2026-11-25' }
    for (const persona of ['resident-grid-6', 'newcomer-1', 'volunteer-1', 'clerk-1'])
      await expectRefused(world, 'FORBIDDEN', persona, name, input)
    await expectRefused(world, 'UNAUTHENTICATED', null, name, input)
    expect((await world.ask('b-worker-grid-1', name, input)).days).toMatchObject([{ people: [] }])
  })
})

test('whoever went on leave after they were planned is shown as away', async () => {
  const leave = { from: '2026-11-25', to: '2026-11-25', standInId: 'worker-grid-2' }
  await world.ask('worker-grid-1', 'organization.setLeave', { leave })
  const { days } = await world.ask('worker-grid-6', name, { from: '2026-11-25', to: '2026-11-25' })
  expect(days[0]!.people).toMatchObject([
    { isAway: false },
    { personId: 'worker-grid-1', roleName: '专职网格员', isAway: true },
  ])
})
