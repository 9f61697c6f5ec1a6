import type { PublicBrief } from '@/shared/contracts/issues/public'
import { issueResultNames } from '@/shared/kernel/vocabulary'

/** What came of it, once it has ended: an end is not yet a mending. */
export const resultWords = ({ result, isOpen, state }: Pick<PublicBrief, 'result' | 'isOpen' | 'state'>) => {
  if (isOpen) return undefined
  if (state === 'declined') return '没有受理'
  return result ? `结果：${issueResultNames[result]}` : undefined
}

/** How far away, as one says it. */
export const distanceWords = (meters: number | null): string | undefined => {
  if (meters === null) return undefined
  return meters < 30 ? '就在附近' : `约 ${meters} 米`
}
