import * as z from 'zod'
import { command, query } from '../kernel/capability'
import { cursor, id, instant, words } from '../kernel/shapes'
import { relations } from '../kernel/vocabulary'

const binding = z.object({
  id,
  personName: z.string(),
  householdId: id,
  householdLabel: z.string(),
  relation: z.enum(relations),
  note: z.string(),
  state: z.enum(['pending', 'approved', 'rejected']),
  requestedAt: instant,
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  reason: z.string().nullable(),
})

export const residents = {
  listHouseholds: query({
    summary: '一个单元里的门牌号，供绑定住户时选择',
    roles: ['signedIn'],
    input: z.strictObject({ unitId: id }),
    output: z.object({ households: z.array(z.object({ id, name: z.string() })) }),
  }),
  requestBinding: command({
    summary: '申请绑定到一户，等楼长确认',
    roles: ['signedIn'],
    input: z.strictObject({
      householdId: id,
      relation: z.enum(relations, { error: '请选择您与这一户的关系' }),
      name: words(20, '称呼'),
      note: words(200, '说明').optional(),
    }),
    output: z.object({ id, state: z.literal('pending'), approverName: z.string() }),
    refusals: {
      BINDING_ALREADY_BOUND: '您已绑定这一户，不用再次申请',
      BINDING_ALREADY_PENDING: '您有一份申请正在等待确认',
    },
  }),
  listBindings: query({
    summary: '等我确认的住户绑定申请，以及我确认过的',
    roles: ['buildingHead', 'unitHead', 'gridWorker', 'communityWorker', 'administrator'],
    input: z.strictObject({ state: z.enum(['pending', 'decided']).default('pending'), cursor }),
    output: z.object({ bindings: z.array(binding), next: cursor }),
  }),
  approveBinding: command({
    summary: '楼长确认或退回一份住户绑定申请',
    roles: ['buildingHead', 'unitHead', 'gridWorker', 'communityWorker', 'administrator'],
    input: z.strictObject({ id, approve: z.boolean(), reason: words(200, '理由').optional() }),
    output: binding,
    refusals: {
      BINDING_ALREADY_DECIDED: '这份申请已经有人处理过了',
      BINDING_REASON_REQUIRED: '退回申请时请写明理由',
      BINDING_OWN_REQUEST: '不能审批自己的申请',
    },
  }),
}
