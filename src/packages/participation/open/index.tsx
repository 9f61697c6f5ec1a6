import { useMe } from '@/client/me'
import { useCapability } from '@/client/hooks'
import { dutiesOf } from '@/features/gridwork/duties'
import { pageState } from '@/features/paging/page-state'
import { Banner } from '@/ui/card'
import { Page } from '@/ui/page'
import { OpenForm } from './open-form'

/** The desk asks the households something. */
export default function OpenPage() {
  const me = useMe()
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 30 })
  const isDesk = me.data && dutiesOf(me.data.person.roles).isDesk
  return (
    <Page title="发起一次征询" skeleton="form" {...pageState(me.data ? places : me)}>
      {me.data && !isDesk && <Banner tone="warn">只有社区工作者可以发起签字征询。</Banner>}
      {me.data && isDesk && places.data && <OpenForm estates={places.data.estates} now={me.data.now} />}
    </Page>
  )
}
