import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { BindingList } from './binding-list'
import './index.scss'

const items = [
  { value: 'pending', label: '等您核验' },
  { value: 'decided', label: '已经处理' },
] as const

/** People who say they live here, for those who know the stairwell. */
export default function Bindings() {
  const [state, setState] = useState<'pending' | 'decided'>('pending')
  const query = useCapability('session.getMe', {}, { staleMinutes: 5 })
  const { offline: _isCut, ...whole } = pageState(query)
  return (
    <Page title="住户核验" lead="认识的才通过；拿不准，先打电话或上门问一声。" skeleton="card" {...whole}>
      <Segmented label="申请的状态" items={items} value={state} onChange={setState} />
      {query.data && <BindingList key={state} state={state} now={query.data.now} />}
    </Page>
  )
}
