import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { Binding } from './binding-card'

type Props = { binding: Binding; open: boolean; onClose: () => void }

/**
 * Sending a request back, with a reason its author can act on. Closing it keeps the reason; give it the request as key, so that
 * another one starts empty.
 */
export function RejectSheet({ binding, open, onClose }: Props) {
  const [reason, setReason] = useState('')
  const decide = useCommand('residents.approveBinding')
  const send = () => {
    const words = reason.trim() ? { reason } : {}
    decide.mutate(
      { id: binding.id, approve: false, ...words },
      {
        onSuccess: () => {
          toast('已退回，对方会收到消息')
          onClose()
        },
      },
    )
  }
  const { error } = decide
  const isAboutReason = error?.code === 'BINDING_REASON_REQUIRED'
  return (
    <Sheet
      open={open}
      title={`退回${binding.personName}的申请`}
      onClose={onClose}
      actions={
        <Submit
          words="确定退回"
          danger
          busy={decide.isPending}
          problem={isAboutReason ? undefined : problemOf(error)}
          onPress={send}
        />
      }
    >
      <View>
        <Field
          label="退回的理由"
          required
          kind="lines"
          maxLength={200}
          counter={reason.length > 150}
          placeholder="例如：门牌选错了，您住的应是 2 单元"
          help="对方会看到这句话"
          value={reason}
          error={isAboutReason ? error.message : error?.fields.reason}
          onChange={setReason}
        />
      </View>
    </Sheet>
  )
}
