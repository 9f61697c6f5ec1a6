import { expectCode, useWorld } from '../world'
import { begun, called, codeOf, desk, later, neighbour, proposer, stranger, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.attendMeeting'

test('by the digits or by the picture, once each', async () => {
  const sitting = await begun(world)
  const code = await codeOf(world, sitting)
  await world.ask(proposer, name, { ...sitting, code: code.digits })
  await world.ask(neighbour, name, { ...sitting, code: code.scan })
  await world.ask(neighbour, name, { ...sitting, code: '000000' })
  expect((await viewOf(world, sitting.id, desk)).meetings[0]).toMatchObject({ attended: 2, isMine: false })
  expect((await viewOf(world, sitting.id)).meetings[0]).toMatchObject({ isMine: true, canCheckIn: false })
})

test('CODE_EXPIRED for a picture sent on, CODE_WRONG for another room, TRIED_TOO_OFTEN for guesses', async () => {
  const sitting = await begun(world)
  const other = await called(world)
  const old = await codeOf(world, sitting)
  later(world, 2)
  await expectCode(world, 'CODE_EXPIRED', proposer, name, { ...sitting, code: old.digits })
  const foreign = (await codeOf(world, sitting)).scan.replace(sitting.meetingId, other.meetingId)
  await expectCode(world, 'CODE_WRONG', proposer, name, { ...sitting, code: foreign })
  const codes: string[] = []
  for (let at = 0; at < 12; at++)
    codes.push(await world.refusalOf(proposer, name, { ...sitting, code: String(100_000 + at) }))
  expect(codes.at(-1)).toBe('TRIED_TOO_OFTEN')
  await expectCode(world, 'TRIED_TOO_OFTEN', proposer, name, {
    ...sitting,
    code: (await codeOf(world, sitting)).digits,
  })
  later(world, 2)
  await world.ask(proposer, name, { ...sitting, code: (await codeOf(world, sitting)).digits })
})

test('MEETING_NOT_NOW a day before; a stranger learns nothing', async () => {
  const sitting = await called(world)
  await expectCode(world, 'MEETING_NOT_NOW', proposer, name, { ...sitting, code: '123456' })
  await expectCode(world, 'NOT_FOUND', stranger, name, { ...sitting, code: '123456' })
})
