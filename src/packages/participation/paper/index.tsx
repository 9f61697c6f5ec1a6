import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { DoorFields } from '@/features/organization/door-fields'
import { CallButton } from '@/features/organization/call-button'
import { useDoor } from '@/features/organization/use-door'
import { pageState } from '@/features/paging/page-state'
import { Banner, Card } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { PaperForm } from '../paper-form'
import { unnamed } from '../words'

/** Papers that are brought to the desk: whom each is given to. The desk enters those of doors it is the contact of. */
export default function PaperPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('consents.getConsent', { id }, { enabled: id !== '' })
  const door = useDoor()
  const consent = query.data
  return (
    <Page
      title={consent && '收到纸质签字'}
      lead={consent?.title}
      skeleton="form"
      {...(id ? pageState(query) : unnamed)}
    >
      {consent && !consent.isDesk && <Banner tone="warn">这里给社区工作者用，联系人请从自己的住户名单里录入。</Banner>}
      {consent?.isDesk && (
        <>
          <Section title="哪一户" note="一户怎么签只有联系人知道，所以纸质签字由联系人录入。">
            <DoorFields door={door} />
          </Section>
          {door.householdId && <Hand key={door.householdId} id={id} householdId={door.householdId} />}
        </>
      )}
    </Page>
  )
}

function Hand({ id, householdId }: { id: string; householdId: string }) {
  const query = useCapability('consents.getContact', { id, householdId })
  const [entered, setEntered] = useState(0)
  const contact = query.data
  const { error } = pageState(query)
  if (error) return <Banner tone="warn">{error.message}</Banner>
  if (!contact) return null
  if (contact.isMe)
    return (
      <Section title="纸上写的" note="您是这一户的联系人，由您录入。">
        <PaperForm key={entered} id={id} householdId={householdId} onDone={() => setEntered(entered + 1)} />
      </Section>
    )
  return (
    <Section title="交给谁录入">
      <Card title={`联系人 ${contact.name}`}>
        {`${contact.label}的纸质签字请交给联系人，由联系人拍照录入。联系人离任或请假的，先在看板里改派。`}
        {contact.phone && <CallButton name={contact.name} phone={contact.phone} />}
      </Card>
    </Section>
  )
}
