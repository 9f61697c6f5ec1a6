import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** Ends a consent before its time: for a reason, which everybody reads. */
export function Close({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button block tone="ghost" onPress={() => setOpen(true)}>
        提前截止
      </Button>
      {isOpen && <CloseSheet id={id} onClose={() => setOpen(false)} />}
    </>
  )
}

function CloseSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const command = useCommand('consents.closeConsent')
  const close = () => {
    setError(reason.trim() ? undefined : '请写明提前截止的原因')
    if (!reason.trim()) return
    command.mutate(
      { id, reason },
      {
        onSuccess: () => {
          toast('已截止')
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open
      title="提前截止"
      onClose={onClose}
      actions={<Submit words="截止" busy={command.isPending} problem={problemOf(command.error)} onPress={close} />}
    >
      <View>
        <Banner tone="warn">截止后谁也不能再签、再改或撤回，不能恢复。系统随即从原始记录复核。</Banner>
        <Field
          label="原因"
          required
          kind="lines"
          maxLength={200}
          help="和您的姓名一起写在征询页上，公布结果时告诉所有业主"
          value={reason}
          error={error}
          onChange={(words) => {
            setReason(words)
            setError(undefined)
          }}
        />
      </View>
    </Sheet>
  )
}
