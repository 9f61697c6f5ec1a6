import type { Issue } from '@/shared/domain/issues/issue'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { IssueState } from '@/shared/kernel/vocabulary'
import { chanceOf } from './trust'

const classCodes = ['litter', 'greenery', 'odourPests', 'powerLight', 'parking', 'dispute', 'policy']
const ends: readonly IssueState[] = ['closed', 'closed', 'closed', 'closed', 'declined', 'withdrawn']
const openStates: readonly IssueState[] = ['dispatched', 'handling', 'handling', 'verifying', 'suspended']
/** The share that is still open; the rest is history. */
const openShare = 0.05
const years = 2

/**
 * The books of a community after two years: issues of many reporters, owners, grids and classes, one in twenty still open. Made
 * of one real issue, so that every document has the shape and the weight of what the server writes.
 */
export const booksOf = (like: Issue, count: number, now: number, seed = 1): Issue[] => {
  const random = chanceOf(seed, count)
  const pick = <T>(among: readonly T[]): T => among[Math.floor(random() * among.length)]!
  return Array.from({ length: count }, (_, at) => {
    const isOpen = random() < openShare
    const createdAt = now - (isOpen ? random() * 20 : random() * years * 365) * dayMs
    const grid = 1 + Math.floor(random() * 8)
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
      gridId: `grid-${grid}`,
      owner: { ...like.owner, personId: `worker-grid-${grid}` },
      leadId: `worker-grid-${grid}`,
      reporterId: random() < 0.01 ? like.reporterId : `resident-${Math.floor(random() * 2000)}`,
      createdAt: toInstant(createdAt),
      updatedAt: changedAt,
      closedAt: state === 'closed' ? changedAt : null,
      clock: { ...like.clock, dueAt: toInstant(createdAt + 5 * dayMs), amberAt: toInstant(createdAt + 4 * dayMs) },
    }
  })
}
