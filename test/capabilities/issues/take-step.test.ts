import type { CapabilityName } from '@/shared/contracts'
import type { Step } from '@/shared/kernel/steps'
import { jpeg } from '../../support/images'
import { expectAbsent, expectOnce, expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'
import { desk, helper, led, lead, owner, quarrel, strangers } from './shared'

const world = useWorld()
const name = 'issues.takeStep' satisfies CapabilityName
const take = (persona: string, id: string, step: Step) => world.ask(persona, name, { id, step, text: `${step} 的情况` })

test('a dispute goes from first note to call-back under one id, one step after the other', async () => {
  const id = await quarrel(world)
  for (const step of ['accepted', 'mediated', 'mediated', 'agreed', 'fulfilled'] as const) await take(desk, id, step)
  await stepOf(world, desk, { id, move: 'submit', result: 'resolved', sentence: '双方和好' })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  await take(desk, id, 'calledBack')
  const { procedure, state } = await world.ask(desk, 'issues.getIssue', { id })
  expect(procedure!.taken.map((step) => step.name)).toEqual(['排查', '受理', '调解', '调解', '协议', '履行', '回访'])
  expect([procedure!.all.join('→'), procedure!.next, state]).toEqual(['排查→受理→调解→协议→履行→回访', [], 'closed'])
})

test('taking a dispute up is its first contact: from there on it has thirty days from its report', async () => {
  const id = await quarrel(world)
  expect(issueOf(world, id).clock.dueAt).toBe('2026-11-26T01:00:00.000Z')
  await take(desk, id, 'accepted')
  expect(issueOf(world, id).clock).toMatchObject({
    dueAt: '2026-12-25T01:00:00.000Z',
    amberAt: '2026-12-17T13:00:00.000Z',
  })
  expect((await world.ask(desk, 'issues.getIssue', { id })).limitLabel).toBe('30 天')
})

test('a hazard is mended by one and checked again by another; what a result brings is not asked for twice', async () => {
  const id = await report(world, 'resident-grid-6', { classCode: 'charging', text: '楼道飞线充电' })
  await stepOf(world, owner, { id, move: 'start' })
  const fileIds = [await world.upload(owner, jpeg())]
  await stepOf(world, owner, { id, move: 'submit', result: 'resolved', sentence: '已拆除', fileIds })
  await expectRefused(world, 'FORBIDDEN', owner, name, { id, step: 'rechecked', text: '我自己看过' })
  await take(desk, id, 'rechecked')
  const { procedure } = await world.ask(owner, 'issues.getIssue', { id })
  expect(procedure!.taken.map((step) => [step.name, step.text])).toEqual([
    ['发现', null],
    ['整改', '已拆除'],
    ['复查', 'rechecked 的情况'],
  ])
})

test('a check that another passes is the re-check', async () => {
  const id = await report(world, 'resident-grid-6', { classCode: 'charging', text: '楼道飞线充电' })
  await stepOf(world, owner, { id, move: 'start' })
  await stepOf(world, owner, { id, move: 'submit', result: 'cannot', sentence: '没有条件' })
  await stepOf(world, desk, { id, move: 'reject', reason: '再想办法' })
  const fileIds = [await world.upload(owner, jpeg())]
  await stepOf(world, owner, { id, move: 'submit', result: 'partly', sentence: '拆了一半', fileIds })
  await stepOf(world, desk, { id, move: 'confirm' })
  expect(issueOf(world, id).steps).toMatchObject([
    { step: 'mended', personId: owner },
    { step: 'rechecked', personId: desk },
  ])
})

test('sent twice it is one step', async () => {
  const id = await quarrel(world)
  const input = { id, step: 'accepted', text: '已联系双方' } as const
  await expectOnce(world, desk, name, input, { ...input, text: '别的' })
  expect(issueOf(world, id).steps).toHaveLength(1)
})

test('STEP_NOT_NEXT, STEP_NOT_NOW, STEPS_FULL, FORBIDDEN, and a step of another kind', async () => {
  const id = await quarrel(world)
  await expectRefused(world, 'STEP_NOT_NEXT', desk, name, { id, step: 'agreed', text: '跳过' })
  await expectRefused(world, 'STEP_NOT_NEXT', desk, name, { id, step: 'found', text: '再来' })
  await expectRefused(world, 'FORBIDDEN', desk, name, { id, step: 'mended', text: '不是隐患' })
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, { id, step: 'accepted', text: '我来' })
  await world.ask(desk, 'issues.addHelper', { id, personId: helper, task: '核对欠薪' })
  await expectRefused(world, 'FORBIDDEN', helper, name, { id, step: 'accepted', text: '部门不走步骤' })
  await take(desk, id, 'accepted')
  const step = { step: 'mediated' as const, at: '2026-11-25T01:00:00.000Z', personId: desk, name: '某', text: '调解' }
  insertIssues(world, issueOf(world, id), [
    { _id: 'issue-many', steps: Array.from({ length: 40 }, () => step) },
    { _id: 'issue-waiting', state: 'suspended' },
  ])
  await expectRefused(world, 'STEPS_FULL', desk, name, { id: 'issue-many', step: 'mediated', text: '又一次' })
  await expectRefused(world, 'STEP_NOT_NOW', desk, name, { id: 'issue-waiting', step: 'mediated', text: '等' })
  await expectRefused(world, 'FORBIDDEN', lead, name, { id: await led(world), step: 'accepted', text: '不是纠纷' })
})

test('FILE_NOT_YOURS, FILE_NOT_AN_IMAGE, FILE_TOO_LARGE: no photo that is none', async () => {
  const input = { id: await quarrel(world), step: 'accepted', text: '受理' }
  const foreign = await world.upload(owner, jpeg())
  await expectRefused(world, 'FILE_NOT_YOURS', desk, name, { ...input, fileIds: [foreign] })
  const text = await world.upload(desk, Buffer.from('不是照片'))
  await expectRefused(world, 'FILE_NOT_AN_IMAGE', desk, name, { ...input, fileIds: [text] })
  const wide = await world.upload(desk, jpeg({ width: 4097 }))
  await expectRefused(world, 'FILE_TOO_LARGE', desk, name, { ...input, fileIds: [wide] })
})

test('a dispute somebody may not see is absent to them', async () => {
  const id = await quarrel(world)
  for (const persona of [...strangers, owner])
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, step: 'accepted', text: '受理' }))
})
