import * as z from 'zod'
import { command } from '../../kernel/capability'
import { day, fileId, id, words } from '../../kernel/shapes'
import { photoRefusals } from '../files'
import { changed, handlers } from './shapes'

/** The most spots of which works show how they looked before and after. */
const pairsMax = 3

export const works = {
  setWorks: command({
    summary: '记录整治工程：开工、完工、面积和同一处的前后照片；由负责人、牵头人或社区工作者填写',
    roles: handlers,
    input: z
      .strictObject({
        id,
        what: words(200, '做了什么'),
        startOn: day,
        endOn: day.optional(),
        areaSquareMeters: z.number().positive('面积须大于 0').max(1_000_000, '面积太大').optional(),
        /** Each photo is new, or one the issue shows already. */
        pairs: z
          .array(z.strictObject({ spot: words(40, '拍的是哪里'), beforeId: fileId, afterId: fileId.optional() }))
          .max(pairsMax, `最多 ${pairsMax} 组前后照片`)
          .default([]),
      })
      .refine(({ pairs }) => {
        const all = pairs.flatMap(({ beforeId, afterId }) => [beforeId, ...(afterId ? [afterId] : [])])
        return new Set(all).size === all.length
      }, '照片重复了'),
    output: changed,
    refusals: {
      ...photoRefusals,
      WORKS_NOT_NOW: '这件事现在的状态不能记录工程',
      WORKS_DAYS_UNFIT: '日期不对：完工不能早于开工，也不能晚于今天',
    },
  }),
}
