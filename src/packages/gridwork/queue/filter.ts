import { staffGroupOf } from '@/shared/domain/issues/staff-groups'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { staffGroupNames, staffGroups, type StaffGroup } from '@/shared/kernel/staff-groups'
import { issueStateNames, type IssueState } from '@/shared/kernel/vocabulary'

/** What a queue is narrowed to. `pressing`: from 75 % of the limit; `late`: past it. */
export interface QueueFilter {
  words: string
  group: StaffGroup | 'all'
  state: IssueState | 'all'
  due: 'all' | 'pressing' | 'late'
}

export const everything: QueueFilter = { words: '', group: 'all', state: 'all', due: 'all' }

/** How many of the choices of the sheet are in force; the words typed are seen anyway. */
export const choicesIn = ({ group, state, due }: QueueFilter): number =>
  [group, state, due].filter((chosen) => chosen !== 'all').length

export const isNarrowed = (filter: QueueFilter): boolean => filter.words.trim() !== '' || choicesIn(filter) > 0

const says = ({ code, className, text, placeLabel, ownerName }: IssueBrief, typed: string): boolean =>
  [code, className, text, placeLabel, ownerName].some((words) => words.toLowerCase().includes(typed))

const urgencies = { all: null, pressing: ['amber', 'red'], late: ['red'] } as const

/** The rows that answer a filter, in the order they came. Several words must all be found, wherever. */
export const narrowed = (issues: readonly IssueBrief[], filter: QueueFilter): IssueBrief[] => {
  const typed = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  const wanted: readonly string[] | null = urgencies[filter.due]
  return issues
    .filter(({ classCode }) => filter.group === 'all' || staffGroupOf(classCode) === filter.group)
    .filter(({ state }) => filter.state === 'all' || state === filter.state)
    .filter(({ urgency }) => wanted === null || wanted.includes(urgency))
    .filter((issue) => typed.every((word) => says(issue, word)))
}

export const groupOptions = [
  { value: 'all' as const, label: '不限' },
  ...staffGroups.map((value) => ({ value, label: staffGroupNames[value] })),
]

const openStates = ['reported', 'dispatched', 'handling', 'verifying', 'suspended', 'returned'] as const
export const stateOptions = [
  { value: 'all' as const, label: '不限' },
  ...openStates.map((value) => ({ value, label: issueStateNames[value] })),
]

export const dueOptions = [
  { value: 'all' as const, label: '不限' },
  { value: 'pressing' as const, label: '快到期' },
  { value: 'late' as const, label: '只看超时' },
]
