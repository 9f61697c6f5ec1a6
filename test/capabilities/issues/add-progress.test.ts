import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.addProgress' satisfies CapabilityName

const started = async (): Promise<string> => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'start' })
  return id
}

test('a line of progress with photos is read by the reporter, who is told; the state stays', async () => {
  const id = await started()
  const fileIds = [await world.upload('worker-grid-6', jpeg())]
  expect(await world.ask('worker-grid-6', name, { id, text: '已联系保洁', fileIds })).toMatchObject({
    state: 'handling',
  })
  const { timeline } = await world.ask('resident-grid-6', 'issues.getIssue', { id })
  expect(timeline.at(-1)).toMatchObject({
    kind: 'progress',
    title: '进展',
    text: '已联系保洁',
    actor: { id: 'worker-grid-6', role: 'gridWorker' },
    photos: [{ id: expect.stringMatching(/\/kept\/xinsheng\/use-/), url: expect.any(String) }],
  })
  const { notices, unread } = await world.ask('resident-grid-6', 'notices.listNotices', {})
  expect([unread, notices[0]!.text]).toEqual([2, '这件事有了新进展，打开看看。'])
})

test('sent twice it is one line', async () => {
  const id = await started()
  const fileIds = [await world.upload('worker-grid-6', jpeg())]
  const input = { id, text: '已联系保洁', fileIds }
  await expectOnce(world, 'worker-grid-6', name, input, { ...input, text: '别的' })
  expect(issueOf(world, id).timeline.filter(({ kind }) => kind === 'progress')).toHaveLength(1)
})

test('ISSUE_NOT_IN_PROGRESS: before somebody started and after it ended there is none', async () => {
  const id = await report(world)
  await expectRefused(world, 'ISSUE_NOT_IN_PROGRESS', 'worker-grid-6', name, { id, text: '还没开始' })
  await stepOf(world, 'resident-grid-6', { id, move: 'withdraw' })
  await expectRefused(world, 'ISSUE_NOT_IN_PROGRESS', 'worker-grid-6', name, { id, text: '已经撤回' })
})

test('FORBIDDEN: those who may see it but do not handle it write nothing into it', async () => {
  const id = await started()
  for (const persona of ['resident-grid-6', 'group-leader-4', 'community-worker-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, text: '我也说一句' })
})

test('FILE_NOT_YOURS, FILE_NOT_AN_IMAGE, FILE_TOO_LARGE: no line without its photos', async () => {
  const id = await started()
  const foreign = await world.upload('resident-grid-6', jpeg())
  await expectRefused(world, 'FILE_NOT_YOURS', 'worker-grid-6', name, { id, text: '照片', fileIds: [foreign] })
  const words = await world.upload('worker-grid-6', Buffer.from('一段不是照片的文字，改了名字'))
  await expectRefused(world, 'FILE_NOT_AN_IMAGE', 'worker-grid-6', name, { id, text: '照片', fileIds: [words] })
  const wide = await world.upload('worker-grid-6', jpeg({ width: 4097 }))
  await expectRefused(world, 'FILE_TOO_LARGE', 'worker-grid-6', name, { id, text: '照片', fileIds: [wide] })
})

test('an issue somebody may not see is absent to them', async () => {
  const id = await started()
  for (const persona of ['worker-grid-7', 'resident-grid-7', 'newcomer-1', 'b-worker-grid-1'])
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, text: '进展' }))
  const fileIds = [await world.upload('worker-grid-7', jpeg())]
  await expectRefused(world, 'NOT_FOUND', 'worker-grid-7', name, { id, text: '进展', fileIds })
  await expectRefused(world, 'UNAUTHENTICATED', null, name, { id, text: '进展' })
})
