import * as z from 'zod'
import { answers, channels } from '../../kernel/consents'
import { command, query } from '../../kernel/capability'
import { cursor, fileId, id, instant, words } from '../../kernel/shapes'
import { photoRefusals } from '../files'
import {
  answer,
  board,
  consentHead,
  inclusion,
  openRefusals,
  outOfScope,
  result,
  signerRefusals,
  signsAs,
} from './shapes'

/** The secret part of a link for an absent owner. */
const link = z
  .string()
  .regex(/^[A-Za-z0-9-]{20,120}$/, '链接不完整，请联系发给您的人')
  .optional()

const linkRefusals = {
  LINK_NOT_GOOD: '这个链接已失效，请联系发给您的人重新发一个',
  LINK_OF_YOUR_OWN: '链接不能由发出的人自己使用，请发给业主本人',
} as const

const mine = z.object({
  householdId: id,
  label: z.string(),
  /** What counts now; null while nothing does. */
  answer: z.enum(answers).nullable(),
  channel: z.enum(channels).nullable(),
  isInConflict: z.boolean(),
  /** The end of the household's chain, which its proof has to come to; null before the first line. */
  receipt: z.string().nullable(),
  signerName: z.string().nullable(),
  isSigner: z.boolean(),
  maySign: z.boolean(),
  signsAs: signsAs.nullable(),
  /** Whom the link was made out for, in whose name its bearer signs; null for one's own home. */
  linkName: z.string().nullable(),
  /** Other owners who could sign instead. */
  coOwners: z.array(z.object({ personId: id, name: z.string() })),
  contact: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
})

/** What a household does: read what is asked, answer, change its mind, take it back. */
export const householdSide = {
  listConsents: query({
    summary: '社区的签字征询，从新到旧，以及我家要不要签',
    roles: ['signedIn'],
    input: z.strictObject({ cursor }),
    output: z.object({
      consents: z.array(
        consentHead.extend({
          /** none: not my household's · toSign: we have not answered · answered. */
          mine: z.enum(['none', 'toSign', 'answered']),
          /** Households I am the contact of and that have not answered; null when I am the contact of none. */
          remaining: z.int().nullable(),
        }),
      ),
      mayOpen: z.boolean(),
      next: cursor,
      now: instant,
    }),
  }),
  getConsent: query({
    summary: '一次签字征询：问什么、怎么算、到什么时候，以及我家的意见',
    roles: ['signedIn'],
    input: z.strictObject({ id, link }),
    output: consentHead.extend({
      question: z.string(),
      mine: mine.nullable(),
      /** Sworn counters, two of whom together could open a line to its name; nobody, and then none is ever opened. */
      counterNames: z.array(z.string()),
      isContact: z.boolean(),
      isDesk: z.boolean(),
      /** null while progress is withheld until the close. */
      board: board.nullable(),
      /** null before it is published; the desk reads it as soon as it is counted. */
      result: result.nullable(),
      now: instant,
    }),
    refusals: linkRefusals,
  }),
  answerConsent: command({
    summary: '代表自己家签字：同意、不同意或弃权；截止前可以再签一次更改',
    roles: ['signedIn'],
    input: z.strictObject({
      id,
      answer,
      signatureFileId: fileId,
      /** A proxy's letter; needed from whoever signs as one. */
      letterFileIds: z.array(fileId).max(3, '最多 3 张照片').default([]),
      link,
    }),
    output: z.object({ answer, receipt: z.string(), at: instant }),
    refusals: {
      ...openRefusals,
      ...outOfScope,
      ...signerRefusals,
      ...linkRefusals,
      ...photoRefusals,
      SIGNATURE_BLANK: '签名是空白的，请在方框里签上姓名',
      SIGNATURE_NOT_DRAWN: '签名要在本页手写，不能用别的图片代替',
      PROXY_LETTER_MISSING: '受托人签字，请先拍下业主的书面委托',
    },
  }),
  withdrawAnswer: command({
    summary: '截止前撤回自己家的意见',
    roles: ['signedIn'],
    input: z.strictObject({ id, reason: words(200, '原因').optional(), link }),
    output: z.object({ receipt: z.string(), at: instant }),
    refusals: {
      ...openRefusals,
      ...outOfScope,
      ...signerRefusals,
      ...linkRefusals,
      ANSWER_NONE: '您家现在没有意见可以撤回',
    },
  }),
  proveAnswer: query({
    summary: '结果公布后，核对自己家有没有算进去：自己家的记录，和算到公布的根的每一步',
    roles: ['signedIn'],
    input: z.strictObject({ id, link }),
    output: inclusion,
    refusals: {
      ...outOfScope,
      ...linkRefusals,
      PROOF_NOT_YOURS: '只有业主本人，或一直用链接代表这一户签字的人，才能核对这一户',
      CONSENT_NOT_PUBLISHED: '结果还没有公布，公布以后才能核对',
    },
  }),
  setSigner: command({
    summary: '共有人之间改由另一位业主签字，记入日志',
    roles: ['resident'],
    input: z.strictObject({ id, personId: id }),
    output: z.object({ signerName: z.string() }),
    refusals: {
      ...openRefusals,
      ...outOfScope,
      ...signerRefusals,
      SIGNER_UNFIT: '只能推举这一户另一位已登记的业主签字',
    },
  }),
}
