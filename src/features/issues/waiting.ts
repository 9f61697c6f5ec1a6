import type { IssueBrief } from '@/shared/contracts/issues/shapes'

/** True when nothing moves on until the reporter answers. */
export const isWaitingForMe = ({ state }: IssueBrief): boolean => state === 'verifying' || state === 'returned'
