import { remindDue } from '@cloud/jobs/remind-due'
import { escalationRoles } from '@/shared/domain/issues/escalation'
import { dayMs, dayOf } from '@/shared/kernel/time'
import { insertIssues, issueOf, report, stepOf, useWorld } from '../capabilities/world'
import { morning } from '../support/cloud'
import { jpeg } from '../support/images'

const world = useWorld()
const run = (now: number) => {
  world.clock.now = now
  return remindDue({ store: world.runtime.store, files: world.runtime.files, now })
}
const reminders = (id: string) =>
  world
    .documents('notices')
    .filter(({ _id, subject }) => _id.startsWith('remind:') && subject.id === id)
    .map(({ recipientId, text, title }) => ({ recipientId, text, title }))
const recipients = (id: string) => reminders(id).map(({ recipientId }) => recipientId)
const at = (local: string) => Date.parse(`${local}:00.000+08:00`)
const setAway = (...personIds: string[]) =>
  Promise.all(
    personIds.map((personId) =>
      world.runtime.store.persons.updateWhere(
        { _id: personId },
        { leave: { from: dayOf(morning), to: '2027-01-31', standInId: 'worker-grid-1' } },
      ),
    ),
  )

/** Two working days from Wednesday 09:00: amber Thursday 13:30, due Friday 09:00, then Monday and Wednesday at 09:00. */
const [amber, due, plusOne, plusThree] = [
  '2026-11-26T13:30',
  '2026-11-27T09:00',
  '2026-11-30T09:00',
  '2026-12-02T09:00',
].map(at) as [number, number, number, number]
const everyone = ['worker-grid-6', 'group-leader-4', 'community-worker-1', 'officer-street']

test('owner, group leader, community and street are each told once, at their time, in Chinese dates', async () => {
  const id = await report(world)
  expect(await run(amber - 1)).toEqual({ done: 0 })
  for (const time of [amber, due, plusOne, plusThree]) {
    expect(await run(time)).toEqual({ done: 1 })
    expect(await run(time)).toEqual({ done: 0 })
  }
  expect(recipients(id)).toEqual(everyone)
  expect(reminders(id).map(({ text }) => text)).toEqual([
    '时限已用去四分之三，请在 11 月 27 日 09:00 前办结。确实来不及，可以申请延期一次。',
    expect.stringMatching(/^这件事 11 月 27 日 09:00 到时限，还没有办结，由专职网格员.+负责，请您过问一下。$/),
    expect.stringMatching(/^这件事超过时限（11 月 27 日 09:00）已满 1 个工作日，.+请社区协调。$/),
    expect.stringMatching(/^这件事超过时限（11 月 27 日 09:00）已满 3 个工作日，.+请督促办理。$/),
  ])
  expect(await run(plusThree + 60 * dayMs)).toEqual({ done: 0 })
})

test('every five minutes over three weeks tells the four of them and nobody twice', async () => {
  const id = await report(world)
  for (let now = morning; now < morning + 14 * dayMs; now += 3 * 3_600_000) await run(now)
  expect(recipients(id)).toEqual(everyone)
})

test('a clock that steps back and comes again tells nothing more', async () => {
  const id = await report(world)
  await run(due)
  const told = recipients(id)
  for (const now of [morning, amber, amber - dayMs, due, due + 60_000]) await run(now)
  expect(recipients(id)).toEqual(told)
})

test('two runs at once tell each once', async () => {
  const id = await report(world)
  await Promise.all([run(plusThree), run(plusThree), run(plusThree)])
  expect(recipients(id)).toEqual(everyone)
})

test('a run that comes days late tells everybody it missed, in words that are true by then', async () => {
  const id = await report(world)
  expect(await run(plusThree + dayMs)).toEqual({ done: 4 })
  expect(recipients(id)).toEqual(everyone)
  expect(reminders(id)[0]!.text).toBe('这件事的时限 11 月 27 日 09:00 已经过了，请尽快办结。')
})

test('what was finished meanwhile is no longer anybody’s matter', async () => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  expect(await run(plusThree)).toEqual({ done: 0 })
  expect(recipients(id)).toEqual([])
})

test('standing still moves them, and reopening brings a new set', async () => {
  const id = await report(world)
  await run(amber)
  await stepOf(world, 'worker-grid-6', { id, move: 'start' })
  await stepOf(world, 'worker-grid-6', { id, move: 'suspend', reason: '等配件', until: '2026-12-07' })
  expect(await run(plusThree)).toEqual({ done: 0 })
  world.clock.now = at('2026-12-07T09:00')
  await stepOf(world, 'worker-grid-6', { id, move: 'resume' })
  // 270 working minutes were left on Thursday 13:30.
  expect(await run(at('2026-12-07T13:29'))).toEqual({ done: 0 })
  expect(await run(at('2026-12-07T13:30'))).toEqual({ done: 1 })
  expect(recipients(id)).toEqual(everyone.slice(0, 2))
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  await stepOf(world, 'resident-grid-6', { id, move: 'reopen' })
  await run(world.clock.now + 14 * dayMs)
  expect(recipients(id)).toEqual([...everyone.slice(0, 2), ...everyone])
})

test('an extension moves them and brings a new set', async () => {
  const id = await report(world)
  await run(amber)
  const until = '2026-11-30T01:00:00.000Z'
  await world.ask('worker-grid-6', 'issues.askExtension', { id, reason: '等配件', until })
  await world.ask('group-leader-4', 'issues.decideExtension', { id, agree: true })
  expect(await run(due)).toEqual({ done: 0 })
  expect(await run(at('2026-11-27T11:15'))).toEqual({ done: 1 })
  expect(await run(Date.parse(until))).toEqual({ done: 1 })
  expect(recipients(id)).toEqual(['worker-grid-6', 'worker-grid-6', 'group-leader-4'])
  expect(reminders(id)[1]!.text).toBe('时限已用去四分之三，请在 11 月 30 日 09:00 前办结。')
})

describe('with somebody missing', () => {
  test.each([
    ['the group leader', ['group-leader-4'], 'branch-secretary-2'],
    ['the branch secretary too', ['group-leader-4', 'branch-secretary-2'], 'community-worker-1'],
    [
      'the first of the duty post too',
      ['group-leader-4', 'branch-secretary-2', 'community-worker-1'],
      'community-worker-2',
    ],
    [
      'the whole desk',
      ['group-leader-4', 'branch-secretary-2', 'community-worker-1', 'community-worker-2'],
      'administrator-1',
    ],
  ])('away is %s: the next in line is told', async (_name, away, next) => {
    const id = await report(world)
    await setAway(...away)
    await run(due)
    expect(recipients(id)).toEqual(['worker-grid-6', next])
  })

  test('with everybody away it still lies in an inbox', async () => {
    const id = await report(world)
    const staff = world.documents('postings').filter(({ role }) => escalationRoles.includes(role))
    await setAway(...new Set(staff.map(({ personId }) => personId)))
    await run(plusThree)
    expect(recipients(id)).toEqual(everyone)
  })

  test('a leader’s post that has ended counts no more, and no street leaves it to the administrator', async () => {
    const id = await report(world)
    for (const personId of ['group-leader-4', 'officer-street'])
      await world.runtime.store.postings.updateWhere({ personId }, { to: dayOf(morning) })
    await run(plusThree)
    expect(recipients(id)).toEqual(['worker-grid-6', 'branch-secretary-2', 'community-worker-1', 'administrator-1'])
  })
})

test('a private matter names no class, skips who may not read it, and stays closed to the street', async () => {
  const id = await report(world, 'resident-grid-6', { classCode: 'dispute' })
  const { owner, clock } = issueOf(world, id)
  await run(Date.parse(clock.dueAt) + 10 * dayMs)
  const told = reminders(id)
  for (const { title, text } of told) expect(`${title}${text}`).not.toMatch(/矛盾|纠纷|第六网格/)
  expect(recipients(id)).not.toContain('group-leader-4')
  expect(told.find(({ recipientId }) => recipientId === 'officer-street')?.text).toContain('内容不公开')
  expect(await world.refusalOf('officer-street', 'issues.getIssue', { id })).toBe('NOT_FOUND')
  expect(told.filter(({ recipientId }) => recipientId === owner.personId)).toHaveLength(1)
})

test('the street may open what it was told of, without learning who reported it', async () => {
  const id = await report(world)
  expect(await world.refusalOf('officer-street', 'issues.getIssue', { id })).toBe('NOT_FOUND')
  await run(plusThree)
  expect(await world.ask('officer-street', 'issues.getIssue', { id })).toMatchObject({ reporter: null, moves: [] })
})

test('a decision on the owner that is late is told to the duty post once', async () => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'passOn', personId: 'worker-grid-7', reason: '转交' })
  await stepOf(world, 'worker-grid-7', { id, move: 'passOn', personId: 'worker-grid-5', reason: '转交' })
  expect(await run(at('2026-11-25T13:00'))).toEqual({ done: 1 })
  expect(await run(at('2026-11-25T14:00'))).toEqual({ done: 0 })
  expect(reminders(id)).toMatchObject([{ recipientId: 'community-worker-1' }])
  expect(reminders(id)[0]!.text).toContain('应在 11 月 25 日 13:00 前定下由谁负责')
})

test('an extension nobody answers is told once more', async () => {
  const id = await report(world)
  await world.ask('worker-grid-6', 'issues.askExtension', { id, reason: '等配件', until: '2026-11-27T05:30:00.000Z' })
  expect(await run(at('2026-11-25T13:00'))).toEqual({ done: 1 })
  expect(await run(at('2026-11-25T15:00'))).toEqual({ done: 0 })
  expect(reminders(id)).toMatchObject([{ recipientId: 'group-leader-4' }])
})

test('a run costs what is due and not what there is', async () => {
  const like = issueOf(world, await report(world))
  const cost = async () => {
    await run(amber - 60_000)
    world.countRequests()
    await run(amber - 60_000)
    return world.countRequests()
  }
  const few = await cost()
  insertIssues(
    world,
    like,
    Array.from({ length: 1000 }, (_, n) => ({ _id: `issue-like-${n}` })),
  )
  expect([few, await cost()]).toEqual([1, 1])
})

describe('a hazard that was mended and that nobody looked at again', () => {
  const mended = { move: 'submit', result: 'resolved', sentence: '充电线已拆' } as const
  const hazard = async () => {
    const id = await report(world, 'resident-grid-6', { classCode: 'charging' })
    const fileIds = [await world.upload('worker-grid-6', jpeg())]
    await stepOf(world, 'worker-grid-6', { id, ...mended, fileIds })
    return id
  }
  const third = morning + 3 * dayMs

  test('is told after three days, once, to the leader of the group, who may look at it again', async () => {
    const id = await hazard()
    expect(await run(third - 1)).toEqual({ done: 0 })
    expect(await run(third)).toEqual({ done: 1 })
    expect(await run(third + dayMs)).toEqual({ done: 0 })
    expect(reminders(id)).toEqual([
      {
        recipientId: 'group-leader-4',
        title: expect.any(String) as string,
        text: '隐患 11 月 25 日 09:00 整改，已满 3 天还没有人复查，请您到现场看一看，再在这件事里记下复查。',
      },
    ])
    await world.ask('group-leader-4', 'issues.takeStep', { id, step: 'rechecked', text: '看过了', fileIds: [] })
    expect(issueOf(world, id).recheckBy).toBeNull()
  })

  test('goes to the desk when the leader mended it or is away, never to whoever mended it', async () => {
    const id = await hazard()
    await setAway('group-leader-4')
    await run(third)
    expect(recipients(id)).toEqual(['community-worker-1'])
  })

  test('that was looked at in time, or came back to be worked on, is told to nobody', async () => {
    const [seen, back] = [await hazard(), await hazard()]
    await world.ask('group-leader-4', 'issues.takeStep', { id: seen, step: 'rechecked', text: '看过了', fileIds: [] })
    await stepOf(world, 'resident-grid-6', { id: back, move: 'reject', reason: '又拉上了' })
    await run(third)
    expect([recipients(seen), recipients(back).includes('group-leader-4')]).toEqual([[], true])
    expect(reminders(back).every(({ text }) => !text.includes('复查'))).toBe(true)
  })

  test('counts the days that were set when it was mended', async () => {
    // Later than every clock before, so that the map of the community is read anew.
    const start = morning + 100 * dayMs
    world.clock.now = start
    const early = await hazard()
    await world.ask('administrator-1', 'settings.updateSettings', { values: [{ code: 'hazardRecheckDays', value: 1 }] })
    world.clock.now = start + 61_000
    const late = await hazard()
    await run(start + dayMs + 61_000)
    expect([recipients(early), recipients(late)]).toEqual([[], ['group-leader-4']])
  })
})
