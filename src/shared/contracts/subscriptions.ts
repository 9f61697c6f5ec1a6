import * as z from 'zod'
import { command, query } from '../kernel/capability'

const templateKey = z.enum(['issueProgress', 'staffTask'], { error: '没有这种提醒' })
const credits = z.array(z.object({ key: templateKey, credits: z.number().int() }))

/** Subscribe messages (订阅消息): one tap in WeChat is one message, so how many are left is counted here. */
export const subscriptions = {
  listSubscriptions: query({
    summary: '我可以订阅的微信提醒，和还剩几次',
    roles: ['signedIn'],
    input: z.strictObject({}),
    output: z.object({
      /** `templateId`: what wx.requestSubscribeMessage wants; reminders the account has no template for are left out. */
      templates: z.array(
        z.object({ key: templateKey, title: z.string(), templateId: z.string(), credits: z.number().int() }),
      ),
    }),
  }),
  addSubscriptions: command({
    summary: '记下我在微信里允许的提醒，每允许一次收一条',
    roles: ['signedIn'],
    input: z.strictObject({
      accepted: z.array(templateKey).min(1, '请至少允许一种提醒').max(3, '一次最多允许三种提醒'),
    }),
    output: z.object({ credits }),
  }),
}
