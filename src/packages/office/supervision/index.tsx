import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { dutiesOf } from '@/features/gridwork/duties'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { OverdueList } from './overdue-list'
import { SupervisedList } from './supervised-list'
import './index.scss'

const items = [
  { value: 'supervised', label: '督办中' },
  { value: 'overdue', label: '已超期' },
] as const

const noPermission = { error: { message: '这里给社区工作者和党支部书记看，您的身份不能打开' } }

/** What somebody keeps an eye on: issues under supervision with the answer they owe, and all that is past its limit. */
export default function SupervisionPage() {
  const [view, setView] = useState<'supervised' | 'overdue'>('supervised')
  const query = useCapability('session.getMe', {}, { staleMinutes: 5 })
  const { offline: _isCut, ...state } = pageState(query)
  const isForbidden = query.data && !dutiesOf(query.data.person.roles).supervises
  return (
    <Page title="督办与超期" skeleton="card" {...(isForbidden ? noPermission : state)}>
      <Segmented label="看哪些事项" items={items} value={view} onChange={setView} sticky />
      {view === 'supervised' ? <SupervisedList /> : <OverdueList />}
    </Page>
  )
}
