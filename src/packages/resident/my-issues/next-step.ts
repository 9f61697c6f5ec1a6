import type { IssueBrief } from '@/shared/contracts/issues/shapes'

/** What the reporter is asked for; undefined when others are at work or everything is said. */
export const nextStepOf = ({ state, isRated }: IssueBrief): string | undefined => {
  if (state === 'verifying') return '等您确认'
  if (state === 'returned') return '请您补充'
  return state === 'closed' && !isRated ? '请您评价' : undefined
}

/** Who is on it, while somebody is. */
export const workerOf = ({ state, ownerName }: IssueBrief): string | undefined =>
  ['dispatched', 'handling', 'suspended'].includes(state) ? `${ownerName}负责` : undefined
