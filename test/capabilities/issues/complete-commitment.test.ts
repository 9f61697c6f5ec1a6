import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectAbsent, expectOnce, expectRefused, issueOf, useWorld } from '../world'
import { helped, helper, lead, noticesOf, owner, promised, strangers } from './shared'

const world = useWorld()
const name = 'issues.completeCommitment' satisfies CapabilityName

test('kept in a sentence with a photo, told to owner and lead, and then nothing stands in the way of solved', async () => {
  const id = await helped(world)
  const commitmentId = await promised(world, id)
  const input = { id: commitmentId, sentence: '已清运 12 车', fileIds: [await world.upload(helper, jpeg())] }
  const row = await expectOnce(world, helper, name, input, { ...input, sentence: '别的' })
  expect(row).toMatchObject({ state: 'done', sentence: '已清运 12 车', photos: [{}], canComplete: false })
  expect(issueOf(world, id).openCommitments).toBe(0)
  expect(noticesOf(world, owner).at(-1)).toBe('有一项承诺已经完成，打开看看。')
  expect(noticesOf(world, lead).at(-1)).toBe('有一项承诺已经完成，打开看看。')
  const { moves } = await world.ask(lead, 'issues.getIssue', { id })
  expect(moves.find(({ move }) => move === 'submit')!.needs).not.toContain('reason')
})

test('FORBIDDEN for all but whoever promised it; COMMITMENT_ENDED once it is over', async () => {
  const id = await helped(world)
  const commitmentId = await promised(world, id)
  for (const persona of [lead, owner, 'community-worker-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id: commitmentId, sentence: '好了' })
  await world.ask(helper, name, { id: commitmentId, sentence: '好了' })
  await expectRefused(world, 'COMMITMENT_ENDED', helper, name, { id: commitmentId, sentence: '又好了' })
})

test('FILE_NOT_YOURS, FILE_NOT_AN_IMAGE, FILE_TOO_LARGE: no photo that is none', async () => {
  const commitmentId = await promised(world, await helped(world))
  const foreign = await world.upload(owner, jpeg())
  const input = { id: commitmentId, sentence: '好了' }
  await expectRefused(world, 'FILE_NOT_YOURS', helper, name, { ...input, fileIds: [foreign] })
  const text = await world.upload(helper, Buffer.from('不是照片'))
  await expectRefused(world, 'FILE_NOT_AN_IMAGE', helper, name, { ...input, fileIds: [text] })
  const wide = await world.upload(helper, jpeg({ width: 4097 }))
  await expectRefused(world, 'FILE_TOO_LARGE', helper, name, { ...input, fileIds: [wide] })
})

test('what belongs to an issue somebody may not see is absent to them', async () => {
  const commitmentId = await promised(world, await helped(world))
  for (const persona of strangers)
    await expectAbsent(world, persona, name, commitmentId, (id) => ({ id, sentence: '好了' }))
})
