import { expectAbsent, expectOnce, expectRefused, report, stepOf, useWorld } from '../world'
import { desk, led, noticesOf, quarrel, strangers } from './shared'

const world = useWorld()
const name = 'issues.askPhone'
const owner = 'worker-grid-6'
const reporter = 'resident-grid-6'
const number = '13900000001'
const agree = (isShared = true) => world.ask(reporter, 'residents.setPhone', { phone: number, isShared })

test('whoever deals with an issue is shown the number of who agreed, and it is on record who, when and why', async () => {
  const id = await report(world)
  await agree()
  for (const persona of [owner, desk])
    expect(await world.ask(persona, name, { id, purpose: 'arrangeVisit', words: '明天上午修灯' })).toEqual({
      phone: number,
    })
  expect(world.documents('accessLogs')).toMatchObject(
    [owner, desk].map((personId) => ({
      personId,
      issueId: id,
      capability: name,
      fields: ['phone'],
      phone: { ownerId: reporter, purpose: 'arrangeVisit', words: '明天上午修灯' },
      at: '2026-11-25T01:00:00.000Z',
    })),
  )
  const { reads } = await world.ask('administrator-1', 'issues.listAccessLogs', {})
  expect(reads[0]).toMatchObject({ action: '查看电话', fields: ['电话'], purpose: '约时间上门：明天上午修灯' })
})

test('PHONE_NOT_SHARED while the resident has not agreed, and again once they have taken it back; they can still be written to', async () => {
  const id = await report(world)
  await expectRefused(world, 'PHONE_NOT_SHARED', owner, name, { id, purpose: 'askDetails' })
  await agree()
  await world.ask(owner, name, { id, purpose: 'askDetails' })
  await agree(false)
  await expectRefused(world, 'PHONE_NOT_SHARED', owner, name, { id, purpose: 'askDetails' })
  await stepOf(world, owner, { id, move: 'start' })
  await world.ask(owner, 'issues.addProgress', { id, text: '请问是哪一层的灯？' })
  expect(noticesOf(world, reporter).join()).toContain('新进展')
})

test('PHONE_NOT_LEFT where there is no number', async () => {
  const id = await report(world)
  await world.ask(reporter, 'residents.setPhone', { phone: null, isShared: true })
  await expectRefused(world, 'PHONE_NOT_LEFT', owner, name, { id, purpose: 'askDetails' })
})

test('FORBIDDEN for whoever sees the issue and does not deal with it, or may not know who reported it', async () => {
  const id = await led(world)
  await agree()
  for (const persona of ['group-leader-4', 'officer-law-enforcement', reporter])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, purpose: 'askDetails' })
  const unnamed = await report(world, reporter, { isUnnamed: true })
  await expectRefused(world, 'FORBIDDEN', owner, name, { id: unnamed, purpose: 'askDetails' })
  expect(await world.ask(desk, name, { id: unnamed, purpose: 'askDetails' })).toEqual({ phone: number })
})

test('the page offers it to exactly those whom the server lets', async () => {
  const id = await led(world)
  await agree()
  const offered: string[] = []
  for (const persona of [owner, desk, 'group-leader-4', 'officer-law-enforcement', reporter, 'administrator-1']) {
    const { canAskPhone } = await world.ask(persona, 'issues.getIssue', { id })
    const answer = await world.send(persona, name, { id, purpose: 'askDetails' })
    expect([persona, canAskPhone]).toEqual([persona, answer.ok])
    if (canAskPhone) offered.push(persona)
  }
  expect(offered).toEqual([owner, desk, 'administrator-1'])
})

test('a stranger sees NOT_FOUND, and so does another community', async () => {
  const id = await report(world)
  const dispute = await quarrel(world)
  await agree()
  for (const persona of strangers)
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, purpose: 'urgent' }))
  await expectAbsent(world, owner, name, dispute, (one) => ({ id: one, purpose: 'urgent' }))
})

test('a purpose outside the list, or 其他 without words, is refused with a sentence', async () => {
  const id = await report(world)
  await agree()
  expect((await expectRefused(world, 'INVALID_INPUT', owner, name, { id, purpose: 'gossip' })).fields).toEqual({
    purpose: '请选择用途',
  })
  expect((await expectRefused(world, 'INVALID_INPUT', owner, name, { id, purpose: 'other' })).fields).toEqual({
    words: '请写明用途',
  })
})

test('twice is once: one look is one line on record', async () => {
  const id = await report(world)
  await agree()
  await expectOnce(world, owner, name, { id, purpose: 'urgent' }, { id, purpose: 'askDetails' })
  expect(world.documents('accessLogs')).toHaveLength(1)
})
