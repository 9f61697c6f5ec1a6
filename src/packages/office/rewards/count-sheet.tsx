import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Banner } from '@/ui/card'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { Managed } from './managed'

/** Counting the shelf: what stands there now, and why it differs. */
export function CountSheet({ reward, onClose }: { reward: Managed; onClose: () => void }) {
  const [counted, setCounted] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand('redemptions.countStock')
  const { id, name, stock, held } = reward
  const send = () =>
    command.mutate(
      { id, counted: Number(counted), reason },
      {
        onSuccess: () => {
          toast('已记下')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={`盘点：${name}`}
      onClose={onClose}
      actions={
        <Submit
          words="记下"
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={counted === '' || reason.trim() === ''}
          reason="请填写数量和原因"
          onPress={send}
        />
      }
    >
      <View>
        <Banner icon="info">{`账上架上有 ${stock + held} 份，其中 ${held} 份已预留给居民。请数架上的全部，预留的也数。`}</Banner>
        <Field
          label="架上实际有几份"
          kind="number"
          required
          maxLength={6}
          value={counted}
          error={command.error?.fields.counted}
          onChange={(typed) => setCounted(typed.replace(/\D/g, ''))}
        />
        <Field
          label="原因"
          required
          maxLength={200}
          placeholder="例如：补货、月底盘点、破损"
          value={reason}
          error={command.error?.fields.reason}
          onChange={setReason}
        />
      </View>
    </Sheet>
  )
}
