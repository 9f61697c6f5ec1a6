import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, day, id, instant, point, words } from '../../kernel/shapes'
import { photoIds, photoRefusals } from '../files'
import { adoptionDetail, adoptionRow } from './adoption-shapes'

const managers = ['communityWorker', 'gridWorker'] as const
const period = { ADOPTION_PERIOD_UNFIT: '认养期不对：不能在今天以前结束，最长三年' } as const
const ended = { ADOPTION_ENDED: '这项认养已经终止，请新登记一项' } as const

/** Adoptions (绿地认养): who looks after which plot, until when and how often; what nobody looks after goes back to the community. */
export const adoptions = {
  listAdoptions: query({
    summary: '社区里认养的绿地：哪一块、谁认养、到哪天',
    roles: ['signedIn'],
    input: z.strictObject({
      /** Of one issue all of them, of the whole register the active ones, unless it is said. */
      state: z.enum(['active', 'lapsed', 'ended']).optional(),
      /** Those that grew from one issue. */
      issueId: id.optional(),
      cursor,
    }),
    output: z.object({ adoptions: z.array(adoptionRow), canAdd: z.boolean(), next: cursor, now: instant }),
  }),
  getAdoption: query({
    summary: '一项认养：职责、期限、养护记录，收回后由谁负责',
    roles: ['signedIn'],
    input: z.strictObject({ id }),
    output: adoptionDetail,
  }),
  listAdopters: query({
    summary: '登记认养时找人：驻地单位的联系人，或按完整姓名找居民',
    roles: managers,
    input: z.strictObject({ name: words(30, '姓名').optional() }),
    output: z.object({
      people: z.array(
        z.object({ personId: id, name: z.string(), note: z.string(), isUnit: z.boolean(), hasHousehold: z.boolean() }),
      ),
    }),
  }),
  addAdoption: command({
    summary: '登记一项认养，可以从一件办结的事长出',
    roles: managers,
    input: z.strictObject({
      issueId: id.optional(),
      name: words(40, '地块名称'),
      place: words(80, '地块位置'),
      point: point.optional(),
      areaSquareMeters: z.number().positive('面积须大于 0').max(1_000_000, '面积太大').optional(),
      fileIds: photoIds,
      adopter: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('community') }),
        z.strictObject({ kind: z.literal('localUnit'), personId: id, name: words(40, '单位名称') }),
        z.strictObject({ kind: z.literal('household'), personId: id, isNamed: z.boolean() }),
        z.strictObject({ kind: z.literal('person'), personId: id, isNamed: z.boolean() }),
      ]),
      duty: z.strictObject({
        what: words(100, '职责'),
        times: z.number().int('次数必须是整数').min(1, '至少 1 次').max(10, '最多 10 次'),
        everyDays: z.number().int('天数必须是整数').min(1, '至少 1 天').max(90, '最多 90 天'),
      }),
      from: day,
      to: day,
    }),
    output: adoptionRow,
    refusals: {
      ...photoRefusals,
      ...period,
      ADOPTION_ISSUE_OPEN: '这件事还没有办结，办结后再登记认养',
      ADOPTION_ADOPTER_UNFIT: '没有找到这位认养人，请重新选择',
    },
  }),
  renewAdoption: command({
    summary: '续期：同一个认养人继续，收回的也可以重新交给他',
    roles: managers,
    input: z.strictObject({ id, to: day }),
    output: adoptionRow,
    refusals: { ...period, ...ended },
  }),
  endAdoption: command({
    summary: '终止认养，写明理由；由社区值班岗接着管',
    roles: ['signedIn'],
    input: z.strictObject({ id, reason: words(200, '理由') }),
    output: adoptionRow,
    refusals: ended,
  }),
  noteUpkeep: command({
    summary: '记一次养护：一句话，可以带照片',
    roles: ['signedIn'],
    input: z.strictObject({ id, text: words(200, '养护情况'), fileIds: photoIds }),
    output: adoptionRow,
    refusals: photoRefusals,
  }),
}
