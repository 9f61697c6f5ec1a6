import { expectAbsent, expectCode, expectRefused, useWorld } from '../world'
import { freshRequestId } from '../../support/cloud'
import { jpeg } from '../../support/images'
import { begun, called, desk, proposer, strangeDesk, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.writeMinutes'

test('with photos; every version stays, the last is shown', async () => {
  const sitting = await begun(world)
  const fileId = await world.upload(desk, jpeg())
  await world.ask(desk, name, { ...sitting, text: '同意装', fileIds: [fileId] })
  expect((await viewOf(world, sitting.id)).meetings[0]!.minutes?.photos).toHaveLength(1)
  await world.ask(desk, name, { ...sitting, text: '同意装在东侧', fileIds: [] })
  const shown = async () => (await viewOf(world, sitting.id)).meetings[0]!.minutes!
  expect((await shown()).text).toBe('同意装在东侧')
  expect((await shown()).photos).toHaveLength(1)
  const second = await world.upload(desk, jpeg())
  await world.ask(desk, name, { ...sitting, text: '同意装在东侧', fileIds: [second] })
  expect((await shown()).photos).toHaveLength(2)
  await world.ask(desk, name, { ...sitting, text: '同意装在东侧。', fileIds: [], dropsPhotos: true })
  expect((await shown()).photos).toEqual([])
  const topic = world.documents('consultations').find(({ _id }) => _id === sitting.id)!
  expect(topic.meetings[0]!.minutes.map(({ text }) => text)).toEqual([
    '同意装',
    '同意装在东侧',
    '同意装在东侧',
    '同意装在东侧。',
  ])
})

test('MEETING_NOT_BEGUN before, MINUTES_TOO_MANY after twenty, STEP_UNFIT once reported back, a photo of somebody else’s not at all', async () => {
  const ahead = await called(world)
  await expectRefused(world, 'MEETING_NOT_BEGUN', desk, name, { ...ahead, text: '提前写', fileIds: [] })
  const sitting = await begun(world)
  const foreign = await world.upload(proposer, jpeg())
  await expectRefused(world, 'FILE_NOT_YOURS', desk, name, { ...sitting, text: '纪要', fileIds: [foreign] })
  for (let at = 0; at < 20; at++) await world.ask(desk, name, { ...sitting, text: `第 ${at} 稿`, fileIds: [] })
  await expectRefused(world, 'MINUTES_TOO_MANY', desk, name, { ...sitting, text: '再改', fileIds: [] })
  await expectAbsent(world, strangeDesk, name, sitting.id, (id) => ({ ...sitting, id, text: '纪要', fileIds: [] }))
  await world.runtime.store.consultations.updateWhere({ _id: sitting.id }, { step: 'reported', isOpen: false })
  const topic = world.documents('consultations').find(({ _id }) => _id === sitting.id)!
  const meetings = topic.meetings.map((one) => ({ ...one, minutes: [] }))
  await world.runtime.store.consultations.updateWhere({ _id: sitting.id }, { meetings })
  await expectRefused(world, 'STEP_UNFIT', desk, name, { ...sitting, text: '再改', fileIds: [] })
})

test('MINUTES_PHOTOS_TOO_MANY beyond a dozen, unless the earlier ones are taken down', async () => {
  const sitting = await begun(world)
  const write = async (more: object = {}) => ({
    ...sitting,
    text: '纪要',
    fileIds: await Promise.all(Array.from({ length: 6 }, () => world.upload(desk, jpeg()))),
    ...more,
  })
  for (const _twice of [1, 2]) await world.ask(desk, name, await write())
  await expectCode(world, 'MINUTES_PHOTOS_TOO_MANY', desk, name, await write())
  await world.ask(desk, name, await write({ dropsPhotos: true }))
  expect((await viewOf(world, sitting.id)).meetings[0]!.minutes!.photos).toHaveLength(6)
})

test('a refusal leaves the photos as they were: the same ones go with the minutes once they may be written', async () => {
  const sitting = await called(world)
  const fileIds = [await world.upload(desk, jpeg())]
  const minutes = { ...sitting, text: '同意装', fileIds }
  await expectRefused(world, 'MEETING_NOT_BEGUN', desk, name, minutes)
  await expectRefused(world, 'NOT_FOUND', desk, name, { ...minutes, id: 'nothing-of-this-id' })
  world.clock.now = Date.parse((await viewOf(world, sitting.id)).meetings[0]!.startsAt)
  await world.ask(desk, name, minutes)
  expect((await viewOf(world, sitting.id)).meetings[0]!.minutes!.photos).toHaveLength(1)
})

test('photos of the same minutes sent twice at once stay, and those that came too late are not kept', async () => {
  const sitting = await begun(world)
  const minutes = { ...sitting, text: '同意装', fileIds: [await world.upload(desk, jpeg())] }
  const requestId = freshRequestId()
  await Promise.all([1, 2].map(() => world.send(desk, name, minutes, requestId)))
  expect((await viewOf(world, sitting.id)).meetings[0]!.minutes!.photos).toHaveLength(1)
})
