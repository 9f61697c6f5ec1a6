import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { momentWords } from '@/features/issues/time-words'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { showFirstError } from '@/ui/bring-into-view'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = { issue: IssueDetail; open: boolean; onClose: () => void }

/** Asks for more time: until when, of what may be asked for, and why. */
export function ExtensionSheet({ issue, open, onClose }: Props) {
  const { choices } = issue.extension
  const [until, setUntil] = useState<string>()
  const [reason, setReason] = useState('')
  const command = useCommand('issues.askExtension')
  const chosen = until ?? choices.at(-1) ?? ''
  const send = () =>
    command.mutate(
      { id: issue.id, reason, until: chosen },
      {
        onSuccess: () => {
          toast('已申请延期，答复后会通知您')
          onClose()
        },
        onError: showFirstError,
      },
    )
  return (
    <Sheet
      open={open}
      title="申请延期"
      onClose={onClose}
      actions={<Submit words="提交申请" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />}
    >
      <View>
        <View className="issue-sheet-lead">
          一件事只能申请一次，由党小组组长或社区工作者答复。答复之前，原来的时限照常计算。
        </View>
        <Choice
          label="延到什么时候"
          required
          layout="list"
          options={choices.map((choice, at) => ({
            value: choice,
            label: `${momentWords(choice, issue.now)} 前`,
            ...(at === choices.length - 1 ? { note: '最晚可以到这时' } : {}),
          }))}
          value={chosen}
          onChange={setUntil}
        />
        <Field
          label="为什么需要更多时间"
          kind="lines"
          required
          maxLength={500}
          placeholder="例如：配件要从外地调，后天才到"
          help="上报人在办理过程里也能看到，请不要写别人的隐私"
          value={reason}
          error={command.error?.fields.reason}
          onChange={(typed) => {
            setReason(typed)
            command.reset()
          }}
        />
      </View>
    </Sheet>
  )
}
