import { subscribeMessages } from '@cloud/adapters/subscribe-message'
import type { Wechat, WechatReply } from '@cloud/adapters/wechat'

const message = { openid: 'o-1', templateId: 't-1', page: 'p', fields: { thing1: '路灯' } }
const sentWith = async (reply: WechatReply) => {
  const asked: unknown[] = []
  const wechat: Wechat = { post: async (...request) => (asked.push(request), reply) }
  return { answer: await subscribeMessages(wechat, 'trial').send(message), asked }
}

test('a message goes out in WeChat’s own shape, and is never repeated by itself', async () => {
  const { answer, asked } = await sentWith({ kind: 'answer', errcode: 0, body: {} })
  expect(answer).toEqual({ kind: 'sent' })
  expect(asked).toEqual([
    [
      '/cgi-bin/message/subscribe/send',
      {
        touser: 'o-1',
        template_id: 't-1',
        page: 'p',
        data: { thing1: { value: '路灯' } },
        miniprogram_state: 'trial',
        lang: 'zh_CN',
      },
      { isRepeatable: false },
    ],
  ])
})

test.each([
  [43101, { kind: 'refused' }],
  [47003, { kind: 'invalid' }],
  [40037, { kind: 'invalid' }],
  [40003, { kind: 'unknownPerson' }],
  [45009, { kind: 'later', minutes: 60 }],
  [-1, { kind: 'later', minutes: 1 }],
])('understands %i', async (errcode, answer) => {
  expect((await sentWith({ kind: 'answer', errcode, body: {} })).answer).toEqual(answer)
})

test('what never left may be tried again; what may have arrived may not', async () => {
  expect((await sentWith({ kind: 'unreached' })).answer).toEqual({ kind: 'later', minutes: 1 })
  expect((await sentWith({ kind: 'unclear' })).answer).toEqual({ kind: 'unclear' })
})
