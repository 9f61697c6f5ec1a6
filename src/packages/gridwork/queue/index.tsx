import { useState } from 'react'
import { useMe } from '@/client/me'
import { KeptDeeds } from '@/features/issues/kept-deeds'
import { SubscribeButton } from '@/features/notices/subscribe-button'
import { pageState } from '@/features/paging/page-state'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { QueueList } from './queue-list'
import { viewsFor, type View } from './views'
import './index.scss'

/** What waits for me, and what waits around me. */
export default function Queue() {
  const [chosen, setChosen] = useState<View | null>(null)
  const query = useMe()
  const views = viewsFor(query.data?.person.roles ?? [])
  const view = chosen ?? views[0]?.value ?? 'mine'
  const { offline: _isCut, ...state } = pageState(query)
  return (
    <Page title="待办事项" skeleton="card" {...state}>
      {views.length > 1 && <Segmented label="看哪些事项" items={views} value={view} onChange={setChosen} sticky />}
      <KeptDeeds />
      <SubscribeButton template="staffTask" words="有新待办时微信提醒我" />
      <QueueList key={view} view={view} personId={query.data?.person.id ?? ''} />
      <PrivacyAsk />
    </Page>
  )
}
