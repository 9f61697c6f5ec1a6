import { groupClasses } from '@/shared/domain/issues/class-groups'
import { issueClasses } from '@/shared/domain/issues/classes'
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

const publicCodes = issueClasses.filter(({ isPublic }) => isPublic).map(({ code }) => code)

const classesOf = ({ classCode, group }: PublicFilter): Where => {
  if (classCode) return { classCode }
  return group ? { classCode: { in: groupClasses[group] } } : {}
}

/**
 * The condition behind a public list, the newest change first. Whatever it is narrowed to is asked for by values, and where it is narrowed
 * to a place also whatever it is not: then an index reads only what is shown, even where that is nothing among very many.
 */
export const publicWhere = (communityId: string, filter: PublicFilter): Where => ({
  communityId,
  isPublic: true,
  isOpen: filter.state ? filter.state === 'open' : { in: [true, false] },
  ...(filter.gridId || filter.estateId ? { classCode: { in: publicCodes } } : {}),
  ...classesOf(filter),
  ...(filter.gridId ? { gridId: filter.gridId } : {}),
  ...(filter.estateId ? { 'place.estateId': filter.estateId } : {}),
})

/** The same in any of several grids. */
export const publicWhereIn = (communityId: string, filter: PublicFilter, gridIds: readonly string[]): Where => ({
  ...publicWhere(communityId, filter),
  classCode: { in: publicCodes },
  ...classesOf(filter),
  gridId: { in: gridIds },
})
