import type { SendAnswer } from '@/shared/domain/notices/message'
import type { MessagePort } from '../runtime/wechat-ports'
import type { Wechat } from './wechat'

const meanings: Readonly<Record<number, SendAnswer>> = {
  0: { kind: 'sent' },
  [-1]: { kind: 'later', minutes: 1 },
  43101: { kind: 'refused' },
  45009: { kind: 'later', minutes: 60 },
  45011: { kind: 'later', minutes: 1 },
  40003: { kind: 'unknownPerson' },
}

/**
 * subscribeMessage.send. Sending again is sending twice, so a request that may have arrived is never repeated; a code that is not listed
 * says that the message itself is wrong (47003, 40037, 41030), which no repetition mends.
 */
export const subscribeMessages = (wechat: Wechat, miniprogramState: string): MessagePort => ({
  async send({ openid, templateId, page, fields }) {
    const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))
    const message = {
      touser: openid,
      template_id: templateId,
      page,
      data,
      miniprogram_state: miniprogramState,
      lang: 'zh_CN',
    }
    const reply = await wechat.post('/cgi-bin/message/subscribe/send', message, { isRepeatable: false })
    if (reply.kind === 'answer') return meanings[reply.errcode] ?? { kind: 'invalid' }
    return reply.kind === 'unreached' ? { kind: 'later', minutes: 1 } : { kind: 'unclear' }
  },
})
