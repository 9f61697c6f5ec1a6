import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand, usePages } from '@/client/hooks'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { useConfirm } from '@/ui/sheet'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { toast } from '@/ui/toast'
import { BindingCard, type Binding } from './binding-card'
import { RejectSheet } from './reject-sheet'

/** The requests of one state, and the answer to each. */
export function BindingList({ state, now }: { state: 'pending' | 'decided'; now: string }) {
  const pages = usePages('residents.listBindings', { state })
  useListGestures(pages)
  const [rejected, setRejected] = useState<Binding | null>(null)
  const [isRejecting, setRejecting] = useState(false)
  const [ask, dialog] = useConfirm()
  const decide = useCommand('residents.approveBinding')
  const { loading, error, offline, onRetry } = pageState(pages)

  /** Whether they are somebody for whom others have reported, by name alone; asked one by one, and no unless somebody says yes. */
  const sameOf = async ({ entered, personName }: Binding): Promise<string | null> => {
    for (const { id, name } of entered) {
      const words = `这一户有人替“${name}”代报过。如果就是${personName}本人，以前代报的事会转到本人名下，本人能看到。拿不准请选“不是”。`
      const isSame = await ask({
        title: `和“${name}”是同一个人吗？`,
        words,
        confirmText: '是同一个人',
        cancelText: '不是',
      })
      if (isSame) return id
    }
    return null
  }

  const approve = async (binding: Binding) => {
    const words = `确认后，${binding.personName}就是${binding.householdLabel}的住户，可以看到本楼的信息。`
    if (!(await ask({ title: `认识${binding.personName}吗？`, words, confirmText: '是本楼住户' }))) return
    const same = await sameOf(binding)
    decide.mutate(
      { id: binding.id, approve: true, ...(same ? { enteredId: same } : {}) },
      { onSuccess: () => toast('已通过，对方会收到消息'), onError: ({ message }) => toast(message) },
    )
  }

  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const bindings = (pages.data?.pages ?? []).flatMap((page) => page.bindings)
  if (bindings.length === 0 && !pages.hasNextPage) {
    return state === 'pending' ? (
      <Empty mascot="shengbao" title="没有等您核验的" words="有人申请绑定住房时，会先发消息给您。" />
    ) : (
      <Empty mascot="shengbao" title="还没有核验过" words="您通过和退回的申请会留在这里。" />
    )
  }
  return (
    <View>
      {offline && <OfflineBar />}
      {bindings.map((binding) => (
        <BindingCard
          key={binding.id}
          binding={binding}
          now={now}
          busy={decide.isPending && decide.variables?.id === binding.id}
          onApprove={() => void approve(binding)}
          onReject={() => {
            setRejected(binding)
            setRejecting(true)
          }}
        />
      ))}
      <ListEnd pages={pages} />
      {rejected && (
        <RejectSheet key={rejected.id} binding={rejected} open={isRejecting} onClose={() => setRejecting(false)} />
      )}
      {dialog}
    </View>
  )
}
