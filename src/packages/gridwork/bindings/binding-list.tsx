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

  const approve = async (binding: Binding) => {
    const words = `确认后，${binding.personName}就是${binding.householdLabel}的住户，可以看到本楼的信息。`
    if (!(await ask({ title: `认识${binding.personName}吗？`, words, confirmText: '是本楼住户' }))) return
    decide.mutate(
      { id: binding.id, approve: true },
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
