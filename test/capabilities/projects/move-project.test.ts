import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import {
  approved,
  callOf,
  deliberated,
  desk,
  drafted,
  fangshi,
  foreigner,
  lines,
  move,
  opened,
  otherDesk,
  owner,
  projectOf,
  proposed,
  proposer,
  seenAt,
  stranger,
} from './story'

const world = useWorld()
const name = 'projects.moveProject' satisfies CapabilityName
const says = (id: string, step: string, more: object = {}) => ({ id, move: step, sentence: '同意', ...more })
const noticesOf = (persona: string) =>
  world
    .documents('notices')
    .filter(({ recipientId }) => recipientId === persona)
    .map(({ title }) => title)

const works = {
  what: '清运、种草',
  startOn: '2026-11-25',
  pairs: [],
  sites: [{ buildingId: fangshi[0]!, weight: 1, percent: 0 }],
}

test('from proposal to published final account, each step told to whoever proposed it, with the fund following', async () => {
  const { id: callId } = await callOf(world)
  const id = await approved(world, callId)
  expect(world.documents('projectCalls')[0]!.allocatedFen).toBe(3_000_000)
  await world.ask(owner, 'projects.setWorks', { id, seenAt: seenAt(world, id), ...works })
  await world.ask(owner, name, { id, move: 'start' })
  world.clock.now += 20 * dayMs
  const whole = { ...works, endOn: '2026-12-12', areaSquareMeters: 600, sites: [{ ...works.sites[0]!, percent: 100 }] }
  expect(await world.ask(owner, 'projects.setWorks', { id, seenAt: seenAt(world, id), ...whole })).toEqual({
    days: 18,
    progressTenths: 1000,
  })
  await world.ask(desk, name, { id, move: 'accept', sentence: '现场看过，合格' })
  const final = lines.map((line) => ({ ...line, finalFen: line.plannedFen - 50_000 }))
  await world.ask(desk, 'projects.setBudget', { id, lines: final })
  expect(await world.ask(desk, name, { id, move: 'settle', sentence: '决算已核对' })).toMatchObject({
    state: 'settled',
    days: 18,
    areaSquareMeters: 600,
  })
  expect(world.documents('projectCalls')[0]!.allocatedFen).toBe(2_950_000)
  expect(noticesOf(proposer).filter((title) => title === '您的提案有进展')).toHaveLength(7)
  expect(noticesOf(owner)).toContain('由您负责一个项目')
})

test('twice is once; whoever proposed takes it back while nobody has looked at it', async () => {
  const { id: callId } = await callOf(world)
  const id = await proposed(world, callId)
  await expectOnce(
    world,
    desk,
    name,
    { id, move: 'screen', sentence: '可行' },
    { id, move: 'decline', sentence: '不行' },
  )
  const other = await proposed(world, callId)
  await expectRefused(world, 'FORBIDDEN', desk, name, { id: other, move: 'withdraw' })
  expect((await world.ask(proposer, name, { id: other, move: 'withdraw' })).state).toBe('withdrawn')
  await expectRefused(world, 'PROJECT_NOT_SO_FAR', desk, name, says(other, 'screen'))
})

test('a resolution needs an owner who is on record here, and a day; RESOLUTION_WITHOUT_OWNER, OWNER_UNFIT, RESOLUTION_DUE_UNFIT', async () => {
  const id = await proposed(world, undefined, desk)
  await move(world, id, 'screen')
  const until = '2026-12-31'
  await expectRefused(world, 'RESOLUTION_WITHOUT_OWNER', desk, name, says(id, 'deliberate', { until }))
  for (const ownerId of ['b-worker-grid-1', 'nobody'])
    await expectRefused(world, 'OWNER_UNFIT', desk, name, says(id, 'deliberate', { until, ownerId }))
  for (const day of [undefined, '2026-11-24', '2026-11-25', '2026-12-02'])
    await expectRefused(
      world,
      'RESOLUTION_DUE_UNFIT',
      desk,
      name,
      says(id, 'deliberate', { ownerId: owner, until: day }),
    )
  await expectRefused(world, 'SENTENCE_MISSING', desk, name, { id, move: 'deliberate', ownerId: owner, until })
  await world.ask(desk, name, { id, move: 'deliberate', sentence: '同意', ownerId: owner, until: '2026-12-03' })
  await expectRefused(world, 'PROJECT_WITHOUT_BUDGET', desk, name, says(id, 'announce', { until }))
  expect(projectOf(world, id).owner).toMatchObject({ personId: owner })
})

test('NOTICE_TOO_SHORT under seven days, NOTICE_NOT_OVER on its last day', async () => {
  const id = await deliberated(world)
  await expectRefused(world, 'NOTICE_TOO_SHORT', desk, name, says(id, 'announce', { until: '2026-12-01' }))
  await move(world, id, 'announce')
  world.clock.now = Date.parse('2026-12-02T10:00:00.000Z')
  await expectRefused(world, 'NOTICE_NOT_OVER', desk, name, says(id, 'approve'))
  world.clock.now += dayMs
  expect((await move(world, id, 'approve')).state).toBe('approved')
})

test('NOTICE_PAST_DUE for a notice that ends no earlier than the resolution is due, unless the shortest does as well', async () => {
  const { store } = world.runtime
  const id = await deliberated(world)
  const resolution = { sentence: '同意', dueOn: '2026-12-10' }
  await store.projects.updateWhere({ _id: id }, { resolution })
  await expectRefused(world, 'NOTICE_PAST_DUE', desk, name, says(id, 'announce', { until: '2026-12-10' }))
  expect(await world.refusalOf(desk, name, says(id, 'announce', { until: '2026-12-09' }))).toBe('ok')
  const late = await deliberated(world)
  await store.projects.updateWhere({ _id: late }, { resolution: { ...resolution, dueOn: '2026-12-01' } })
  expect(await world.refusalOf(desk, name, says(late, 'announce', { until: '2026-12-02' }))).toBe('ok')
})

test('CALL_FUND_EXCEEDED for the one that no longer fits; of two approved at once the fund pays one', async () => {
  const { id: callId } = await callOf(world, { fundFen: 3_000_000 })
  const [first, second] = [await deliberated(world, callId), await deliberated(world, callId)]
  for (const id of [first, second]) await move(world, id, 'announce')
  world.clock.now += 8 * dayMs
  const answers = await Promise.all(
    [first, second].map((id, at) => world.refusalOf(at ? otherDesk : desk, name, says(id, 'approve'))),
  )
  expect(answers.sort()).toEqual(['CALL_FUND_EXCEEDED', 'ok'])
  expect(world.documents('projectCalls')[0]!.allocatedFen).toBe(3_000_000)
})

test('WORKS_NOT_BEGUN, WORKS_NOT_FINISHED, ACCEPTED_BY_OWNER, FINAL_ACCOUNT_INCOMPLETE', async () => {
  const id = await approved(world)
  await expectRefused(world, 'WORKS_NOT_BEGUN', owner, name, { id, move: 'start' })
  await world.ask(owner, 'projects.setWorks', { id, seenAt: seenAt(world, id), ...works })
  await move(world, id, 'start', owner)
  await expectRefused(world, 'WORKS_NOT_FINISHED', desk, name, says(id, 'accept'))
  await world.ask(owner, 'projects.setWorks', {
    id,
    seenAt: seenAt(world, id),
    ...works,
    endOn: '2026-12-01',
    sites: [],
  })
  await world.runtime.store.projects.updateWhere({ _id: id }, { owner: { personId: desk, name: '我' } })
  await expectRefused(world, 'ACCEPTED_BY_OWNER', desk, name, says(id, 'accept'))
  await move(world, id, 'accept', otherDesk)
  await expectRefused(world, 'FINAL_ACCOUNT_INCOMPLETE', desk, name, says(id, 'settle'))
})

test('SPENDING_NOT_CONFIRMED while the treasurer has not confirmed what is spent of what households paid', async () => {
  const id = await opened(world)
  await world.runtime.store.projects.updateWhere(
    { _id: id },
    { state: 'accepted', lines: [{ name: '管道', source: 'selfFunding', plannedFen: 1, finalFen: 1 }] },
  )
  await expectRefused(world, 'SPENDING_NOT_CONFIRMED', desk, name, says(id, 'settle'))
})

test('SPENDING_NOT_COLLECTED where nothing was asked of households, whatever the sum, until the account says 0', async () => {
  for (const id of [await drafted(world), await approved(world)]) {
    const spend = (finalFen: number) =>
      world.runtime.store.projects.updateWhere(
        { _id: id },
        { state: 'accepted', lines: [{ name: '管道', source: 'selfFunding', plannedFen: 1, finalFen }] },
      )
    for (const finalFen of [1, 50_000_000]) {
      await spend(finalFen)
      await expectRefused(world, 'SPENDING_NOT_COLLECTED', desk, name, says(id, 'settle'))
    }
    await spend(0)
    expect(await world.refusalOf(desk, name, says(id, 'settle'))).toBe('ok')
  }
})

test('NOT_FOUND to strangers before it is public, FORBIDDEN to them after, NOT_FOUND to other communities', async () => {
  const { id: callId } = await callOf(world)
  const id = await proposed(world, callId)
  await expectAbsent(world, stranger, name, id, (one) => says(one, 'screen'))
  await expectRefused(world, 'FORBIDDEN', proposer, name, says(id, 'screen'))
  await move(world, id, 'screen')
  await expectRefused(world, 'FORBIDDEN', stranger, name, says(id, 'decline'))
  await expectAbsent(world, foreigner, name, id, (one) => says(one, 'decline'))
})

test('keeps within ten requests', async () => {
  const { id: callId } = await callOf(world)
  const id = await deliberated(world, callId)
  await move(world, id, 'announce')
  world.clock.now += 8 * dayMs
  world.countRequests()
  await move(world, id, 'approve')
  expect(world.countRequests()).toBeLessThanOrEqual(10)
})

test('WORDS_RISKY where the content check found what was proposed risky', async () => {
  const { id: callId } = await callOf(world)
  const id = await proposed(world, callId)
  await world.runtime.store.projects.updateWhere({ _id: id }, { textCheck: 'risky' })
  await expectRefused(world, 'WORDS_RISKY', desk, name, { id, move: 'screen', sentence: '同意' })
})
