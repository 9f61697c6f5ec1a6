import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Banner } from '@/ui/card'
import { Page } from '@/ui/page'
import { BindForm } from './bind-form'
import { Bound, Pending } from './bound'
import './index.scss'

/** Where I live: asked for here, confirmed by somebody who knows the stairwell. */
export default function BindHousehold() {
  const query = useCapability('session.getMe', {})
  const [isMoving, setMoving] = useState(false)
  const me = query.data
  const state = pageState(query)
  if (!me) return <Page title="绑定住房" {...state} skeleton="form" />
  if (me.pendingBinding) {
    return (
      <Page title="绑定住房" {...state}>
        <Pending binding={me.pendingBinding} />
      </Page>
    )
  }
  if (me.household && !isMoving) {
    return (
      <Page title="我的住房" {...state}>
        <Bound label={me.household.label} onMove={() => setMoving(true)} />
      </Page>
    )
  }
  return (
    <Page title="绑定住房" lead="选好门牌，楼长核实后就绑定好了，一般一两天。" {...state}>
      <Banner icon="shield">姓名和房号只给楼长、单元长、网格员和社区看。</Banner>
      <BindForm knownName={me.person.isNewcomer ? '' : me.person.name} />
    </Page>
  )
}
