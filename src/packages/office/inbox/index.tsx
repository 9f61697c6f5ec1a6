import { useState } from 'react'
import { useMe } from '@/client/me'
import { pageState } from '@/features/paging/page-state'
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

/** What a department, or somebody in it, was asked for: to lead, to help, to keep a promise, to come to a meeting. */
export default function Inbox() {
  const [tab, setTab] = useState<Tab>('lead')
  const [chosen, setChosen] = useState<Of | null>(null)
  const [isEnded, setEnded] = useState(false)
  const me = useMe()
  const isOfficer = me.data?.person.roles.includes('officer') ?? false
  const of = chosen ?? (isOfficer ? 'department' : 'mine')
  const { offline: _isCut, ...state } = pageState(me)
  return (
    <Page title={isOfficer ? '部门收件箱' : '协同收件箱'} skeleton="card" {...state}>
      <Segmented label="看哪一类" items={tabs} value={tab} onChange={setTab} sticky />
      {isOfficer && (
        <Segmented
          label="看谁的"
          items={[
            { value: 'department', label: '全部门' },
            { value: 'mine', label: '只看我的' },
          ]}
          value={of}
          onChange={setChosen}
        />
      )}
      <Segmented
        label="看办完没有"
        items={[
          { value: 'open', label: tab === 'meetings' ? '将要开' : '在办' },
          { value: 'ended', label: tab === 'meetings' ? '开过的' : '办完的' },
        ]}
        value={isEnded ? 'ended' : 'open'}
        onChange={(value) => setEnded(value === 'ended')}
      />
      {(tab === 'lead' || tab === 'help') && (
        <IssueList key={`${tab}${of}${isEnded}`} part={tab} of={of} isOpen={!isEnded} />
      )}
      {tab === 'promises' && <CommitmentList key={`${of}${isEnded}`} of={of} isOpen={!isEnded} />}
      {tab === 'meetings' && <MeetingList key={`${of}${isEnded}`} of={of} when={isEnded ? 'past' : 'ahead'} />}
    </Page>
  )
}
