import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { cursor, fileId, id, instant, words } from '../../kernel/shapes'
import { photoRefusals } from '../files'
import { managedReward, rewardLimit } from './shapes'

const staff = ['clerk', 'administrator'] as const
const photosMax = 3
const count = z.int('数量必须是整数').min(0, '数量不能是负数').max(100_000, '数量太大')
const photos = z
  .array(fileId)
  .max(photosMax, `最多 ${photosMax} 张图片`)
  .refine((ids) => new Set(ids).size === ids.length, '图片重复了')

const described = {
  name: words(40, '名称'),
  words: words(300, '说明'),
  price: z.int('积分必须是 0.5 的整数倍').min(1, '至少 0.5 分').max(100_000, '积分太大'),
  limit: rewardLimit.nullable(),
  /** Pictures that were put into storage for this. */
  fileIds: photos.default([]),
}

/** What is on the shelf (兑换品和库存), kept by those who hand it out. */
export const stockSide = {
  listManagedRewards: query({
    summary: '一个服务中心的兑换品和库存，下架的也在内',
    roles: [...staff, 'communityWorker'],
    input: z.strictObject({ centreId: id, cursor }),
    output: z.object({
      centreName: z.string(),
      mayManage: z.boolean(),
      rewards: z.array(managedReward),
      next: cursor,
      now: instant,
    }),
  }),
  addReward: command({
    summary: '上架一件兑换品',
    roles: staff,
    input: z.strictObject({ centreId: id, ...described, stock: count }),
    output: managedReward,
    refusals: photoRefusals,
  }),
  updateReward: command({
    summary: '修改一件兑换品，或上架、下架',
    roles: staff,
    input: z
      .strictObject({
        id,
        ...described,
        /** Pictures it has that stay. */
        keptFileIds: photos.default([]),
        isOffered: z.boolean({ error: '请选择上架或下架' }),
      })
      .refine(({ keptFileIds, fileIds }) => keptFileIds.length + fileIds.length <= photosMax, {
        path: ['fileIds'],
        error: `最多 ${photosMax} 张图片`,
      }),
    output: managedReward,
    refusals: photoRefusals,
  }),
  countStock: command({
    summary: '盘点库存：记下架上实际有多少，要写明原因',
    roles: staff,
    input: z.strictObject({ id, counted: count, reason: words(200, '原因') }),
    output: managedReward,
    refusals: { STOCK_BELOW_HELD: '比已经预留的还少，请先核对预留的份数' },
  }),
  listStockCounts: query({
    summary: '一件兑换品历次的盘点和更正',
    roles: staff,
    input: z.strictObject({ id, cursor }),
    output: z.object({
      counts: z.array(
        z.object({ id, at: instant, byName: z.string(), before: z.int(), after: z.int(), reason: z.string() }),
      ),
      next: cursor,
      now: instant,
    }),
  }),
}
