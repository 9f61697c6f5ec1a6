import type { Issue } from '@/shared/domain/issues/issue'
import { nearCellOf } from '@/shared/domain/issues/near-cell'
import type { Building } from '@/shared/domain/organization/records'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { IssueState } from '@/shared/kernel/vocabulary'
import { chanceOf } from './trust'

const classCodes = ['litter', 'greenery', 'odourPests', 'powerLight', 'parking', 'dispute', 'policy']
const ends: readonly IssueState[] = ['closed', 'closed', 'closed', 'closed', 'declined', 'withdrawn']
const openStates: readonly IssueState[] = ['dispatched', 'handling', 'handling', 'verifying', 'suspended']
/** The share a department leads. */
const ledShare = 0.05

/** How many issues there are, over how many years they were reported, and how many of them are open today. */
export interface BooksSize {
  readonly count: number
  readonly years: number
  readonly open: number
}

/** Where issues lie and who answers for them. */
export interface BooksGround {
  readonly buildings: readonly Building[]
  readonly branchOf: (gridId: string) => string | null
  readonly departmentId: string
}

/**
 * The books of a community: issues of many reporters, owners, places and classes, what is open from the last days and the rest history.
 * Made of one real issue, so that every document has the shape and the weight of what the server writes.
 */
export const booksOf = (like: Issue, ground: BooksGround, size: BooksSize, now: number, seed = 1): Issue[] => {
  const random = chanceOf(seed, size.count)
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!
  return Array.from({ length: size.count }, (_, at) => {
    const isOpen = random() < size.open / size.count
    const createdAt = now - (isOpen ? random() * 20 : random() * size.years * 365) * dayMs
    const building = pick(ground.buildings)
    const workerId = `worker-${building.gridId}`
    const state = pick(isOpen ? openStates : ends)
    const changedAt = toInstant(Math.min(now, createdAt + random() * 5 * dayMs))
    const classCode = pick(classCodes)
    return {
      ...like,
      _id: `issue-book-${at}`,
      classCode,
      state,
      isOpen,
      textCheck: 'passed' as const,
      isPublic: state !== 'withdrawn' && !['dispute', 'policy'].includes(classCode),
      place: { ...like.place, label: building.name, estateId: building.estateId, buildingId: building._id },
      nearCell: nearCellOf(like.communityId, classCode, building.centre),
      gridId: building.gridId,
      branchId: ground.branchOf(building.gridId),
      owner: { ...like.owner, personId: workerId },
      leadId: workerId,
      leadDepartmentId: random() < ledShare ? ground.departmentId : null,
      reporterId: random() < 0.01 ? like.reporterId : `resident-${Math.floor(random() * 2000)}`,
      createdAt: toInstant(createdAt),
      updatedAt: changedAt,
      closedAt: state === 'closed' ? changedAt : null,
      clock: { ...like.clock, dueAt: toInstant(createdAt + 5 * dayMs), amberAt: toInstant(createdAt + 4 * dayMs) },
    }
  })
}
