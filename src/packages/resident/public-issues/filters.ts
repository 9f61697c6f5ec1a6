import { publicGroupNames, publicGroups, type PublicGroup } from '@/shared/kernel/public-groups'

/** What list and map are narrowed to; one and the same for both, so that they never tell different things. */
export interface Filter {
  group: PublicGroup | 'all'
  state: 'all' | 'open' | 'closed'
}

export const everything: Filter = { group: 'all', state: 'all' }

export const isNarrowed = ({ group, state }: Filter): boolean => group !== 'all' || state !== 'all'

/** The filter as the server is asked. */
export const asked = ({ group, state }: Filter) => ({
  ...(group === 'all' ? {} : { group }),
  ...(state === 'all' ? {} : { state }),
})

export const groupOptions = [
  { value: 'all' as const, label: '全部' },
  ...publicGroups.map((value) => ({ value, label: publicGroupNames[value] })),
]

export const stateOptions = [
  { value: 'all' as const, label: '不限' },
  { value: 'open' as const, label: '正在办' },
  { value: 'closed' as const, label: '已结束' },
]
