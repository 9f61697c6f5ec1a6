import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, day, id, instant, words } from '../../kernel/shapes'
import { minutes } from './shapes'

const stated = {
  code: z.string(),
  communityName: z.string(),
  from: day,
  to: day,
  times: z.int(),
  /** Minutes that earn points, and honour minutes (荣誉时长) that were confirmed. */
  counted: minutes,
  honour: minutes,
}

/** A certificate as its holder has it; what it states was written down when it was issued. */
const certificate = z.object({
  id,
  ...stated,
  name: z.string(),
  themes: z.array(z.object({ name: z.string(), minutes })),
  activities: z.array(z.object({ title: z.string(), times: z.int(), minutes })),
  /** There were more activities than are named. */
  isMore: z.boolean(),
  issuedAt: instant,
  /** withdrawn by its holder, revoked by staff. */
  state: z.enum(['valid', 'withdrawn', 'revoked']),
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
})

const code = z.string({ error: '请输入证明编号' }).max(300, '证明编号太长')
const ended = { CERTIFICATE_ENDED: '这份证明已经作废了' } as const
const unknown = {
  CERTIFICATE_UNKNOWN: '没有这个编号的证明，请对照证明上的十二位编号再输一次',
  TRIED_TOO_OFTEN: '这样的编号一分钟内查了太多次，请过一分钟再试',
} as const

/** Certificates of volunteering (志愿服务证明): issued to whoever served, checked by anybody who is shown one. */
export const certificates = {
  issueCertificate: command({
    summary: '开具志愿服务证明：某段时间的时长和活动，附一个谁都能核验的编号',
    roles: ['resident'],
    input: z
      .strictObject({ from: day.optional(), to: day.optional() })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
        error: '起始日期不能晚于截止日期',
        path: ['to'],
      }),
    output: certificate,
    refusals: {
      CERTIFICATE_EMPTY: '这段时间没有已确认的服务时长，请换一段时间；等人确认的，确认后再开',
      CERTIFICATES_TOO_MANY: '有效的证明最多 20 份，请先把不用的作废',
    },
  }),
  listMyCertificates: query({
    summary: '我的志愿服务证明，新的在前',
    roles: ['resident'],
    input: z.strictObject({ cursor }),
    output: z.object({
      certificates: z.array(
        certificate.pick({
          id: true,
          code: true,
          from: true,
          to: true,
          counted: true,
          honour: true,
          issuedAt: true,
          state: true,
        }),
      ),
      next: cursor,
      now: instant,
    }),
  }),
  getCertificate: query({
    summary: '我的一份志愿服务证明，供出图',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: certificate.extend({
      /** The public address where anybody can check it; null where the community has none. */
      link: z.string().nullable(),
    }),
  }),
  withdrawCertificate: command({
    summary: '作废自己的一份证明；核验时会显示已作废',
    roles: ['resident'],
    input: z.strictObject({ id }),
    output: certificate,
    refusals: ended,
  }),
  checkCertificate: query({
    summary: '核验一份志愿服务证明：有效还是已作废，写的是什么；姓名只显示一部分',
    roles: ['anyone'],
    input: z.strictObject({ code }),
    output: z.object({
      certificate: z.object({
        ...stated,
        maskedName: z.string(),
        issuedOn: day,
        isValid: z.boolean(),
        endedOn: day.nullable(),
      }),
      /** Whether the caller is staff who may end it. */
      mayRevoke: z.boolean(),
    }),
    refusals: unknown,
  }),
  revokeCertificate: command({
    summary: '工作人员作废一份证明，写明原因；本人会收到通知',
    roles: ['communityWorker', 'administrator'],
    input: z.strictObject({ code, reason: words(200, '原因') }),
    output: z.object({ id }),
    refusals: {
      ...unknown,
      ...ended,
      OWN_CERTIFICATE: '自己的证明请在“我的证明”里作废',
    },
  }),
}
