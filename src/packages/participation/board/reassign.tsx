import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Sheet, useConfirm } from '@/ui/sheet'
import { Empty } from '@/ui/states'
import { toast } from '@/ui/toast'

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
  const move = async (personId: string, name: string) => {
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
      <CellGroup>
        {contacts.map(({ personId, name, isGone, isOnLeave }) => (
          <Cell
            key={personId}
            icon="person"
            title={name}
            {...(isGone ? { value: '已离任' } : isOnLeave ? { value: '请假中' } : {})}
            onPress={() => void move(personId, name)}
          />
        ))}
      </CellGroup>
      {dialog}
    </Sheet>
  )
}
