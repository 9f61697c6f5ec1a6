import { groupClasses } from '@/shared/domain/issues/class-groups'
import type { PublicGroup } from '@/shared/kernel/public-groups'
import type { Where } from '../../store/store'

/** What a public list or map was narrowed to. */
export interface PublicFilter {
  readonly group?: PublicGroup | undefined
  readonly state?: 'open' | 'closed' | undefined
  readonly classCode?: string | undefined
  readonly gridId?: string | undefined
  readonly estateId?: string | undefined
}

/** The condition behind a public list; each way of narrowing has its index, newest change first. */
export const publicWhere = (communityId: string, filter: PublicFilter): Where => ({
  communityId,
  isPublic: true,
  ...(filter.state ? { isOpen: filter.state === 'open' } : {}),
  ...(filter.classCode
    ? { classCode: filter.classCode }
    : filter.group
      ? { classCode: { in: groupClasses[filter.group] } }
      : {}),
  ...(filter.gridId ? { gridId: filter.gridId } : {}),
  ...(filter.estateId ? { 'place.estateId': filter.estateId } : {}),
})
