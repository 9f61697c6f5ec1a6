import type { InputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import { addDays } from '@/shared/kernel/time'
import { staffGroupNames, staffGroups, type StaffGroup } from '@/shared/kernel/staff-groups'
import { issueStateNames, issueStates, type IssueState } from '@/shared/kernel/vocabulary'

export type DeskFilter = InputOf<ContractOf<'issues.listDesk'>>['filter']

/** What the book is narrowed to, as the form holds it; the last thirty days at first. */
export interface BookFilter {
  from: string
  to: string
  gridId: string
  group: StaffGroup | 'all'
  state: IssueState | 'all'
}

const firstDays = 30

export const firstFilter = (today: string): BookFilter => ({
  from: addDays(today, 1 - firstDays),
  to: today,
  gridId: 'all',
  group: 'all',
  state: 'all',
})

/** The filter as the server is asked. */
export const askedOf = ({ from, to, gridId, group, state }: BookFilter): DeskFilter => ({
  from,
  to,
  ...(gridId === 'all' ? {} : { gridId: gridId === 'none' ? null : gridId }),
  ...(group === 'all' ? {} : { group }),
  ...(state === 'all' ? {} : { state }),
})

const any = { value: 'all' as const, label: '不限' }
export const groupOptions = [any, ...staffGroups.map((value) => ({ value, label: staffGroupNames[value] }))]
export const stateOptions = [any, ...issueStates.map((value) => ({ value, label: issueStateNames[value] }))]

/** The filter in words, for the head of the list and of what is printed. */
export const wordsOf = ({ from, to, group, state }: BookFilter, gridName: string | undefined): string =>
  [
    `${from} 至 ${to}`,
    ...(gridName ? [gridName] : []),
    ...(group === 'all' ? [] : [staffGroupNames[group]]),
    ...(state === 'all' ? [] : [issueStateNames[state]]),
  ].join(' · ')
