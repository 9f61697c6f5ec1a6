import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { DoorFields } from '@/features/organization/door-fields'
import { useDoor } from '@/features/organization/use-door'
import { pageState } from '@/features/paging/page-state'
import { Banner } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { PaperForm } from '../paper-form'
import { unnamed } from '../words'

/** Papers that are brought to the desk. What each says is not shown again. */
export default function PaperPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('consents.getConsent', { id }, { enabled: id !== '' })
  const door = useDoor()
  const [entered, setEntered] = useState(0)
  // Papers come in piles: the next is another door of the same stairwell.
  const next = () => {
    setEntered(entered + 1)
    if (door.unitId) door.pickUnit(door.unitId)
  }
  const consent = query.data
  return (
    <Page
      title={consent && '录入纸质签字'}
      lead={consent?.title}
      skeleton="form"
      {...(id ? pageState(query) : unnamed)}
    >
      {consent && !consent.isDesk && (
        <Banner tone="warn">只有社区工作者可以在这里录入，联系人请从自己的住户名单里录入。</Banner>
      )}
      {consent?.isDesk && (
        <>
          <Section title="哪一户">
            <DoorFields door={door} />
          </Section>
          <Section title="纸上写的" note="录入以后只计入总数，不再显示这一户的意见。">
            <PaperForm key={entered} id={id} householdId={door.householdId} onDone={next} />
          </Section>
        </>
      )}
    </Page>
  )
}
