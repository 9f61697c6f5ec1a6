import { View } from '@tarojs/components'
import { momentWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { relationNames } from '@/shared/kernel/vocabulary'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Avatar, Card } from '@/ui/card'
import { Tag } from '@/ui/tag'

export type Binding = OutputOf<ContractOf<'residents.listBindings'>>['bindings'][number]

type Props = { binding: Binding; now: string; busy?: boolean; onApprove: () => void; onReject: () => void }

/** One request: who says they live where, and what the head answers or answered. */
export function BindingCard({ binding, now, busy, onApprove, onReject }: Props) {
  const { personName, relation, householdLabel, note, state, requestedAt } = binding
  return (
    <Card>
      <View className="binding-who">
        <Avatar name={personName} />
        <View className="binding-words">
          <View className="binding-name" {...aria({ role: 'heading', level: 2 })}>
            {personName}
          </View>
          <View className="binding-relation">{relationNames[relation]}</View>
        </View>
        {state === 'approved' && (
          <Tag tone="success" icon="check">
            已通过
          </Tag>
        )}
        {state === 'rejected' && (
          <Tag tone="neutral" icon="close">
            已退回
          </Tag>
        )}
      </View>
      <View className="binding-door">{householdLabel}</View>
      {note && <View className="binding-note">{note}</View>}
      <View className="binding-time">{`${momentWords(requestedAt, now)} 申请`}</View>
      {state === 'pending' ? (
        <View className="binding-actions">
          <Button tone="secondary" block label={`退回${personName}的申请`} disabled={busy} onPress={onReject}>
            退回
          </Button>
          <Button block label={`确认通过${personName}的申请`} loading={busy} onPress={onApprove}>
            确认通过
          </Button>
        </View>
      ) : (
        <View className="binding-time">{decisionOf(binding, now)}</View>
      )}
    </Card>
  )
}

const decisionOf = ({ decidedAt, decidedByName, reason }: Binding, now: string): string =>
  [decidedAt && momentWords(decidedAt, now), decidedByName && `${decidedByName}处理`, reason && `理由：${reason}`]
    .filter(Boolean)
    .join(' · ')
