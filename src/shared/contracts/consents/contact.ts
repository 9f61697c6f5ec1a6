import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { answers } from '../../kernel/consents'
import { cursor, id, instant, words } from '../../kernel/shapes'
import { photoIds, photoRefusals } from '../files'
import { contactRow, openRefusals, outOfScope, signsAs, way } from './shapes'

const contacts = ['hub', 'unitHead', 'buildingHead', 'gridWorker', 'communityWorker', 'administrator'] as const

const household = { id, householdId: id }

/** What the contact of a household does (包网联户): go from door to door, note it, send a link, enter a paper. */
export const contactSide = {
  listMyContacts: query({
    summary: '我负责联系的住户：还没有意见的、纸质和网上不一致的，或全部',
    roles: contacts,
    input: z.strictObject({ id, part: z.enum(['remaining', 'inConflict', 'all']).default('remaining'), cursor }),
    output: z.object({
      households: z.array(contactRow),
      /** Of all that are mine. */
      remaining: z.int(),
      total: z.int(),
      isOpen: z.boolean(),
      next: cursor,
      now: instant,
    }),
  }),
  logContact: command({
    summary: '记下一次联系：怎么联系的、有没有联系上',
    roles: contacts,
    input: z.strictObject({
      ...household,
      way,
      isReached: z.boolean({ error: '请说明有没有联系上' }),
      words: words(200, '备注').optional(),
    }),
    output: contactRow,
    refusals: openRefusals,
  }),
  listContactLogs: query({
    summary: '我负责的一户的联系记录，从新到旧',
    roles: contacts,
    input: z.strictObject({ ...household, cursor }),
    output: z.object({
      label: z.string(),
      logs: z.array(
        z.object({ id, at: instant, byName: z.string(), way, isReached: z.boolean(), words: z.string().nullable() }),
      ),
      next: cursor,
      now: instant,
    }),
  }),
  makeAnswerLink: command({
    summary: '给不在家的业主或受托人一个签字链接；重发后旧的作废',
    roles: contacts,
    isSecret: true,
    input: z.strictObject({ ...household, name: words(20, '姓名'), as: signsAs }),
    output: z.object({ link: z.string(), path: z.string() }),
    refusals: openRefusals,
  }),
  enterPaperAnswer: command({
    summary: '联系人录入一份纸质签字或撤回书：照片、见证人，由签字人以外的人录入',
    roles: contacts,
    input: z.strictObject({
      ...household,
      answer: z.enum([...answers, 'withdrawal'], { error: '请选择同意、不同意、弃权或撤回' }),
      signerName: words(20, '签字人'),
      as: signsAs,
      witnessName: words(20, '见证人'),
      fileIds: photoIds,
    }),
    output: z.object({ label: z.string(), at: instant }),
    refusals: {
      ...openRefusals,
      ...outOfScope,
      ...photoRefusals,
      PAPER_NOT_CONTACT: '纸质签字由这一户的联系人录入，请交给联系人',
      PAPER_OWN_HOUSEHOLD: '自己或自己家的纸质签字，要请别人录入',
      PAPER_WITNESS_IS_SIGNER: '见证人不能是签字人自己',
      PAPER_WITNESS_IS_ENTERER: '见证人不能是录入的人自己',
      PAPER_WITHOUT_PHOTO: '请拍下纸质签字',
      PAPER_LETTER_MISSING: '受托人签字，请把业主的书面委托也拍下来',
      PAPER_OTHER_SIGNER:
        '这一户在网上已有签字人：纸上签字的要是这一户登记的业主，姓名写全；撤回要由签字人办理；别人代签要附业主的书面委托',
      ANSWER_NONE: '这一户现在没有意见可以撤回',
    },
  }),
}
