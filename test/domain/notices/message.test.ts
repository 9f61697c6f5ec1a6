import { answered, inHand, isStranded, type Message } from '@/shared/domain/notices/message'
import { templateIdsOf, templateKeys } from '@/shared/domain/notices/template-ids'
import { messageFields, templateFor, templates } from '@/shared/domain/notices/templates'
import { issueClasses } from '@/shared/domain/issues/classes'
import { issueStates } from '@/shared/kernel/vocabulary'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { badFieldOf } from '../../../emulator/wechat/template-data'
import { follower, issueIn, morning } from '../issues/people'

const waiting: Message = {
  _id: 'message-1',
  communityId: 'c-1',
  recipientId: 'p-1',
  template: 'issueProgress',
  fields: {},
  page: 'p',
  createdAt: toInstant(morning),
  state: 'waiting',
  dueAt: toInstant(morning),
  attempts: 0,
  sentAt: null,
  reason: null,
}

test('every class in every state makes fields WeChat takes, the fields each template declares', () => {
  for (const { code, name, isPrivate } of issueClasses)
    for (const state of issueStates) {
      const fields = messageFields({ classCode: code, code: '1125-K7M3', state }, toInstant(morning))
      const data = Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }]))
      expect(badFieldOf(data)).toBeNull()
      for (const key of templateKeys) expect(Object.keys(fields)).toEqual(Object.keys(templates[key].fields))
      if (isPrivate) expect(JSON.stringify(fields)).not.toContain(name)
    }
})

test('progress is for those who reported it, a task for everybody else', () => {
  const issue = issueIn('handling', { reporterId: 'a', followers: [follower('b')] }, 'litter')
  expect(['a', 'b', 'c'].map((id) => templateFor(issue, id))).toEqual(['issueProgress', 'issueProgress', 'staffTask'])
})

test('template ids come by key, and what is not ours is left out', () => {
  expect(templateIdsOf('issueProgress=x, staffTask=y,other=z,broken')).toEqual({ issueProgress: 'x', staffTask: 'y' })
  expect([templateIdsOf(undefined), templateIdsOf('issueProgress=')]).toEqual([{}, {}])
})

test('a message is taken in hand once, when it is due', () => {
  const taken = inHand(waiting, morning)
  expect(taken).toMatchObject({ state: 'sending', attempts: 1 })
  expect([inHand(taken!, morning), inHand(waiting, morning - 1)]).toEqual([null, null])
  expect([isStranded(taken!, morning + 9 * minuteMs), isStranded(taken!, morning + 10 * minuteMs)]).toEqual([
    false,
    true,
  ])
})

test('it waits longer each time and is given up at last, its credit given back', () => {
  let message = waiting
  const waits: number[] = []
  let credit = ''
  for (let now = morning; message.state === 'waiting'; now = Date.parse(message.dueAt)) {
    const settled = answered(inHand(message, now)!, { kind: 'later', minutes: 1 }, now)
    message = settled.message
    credit = settled.credit
    if (message.state === 'waiting') waits.push((Date.parse(message.dueAt) - now) / minuteMs)
  }
  expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128])
  expect([message.state, message.reason, credit]).toEqual(['gaveUp', 'unreachable', 'givenBack'])
})

test.each([
  ['sent', 'spent'],
  ['refused', 'allGone'],
  ['invalid', 'givenBack'],
  ['unknownPerson', 'givenBack'],
  ['unclear', 'spent'],
] as const)('after %s the credit is %s', (kind, credit) => {
  expect(answered(waiting, { kind }, morning).credit).toBe(credit)
})
