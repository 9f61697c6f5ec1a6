import type { IssueBrief } from '@/shared/contracts/issues/shapes'

/** What the reporter is asked for; undefined for what they only joined, and when others are at work or everything is said. */
export const nextStepOf = ({ state, isRated, hasJoined }: IssueBrief): string | undefined => {
  if (hasJoined) return undefined
  if (state === 'verifying') return '等您确认'
  if (state === 'returned') return '请您补充'
  return state === 'closed' && !isRated ? '请您评价' : undefined
}

/** Who is on it, while somebody is. */
export const workerOf = ({ state, ownerName }: IssueBrief): string | undefined =>
  ['dispatched', 'handling', 'suspended'].includes(state) ? `${ownerName}负责` : undefined

/** What stands at the foot of a row: that it was joined, who is on it, how many have met it too. */
export const noteOf = (issue: IssueBrief): string | undefined => {
  const count = issue.joinedCount > 0 ? `${issue.joinedCount} 户也遇到` : undefined
  return (
    [issue.hasJoined ? '我也遇到' : undefined, workerOf(issue), issue.hasJoined ? undefined : count]
      .filter(Boolean)
      .join(' · ') || undefined
  )
}
