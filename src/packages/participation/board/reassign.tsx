import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { LongChoice } from '@/ui/long-choice'
import { Sheet, useConfirm } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'

type Contact = OutputOf<ContractOf<'consents.listContacts'>>['contacts'][number]

const noteOf = ({ roleName, isGone, isOnLeave }: Contact): string =>
  [roleName, isGone ? '已离任' : isOnLeave && '请假中'].filter(Boolean).join(' · ')

/** Somebody has left or is away: their doors go to the others, evenly. */
export function Reassign({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button block tone="secondary" icon="swap" onPress={() => setOpen(true)}>
        改派联系人
      </Button>
      {isOpen && <ContactSheet id={id} onClose={() => setOpen(false)} />}
    </>
  )
}

function ContactSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useCapability('consents.listContacts', { id })
  const command = useCommand('consents.reassignContacts')
  const [ask, dialog] = useConfirm()
  const contacts = query.data?.contacts ?? []
  const { error } = pageState(query)
  const move = async (personId: string) => {
    const name = contacts.find((contact) => contact.personId === personId)?.name ?? ''
    const words = '他名下的住户平均分给附近的楼长、单元长、党员中心户和网格员，各人会收到消息。'
    if (!(await ask({ title: `改派 ${name} 的住户？`, words, confirmText: '改派', cancelText: '取消' }))) return
    command.mutate(
      { id, personId },
      {
        onSuccess: ({ moved }) => toast(moved > 0 ? `已改派 ${moved} 户` : '没有要改派的住户'),
        onError: (failed) => toast(failed.message),
      },
    )
  }
  return (
    <Sheet open title="改派谁的住户" onClose={onClose}>
      {error && <Banner tone="danger">{error.message}</Banner>}
      {query.data && contacts.length === 0 && <Empty title="没有联系人" words="户册冻结以后，每一户都有一位联系人。" />}
      {contacts.length > 0 && (
        <LongChoice
          label="联系人"
          hideLabel
          options={contacts.map((contact) => ({ value: contact.personId, label: contact.name, note: noteOf(contact) }))}
          value={null}
          placeholder="搜姓名或岗位"
          searchLabel="搜联系人"
          onChange={(personId) => void move(personId)}
        />
      )}
      {dialog}
    </Sheet>
  )
}
