import * as z from 'zod'
import { command, query } from '../../kernel/capability'
import { instant } from '../../kernel/shapes'
import { rankingMeasures, rankingPeriods, rankingShows } from '../../kernel/ranking'
import { halfPoints, minutes } from './shapes'

const shows = z.enum(rankingShows, { error: '请选择显示部分姓名或全名' })

const choice = {
  isListed: z.boolean(),
  shows,
  /** Since when it has been so; null while nobody ever said anything. */
  since: instant.nullable(),
}

/** The ranking (排行榜): of those who want to be on it, and of nobody else. */
export const ranking = {
  getRanking: query({
    summary: '排行榜：只有自己愿意显示的人，按月或按年的服务时长或得分；另告诉本人排在第几',
    roles: ['resident'],
    input: z.strictObject({
      period: z.enum(rankingPeriods, { error: '请选择本月、上月或今年' }).default('month'),
      by: z.enum(rankingMeasures, { error: '请选择按时长或按得分' }).default('hours'),
    }),
    output: z.object({
      /** The first twenty; equal ones share a place. */
      rows: z.array(z.object({ place: z.int(), shownAs: z.string(), minutes, halfPoints, isMine: z.boolean() })),
      /** For the caller alone: where they stand among those listed, also while they are not; null where there is nothing to rank. */
      mine: z.object({ ...choice, minutes, halfPoints, place: z.int().nullable(), isBeyond: z.boolean() }),
      now: instant,
    }),
  }),
  setRanking: command({
    summary: '是否在排行榜上显示自己，显示部分姓名还是全名；默认不显示，随时可以关，关了立即不显示',
    roles: ['resident'],
    input: z.strictObject({
      isListed: z.boolean({ error: '请选择是否显示' }),
      shows: shows.default('masked'),
      /** Said by themselves: minors are on no ranking. */
      isAdult: z.boolean({ error: '请确认是否年满 18 周岁' }).default(false),
    }),
    output: z.object(choice),
    refusals: { ADULTS_ONLY: '未满 18 周岁不上排行榜；年满的请先勾选确认' },
  }),
}
