import { dutiesOf } from '@/features/gridwork/duties'
import type { Role } from '@/shared/kernel/roles'

export type View = 'mine' | 'verify' | 'grid' | 'community'

export const emptyWords: Record<View, { title: string; words: string }> = {
  mine: { title: '手上的事都办完了', words: '有新的事派给您，会先发消息。' },
  verify: { title: '没有等您核查的', words: '处理人提交结果后，会出现在这里。' },
  grid: { title: '网格里没有未办结的事', words: '巡查时看到问题，可以随手上报。' },
  community: { title: '社区没有未办结的事', words: '新上报的事会马上出现在这里。' },
}

/** The lists that a person's posts open, in the order of how often they are needed. */
export const viewsFor = (roles: readonly Role[]): { value: View; label: string }[] => {
  const { verifies, watchesGrids, isDesk } = dutiesOf(roles)
  return [
    { value: 'mine' as const, label: '我的待办' },
    ...(verifies ? [{ value: 'verify' as const, label: '待核查' }] : []),
    ...(watchesGrids ? [{ value: 'grid' as const, label: '本网格' }] : []),
    ...(isDesk ? [{ value: 'community' as const, label: '全社区' }] : []),
  ]
}
