import type { IssueBrief } from '@/shared/contracts/issues/shapes'

/** True when nothing moves on until the reporter answers; whoever only joined (我也遇到) is never waited for. */
export const isWaitingForMe = ({ state, hasJoined }: IssueBrief): boolean =>
  !hasJoined && (state === 'verifying' || state === 'returned')
