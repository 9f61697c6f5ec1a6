import { minuteMs } from '@/shared/kernel/time'
import { jpeg } from '../support/images'
import { marked, useWechatWorld } from '../support/wechat'
import { issueOf, report, stepOf } from '../capabilities/world'

const world = useWechatWorld()

const resident = 'resident-grid-6'
const owner = 'worker-grid-6'
const desk = 'community-worker-1'

const reportWith = async (text: string, ...behaviours: string[]) => {
  const fileIds = await Promise.all(behaviours.map((behaviour) => world.upload(resident, marked(jpeg(), behaviour))))
  return report(world, resident, { classCode: 'litter', text, fileIds })
}
const standing = (id: string) => {
  const { isPublic, textCheck, passedFileIds, contentCheck } = issueOf(world, id)
  return { isPublic, textCheck, passed: passedFileIds.length, held: contentCheck?.held.map(({ verdict }) => verdict) }
}

test('what passed in words and photos is public, and not a moment before the last verdict', async () => {
  const id = await reportWith('楼道里有垃圾', 'pass', 'late')
  expect(standing(id)).toMatchObject({ isPublic: false, textCheck: 'waiting' })
  expect(await world.check()).toEqual({ done: 1 })
  await world.pushed(1)
  expect(standing(id)).toMatchObject({ isPublic: false, textCheck: 'passed', passed: 1 })
  const late = (await world.asked()).find(({ behaviour }) => behaviour === 'late')
  await world.deliver(late!.traceId!)
  expect(standing(id)).toMatchObject({ isPublic: true, passed: 2 })
  expect(await world.check()).toEqual({ done: 0 })
})

test('staff and the reporter see at once what the public does not see yet', async () => {
  const id = await reportWith('楼道里有垃圾', 'pass')
  for (const persona of [resident, owner]) {
    const seen = await world.ask(persona, 'issues.getIssue', { id })
    expect([seen.text, seen.photos.length, seen.contentCheck?.state]).toEqual(['楼道里有垃圾', 1, 'waiting'])
  }
})

test('a risk in words or photos stays hidden, staff read why, and the reporter is not told what was suspected', async () => {
  const id = await reportWith('违规测试', 'risky')
  await world.check()
  await world.pushed(1)
  expect(standing(id)).toMatchObject({ isPublic: false, textCheck: 'rejected', passed: 0, held: ['risky', 'risky'] })
  const staff = (await world.ask(owner, 'issues.getIssue', { id })).contentCheck
  expect(staff).toMatchObject({ state: 'held', decisions: [] })
  expect(staff?.reasons.join()).toMatch(/文字：疑似违法犯罪.*照片 1：疑似违法犯罪/)
  expect((await world.ask(resident, 'issues.getIssue', { id })).contentCheck).toEqual({
    state: 'held',
    reasons: [],
    decisions: [],
  })
})

test('what the check is unsure of waits for the duty post, which is told once', async () => {
  const id = await reportWith('待审测试', 'review')
  await world.check()
  await world.pushed(1)
  expect(standing(id)).toMatchObject({ isPublic: false, held: ['review', 'review'] })
  const told = world.documents('notices').filter(({ _id }) => _id.startsWith(`check:${id}`))
  expect(told).toMatchObject([{ recipientId: desk, subject: { id } }])
  await world.ask(desk, 'issues.decideCheck', { id, decision: 'pass' })
  expect(standing(id)).toMatchObject({ isPublic: true, textCheck: 'passed', passed: 1, held: [] })
})

test('a verdict that comes twice changes nothing the second time', async () => {
  const id = await reportWith('楼道里有垃圾', 'duplicate')
  await world.check()
  await world.pushed(2)
  const once = JSON.stringify(world.documents('issues'))
  const photo = (await world.asked()).find(({ kind }) => kind === 'image')
  await world.deliver(photo!.traceId!)
  expect(JSON.stringify(world.documents('issues'))).toBe(once)
  expect(standing(id)).toMatchObject({ isPublic: true, passed: 1 })
})

test.each(['lost', 'failed'])(
  'a verdict that is %s is asked for again after a while, not before',
  async (behaviour) => {
    const id = await reportWith('楼道里有垃圾', behaviour)
    await world.check()
    world.moveClock(34 * minuteMs)
    expect(await world.check()).toEqual({ done: 0 })
    world.moveClock(2 * minuteMs)
    expect(await world.check()).toEqual({ done: 1 })
    const questions = (await world.asked()).filter(({ kind }) => kind === 'image')
    expect(questions).toHaveLength(2)
    expect(standing(id)).toMatchObject({ isPublic: false, passed: 0 })
  },
)

test('while the check is down everything stays hidden, and is asked again when it is back', async () => {
  const id = await reportWith('楼道里有垃圾', 'pass')
  await world.minded({ isDown: true })
  await world.check()
  expect(standing(id)).toMatchObject({ isPublic: false, textCheck: 'waiting', held: [] })
  expect(await world.check()).toEqual({ done: 0 })
  await world.minded({ isDown: false })
  world.moveClock(3 * minuteMs)
  await world.check()
  await world.pushed(1)
  expect(standing(id).isPublic).toBe(true)
})

test('a used-up quota is left alone for an hour', async () => {
  await reportWith('楼道里有垃圾')
  await world.minded({ isOverQuota: true })
  await world.check()
  await world.minded({ isOverQuota: false })
  world.moveClock(59 * minuteMs)
  expect(await world.check()).toEqual({ done: 0 })
  world.moveClock(2 * minuteMs)
  expect(await world.check()).toEqual({ done: 1 })
})

test('a token that has run out is fetched anew within the same question', async () => {
  const id = await reportWith('楼道里有垃圾')
  await world.check()
  await world.minded({ expireToken: true })
  const second = await reportWith('楼道里又有垃圾')
  await world.check()
  expect([standing(id).isPublic, standing(second).isPublic]).toEqual([true, true])
  expect(world.documents('accessTokens')).toHaveLength(1)
})

test('whose visit is too long ago to be asked about goes to a person', async () => {
  const { openid } = world.documents('persons').find(({ _id }) => _id === resident)!
  await world.minded({ inactive: [openid!] })
  const id = await reportWith('楼道里有垃圾')
  await world.check()
  expect(standing(id)).toMatchObject({ isPublic: false, held: ['review'] })
  expect((await world.ask(desk, 'issues.getIssue', { id })).contentCheck?.reasons.join()).toContain('没能自动检测')
})

test('photos of progress and of the result are checked too', async () => {
  const id = await reportWith('楼道里有垃圾')
  await world.check()
  expect(standing(id).isPublic).toBe(true)
  await stepOf(world, owner, { id, move: 'start' })
  const photo = (behaviour: string) => world.upload(owner, marked(jpeg(), behaviour))
  await world.ask(owner, 'issues.addProgress', { id, text: '已到现场', fileIds: [await photo('risky')] })
  await stepOf(world, owner, {
    id,
    move: 'submit',
    result: 'resolved',
    sentence: '已清理',
    fileIds: [await photo('pass')],
  })
  await world.check()
  await world.pushed(2)
  const { resultFileIds, passedFileIds } = issueOf(world, id)
  expect([passedFileIds, standing(id).held, standing(id).isPublic]).toEqual([resultFileIds, ['risky'], true])
})

test('private matters are shown to nobody, so nobody outside is asked about them', async () => {
  await report(world, resident, { classCode: 'hardship', text: '违规测试' })
  expect(await world.check()).toEqual({ done: 0 })
  expect(await world.asked()).toEqual([])
})

test('two runs at once agree', async () => {
  const id = await reportWith('楼道里有垃圾', 'pass')
  await Promise.all([world.check(), world.check()])
  await world.pushed(2)
  expect(standing(id)).toMatchObject({ isPublic: true, passed: 1, held: [] })
})
