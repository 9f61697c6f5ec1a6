import { minuteMs, toInstant } from '@/shared/kernel/time'
import { report, stepOf } from '../capabilities/world'
import { morning } from '../support/cloud'
import { useWechatWorld } from '../support/wechat'

const world = useWechatWorld()

const resident = 'resident-grid-6'
const owner = 'worker-grid-6'

const allow = (persona: string, ...accepted: ('issueProgress' | 'staffTask')[]) =>
  world.ask(persona, 'notices.addSubscriptions', { accepted })
const sent = async () =>
  (await world.asked())
    .filter(({ kind }) => kind === 'message')
    .map(({ what }) => JSON.parse(what) as Record<string, unknown>)
const credits = () => world.documents('subscriptions').map((one) => one.credits)
const outbox = () => world.documents('outbox').map(({ state, reason }) => [state, reason])
/** A resident who agreed to one message, and a step that is told them. */
const started = async (classCode = 'litter') => {
  await allow(resident, 'issueProgress')
  const id = await report(world, resident, { classCode, text: '王某某 13812345678 家门口' })
  world.moveClock(minuteMs)
  await stepOf(world, owner, { id, move: 'start' })
  return id
}

test('whoever allowed one message gets one, about the class, the code, the state and the time, and nothing personal', async () => {
  const id = await started()
  expect(await world.sendOutbox()).toEqual({ done: 1 })
  const [message] = await sent()
  const { code } = world.documents('issues')[0]!
  expect(message).toMatchObject({
    template_id: 'tmpl-progress',
    page: `packages/resident/issue/index?id=${id}`,
    data: {
      thing1: { value: '暴露垃圾、乱堆乱放' },
      character_string2: { value: code },
      phrase3: { value: '处理中' },
      time4: { value: '2026年11月25日 09:01' },
    },
  })
  expect(JSON.stringify(await sent())).not.toMatch(/王某某|13812345678|家门口/)
  expect([credits(), outbox()]).toEqual([[0], [['sent', null]]])
})

test('one tap is one message: a second step sends none, and running again sends none', async () => {
  const id = await started()
  await world.sendOutbox()
  await stepOf(world, owner, { id, move: 'submit', result: 'cannot', sentence: '等设备' })
  for (let run = 0; run < 3; run++) await world.sendOutbox()
  expect(await sent()).toHaveLength(1)
})

test('two runs at once send once', async () => {
  await started()
  await Promise.all([world.sendOutbox(), world.sendOutbox(), world.sendOutbox()])
  expect(await sent()).toHaveLength(1)
})

test('a worker is told of a task, and what somebody did themselves is told nobody', async () => {
  await allow(owner, 'staffTask')
  await allow(resident, 'issueProgress')
  await report(world, resident, { classCode: 'litter' })
  await world.sendOutbox()
  expect(await sent()).toMatchObject([{ template_id: 'tmpl-task' }])
  expect(credits().sort()).toEqual([0, 1])
})

test('a notice that came late, with an earlier time, is still found', async () => {
  await started()
  await world.sendOutbox()
  await allow(resident, 'issueProgress')
  const [like] = world.documents('notices')
  const late = { ...like!, _id: 'notice:late', recipientId: resident, isRead: false, createdAt: toInstant(morning) }
  world.cloud.insertDocuments('notices', [late])
  await world.sendOutbox()
  expect(await sent()).toHaveLength(2)
})

test('old news rings nobody', async () => {
  await started()
  world.moveClock(60 * minuteMs)
  await world.sendOutbox()
  expect([await sent(), credits()]).toEqual([[], [1]])
})

test('a private class is not named', async () => {
  await allow(resident, 'issueProgress')
  const id = await report(world, resident, { classCode: 'hardship', text: '需要帮助' })
  await stepOf(world, 'community-worker-1', { id, move: 'start' })
  await world.sendOutbox()
  expect(await sent()).toMatchObject([{ data: { thing1: { value: '事项' } } }])
})

test('whoever refused loses what was counted for them', async () => {
  const { openid } = world.documents('persons').find(({ _id }) => _id === resident)!
  await world.minded({ refused: [openid!] })
  await started()
  await allow(resident, 'issueProgress')
  await world.sendOutbox()
  expect(outbox()[0]).toEqual(['gaveUp', 'refused'])
  expect(credits()).toEqual([0])
})

test('a message WeChat does not take gives its credit back', async () => {
  await started()
  await world.sendOutbox()
  const message = world.documents('outbox')[0]!
  world.cloud.insertDocuments('outbox', [
    { ...message, _id: 'message-bad', state: 'waiting', fields: { thing1: '' }, sentAt: null },
  ])
  await world.sendOutbox()
  expect(outbox()).toContainEqual(['gaveUp', 'invalid'])
  expect(credits()).toEqual([1])
})

test('while WeChat is over its quota a message waits an hour and then goes out once', async () => {
  await started()
  await world.minded({ isOverQuota: true })
  await world.sendOutbox()
  expect(outbox()).toEqual([['waiting', null]])
  await world.minded({ isOverQuota: false })
  world.moveClock(59 * minuteMs)
  await world.sendOutbox()
  expect(await sent()).toEqual([])
  world.moveClock(2 * minuteMs)
  await world.sendOutbox()
  expect(await sent()).toHaveLength(1)
})

test('a message nobody knows the fate of is given up, never sent again', async () => {
  await started()
  await world.minded({ isDown: true })
  await world.sendOutbox()
  expect(outbox()).toEqual([['gaveUp', 'unclear']])
  const [message] = world.documents('outbox')
  const stranded = {
    ...message!,
    _id: 'message-stranded',
    state: 'sending',
    reason: null,
    dueAt: toInstant(world.clock.now),
  }
  world.cloud.insertDocuments('outbox', [stranded])
  await world.minded({ isDown: false })
  world.moveClock(9 * minuteMs)
  await world.sendOutbox()
  expect(outbox()).toContainEqual(['sending', null])
  world.moveClock(2 * minuteMs)
  await world.sendOutbox()
  expect([outbox(), await sent(), credits()]).toEqual([
    [
      ['gaveUp', 'unclear'],
      ['gaveUp', 'unclear'],
    ],
    [],
    [0],
  ])
})

test('the door of the developers shows what was sent', async () => {
  await started()
  await world.sendOutbox()
  expect(world.documents('outbox')).toMatchObject([{ state: 'sent', sentAt: toInstant(world.clock.now) }])
})
