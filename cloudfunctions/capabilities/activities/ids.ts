import { activityIds } from '@/shared/domain/activities/ids'
import { digest } from '../../runtime/hash'

export const { sessionIdOf, signupIdOf, participationIdOf, volunteerIdOf, awardIdOf } = activityIds(digest)

/** A notice of one kind about one thing, told once. */
export const noticeIdOf = (kind: string, ...about: string[]): string => `notice-${digest('notice', kind, ...about)}`
