import { useState } from 'react'
import { useMe } from '@/client/me'
import { pageState } from '@/features/paging/page-state'
import { Choice } from '@/ui/choice'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { CommitmentList } from './commitment-list'
import { IssueList } from './issue-list'
import { MeetingList } from './meeting-list'
import type { Of } from './empty-words'

const tabs = [
  { value: 'lead', label: '牵头' },
  { value: 'help', label: '协办' },
  { value: 'promises', label: '承诺' },
  { value: 'meetings', label: '会议' },
] as const
type Tab = (typeof tabs)[number]['value']

type Filter = 'department' | 'mine' | 'departmentEnded' | 'mineEnded'

/** Whose, and whether it is still to be done: an officer chooses both, everybody else has only their own. */
const filtersFor = (isOfficer: boolean, tab: Tab): { value: Filter; label: string }[] => {
  const [open, ended] = tab === 'meetings' ? ['要开的', '开过的'] : ['在办', '办完的']
  if (!isOfficer) {
    return [
      { value: 'mine', label: open },
      { value: 'mineEnded', label: ended },
    ]
  }
  return [
    { value: 'department', label: `部门${open}` },
    { value: 'mine', label: `我${open}` },
    { value: 'departmentEnded', label: `部门${ended}` },
    { value: 'mineEnded', label: `我${ended}` },
  ]
}

/** What a department, or somebody in it, was asked for: to lead, to help, to keep a promise, to come to a meeting. */
export default function Inbox() {
  const [tab, setTab] = useState<Tab>('lead')
  const [chosen, setFilter] = useState<Filter | null>(null)
  const me = useMe()
  const isOfficer = me.data?.person.roles.includes('officer') ?? false
  const filter = chosen ?? (isOfficer ? 'department' : 'mine')
  const of: Of = filter.startsWith('department') ? 'department' : 'mine'
  const isEnded = filter.endsWith('Ended')
  const { offline: _isCut, ...state } = pageState(me)
  return (
    <Page title={isOfficer ? '部门收件箱' : '协同收件箱'} skeleton="card" {...state}>
      <Segmented label="看哪一类" items={tabs} value={tab} onChange={setTab} sticky />
      <Choice label="筛选" hideLabel options={filtersFor(isOfficer, tab)} value={filter} onChange={setFilter} />
      {(tab === 'lead' || tab === 'help') && (
        <IssueList key={`${tab}${of}${isEnded}`} part={tab} of={of} isOpen={!isEnded} />
      )}
      {tab === 'promises' && <CommitmentList key={`${of}${isEnded}`} of={of} isOpen={!isEnded} />}
      {tab === 'meetings' && <MeetingList key={`${of}${isEnded}`} of={of} when={isEnded ? 'past' : 'ahead'} />}
    </Page>
  )
}
