import * as z from 'zod'
import type { CheckAnswer } from '@/shared/domain/issues/content-check'
import type { ContentCheckPort } from '../runtime/wechat-ports'
import type { Wechat, WechatReply } from './wechat'

/** How much msgSecCheck takes at once. */
export const charactersMax = 2500
/** How far pieces of a longer text overlap, so that a word on the seam is whole in one of them. */
const overlap = 50
/** 评论: short words about something, the nearest of WeChat's four scenes. */
const scene = 2
const imageType = 2

const verdictShape = z.object({
  result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.union([z.number(), z.string()]) }),
})
const traceShape = z.object({ trace_id: z.string().regex(/^[A-Za-z0-9_-]{1,70}$/) })

/** What WeChat's error codes mean for the next question. A code that is not here is a fault of ours or of the account: asked again in a while. */
const meanings: Readonly<Record<number, CheckAnswer>> = {
  [-1]: { kind: 'later', minutes: 1 },
  45009: { kind: 'later', minutes: 60 },
  45011: { kind: 'later', minutes: 1 },
  87014: { kind: 'verdict', suggest: 'risky', label: '21000' },
  61010: { kind: 'unaskable', label: 'inactive' },
  40003: { kind: 'unaskable', label: 'unknownPerson' },
  43104: { kind: 'unaskable', label: 'unknownPerson' },
}
const inAWhile: CheckAnswer = { kind: 'later', minutes: 30 }
const whenReached: CheckAnswer = { kind: 'later', minutes: 1 }

const understood = (reply: WechatReply, read: (body: unknown) => CheckAnswer | null): CheckAnswer => {
  if (reply.kind !== 'answer') return whenReached
  if (reply.errcode !== 0) return meanings[reply.errcode] ?? inAWhile
  return read(reply.body) ?? inAWhile
}

/** A text in pieces WeChat takes, by whole characters. */
export const piecesOf = (text: string): string[] => {
  const characters = [...text]
  const pieces: string[] = []
  for (let at = 0; at === 0 || at + overlap < characters.length; at += charactersMax - overlap)
    pieces.push(characters.slice(at, at + charactersMax).join(''))
  return pieces
}

const rank = (answer: CheckAnswer): number => {
  if (answer.kind === 'verdict') return { pass: 0, review: 2, risky: 4 }[answer.suggest]
  return answer.kind === 'later' ? 3 : 1
}

/**
 * WeChat's content check (内容安全): msgSecCheck 2.0 for text, answered at once, the worst of its pieces counting; mediaCheckAsync 2.0 for
 * photos, answered later by a push to `web`. Both want the openid of whoever wrote it, active within two hours.
 */
export const contentCheck = (wechat: Wechat): ContentCheckPort => ({
  async checkText(text, openid) {
    let worst: CheckAnswer = { kind: 'verdict', suggest: 'pass', label: '100' }
    for (const content of piecesOf(text)) {
      const reply = await wechat.post('/wxa/msg_sec_check', { content, version: 2, scene, openid })
      const answer = understood(reply, (body) => {
        const read = verdictShape.safeParse(body)
        return read.success
          ? { kind: 'verdict', suggest: read.data.result.suggest, label: String(read.data.result.label) }
          : null
      })
      if (rank(answer) > rank(worst)) worst = answer
    }
    return worst
  },
  async askAboutImage(url, openid) {
    const question = { media_url: url, media_type: imageType, version: 2, scene, openid }
    return understood(await wechat.post('/wxa/media_check_async', question), (body) => {
      const read = traceShape.safeParse(body)
      return read.success ? { kind: 'asked', traceId: read.data.trace_id } : null
    })
  },
})
