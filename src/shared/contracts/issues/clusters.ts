import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, day, id, instant, point, words } from '../../kernel/shapes'
import { brief, changed } from './shapes'

const clusterRow = z.object({
  id,
  classCode: z.string(),
  className: z.string(),
  placeLabel: z.string(),
  gridName: z.string().nullable(),
  state: z.enum(['open', 'merged', 'dismissed']),
  /** How many reports it is about. */
  reports: z.number().int(),
  foundAt: instant,
  updatedAt: instant,
})

const decided = { CLUSTER_DECIDED: '这些上报已经处理过了，请刷新后再看' } as const

/** Clusters (相似上报): reports of one class on one stretch that may be one thing, for the desk to merge or to tell apart. */
export const clusters = {
  listClusters: query({
    summary: '待看的相似上报：同一段地方、同一类、短期内好几件，最近有新上报的在前',
    roles: ['communityWorker'],
    input: z.strictObject({ cursor }),
    output: z.object({ clusters: z.array(clusterRow), next: cursor, now: instant }),
  }),
  getCluster: query({
    summary: '一组相似上报的依据：有哪些、隔多远、在哪几天',
    roles: ['communityWorker'],
    input: z.strictObject({ id }),
    output: clusterRow.extend({
      spot: point,
      /** Metres between the two that lie farthest apart. */
      spanMeters: z.number().int(),
      firstOn: day,
      lastOn: day,
      issues: z.array(
        brief.extend({
          /** Metres to the one in the middle. */
          metersAway: z.number().int(),
          point: point.nullable(),
          canMerge: z.boolean(),
        }),
      ),
      /** What the others are best merged into. */
      parentId: id.nullable(),
      dismissal: z.object({ reason: z.string(), byName: z.string(), at: instant }).nullable(),
      now: instant,
    }),
  }),
  mergeCluster: command({
    summary: '把一组相似上报合并为一件：选一件为主，其余一次并入，最多 20 件',
    roles: ['communityWorker'],
    input: z.strictObject({
      clusterId: id,
      parentId: id,
      ids: z
        .array(id)
        .min(1, '请至少选一件并入')
        .max(20, '一次最多并入 20 件')
        .refine((ids) => new Set(ids).size === ids.length, '有重复的事项'),
    }),
    output: changed,
    refusals: {
      ...decided,
      CLUSTER_OTHER_ISSUE: '有事项不在这一组里，请刷新后再选',
      CLUSTER_STATE_CHANGED: '有事项的状态已经变了，不能再合并，请刷新后再选',
      ISSUE_MERGE_CIRCLE: '不能绕成一圈：主事项不能是要并入的这一件，也不能已经并入其中一件',
      ISSUE_PARENT_CLOSED: '作为主事项的那件已经结束或已并入别的事项，请换一件',
    },
  }),
  dismissCluster: command({
    summary: '说明这组上报不是一回事，写明理由；同样的一组不再提醒',
    roles: ['communityWorker'],
    input: z.strictObject({ id, reason: words(500, '理由') }),
    output: z.object({ id, state: z.literal('dismissed') }),
    refusals: decided,
  }),
}
