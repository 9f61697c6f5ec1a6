import { useState } from 'react'
import { useMe } from '@/client/me'
import { dutiesOf } from '@/features/gridwork/duties'
import { pageState } from '@/features/paging/page-state'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Book } from './book'
import { DeskMap } from './desk-map'
import './index.scss'
import { Waiting } from './waiting'

const items = [
  { value: 'waiting', label: '待定' },
  { value: 'map', label: '地图' },
  { value: 'book', label: '台账' },
] as const

const noPermission = { error: { message: '这里给社区工作者、管理员和党支部书记用，您的身份不能打开' } }

/** The screen of the day for the community's desk: what waits for a decision, where it is, and the book of it all. */
export default function DeskPage() {
  const [view, setView] = useState<(typeof items)[number]['value']>('waiting')
  const query = useMe()
  const { offline: _isCut, ...state } = pageState(query)
  const roles = query.data?.person.roles ?? []
  const isForbidden = query.data && !dutiesOf(roles).supervises
  return (
    <Page title="社区工作台" skeleton="list" {...(isForbidden ? noPermission : state)}>
      <Segmented label="看什么" items={items} value={view} onChange={setView} sticky />
      {view === 'waiting' && <Waiting />}
      {view === 'map' && <DeskMap />}
      {view === 'book' && <Book mayMerge={roles.includes('communityWorker')} />}
    </Page>
  )
}
