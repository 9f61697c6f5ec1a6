import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** Staff end a certificate; its holder reads why, nobody else does. */
export function RevokeSheet({ code, onClose }: { code: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const command = useCommand('activities.revokeCertificate')
  const send = () =>
    command.mutate(
      { code, reason },
      {
        onSuccess: () => {
          toast('已作废，本人会收到通知')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="作废这份证明"
      onClose={onClose}
      actions={
        <Submit
          words="作废"
          danger
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={reason.trim() === ''}
          reason="请写明原因"
          onPress={send}
        />
      }
    >
      <Field
        label="原因"
        kind="lines"
        required
        maxLength={200}
        value={reason}
        help="本人会看到；核验的人看不到。作废后不能恢复。"
        error={command.error?.fields.reason}
        onChange={setReason}
      />
    </Sheet>
  )
}
