import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { momentWords } from '@/features/issues/time-words'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { showFirstError } from '@/ui/bring-into-view'
import { Facts } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = { issue: IssueDetail; open: boolean; onClose: () => void }

/** Answers an asked extension: yes, or no with the reason. */
export function DecideSheet({ issue, open, onClose }: Props) {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const [reason, setReason] = useState('')
  const command = useCommand('issues.decideExtension')
  const { asked } = issue.extension
  const send = () =>
    command.mutate(
      { id: issue.id, agree: answer === 'yes', ...(reason.trim() ? { reason } : {}) },
      {
        onSuccess: () => {
          toast(answer === 'yes' ? '已同意，时限和提醒都已顺延' : '已答复，理由会告诉负责人')
          onClose()
        },
        onError: showFirstError,
      },
    )
  if (!asked) return null
  return (
    <Sheet
      open={open}
      title="答复延期申请"
      onClose={onClose}
      actions={
        <Submit
          words="提交答复"
          busy={command.isPending}
          disabled={answer === null}
          reason="先选同意不同意"
          problem={problemOf(command.error)}
          onPress={send}
        />
      }
    >
      <View>
        <Facts
          items={[
            { label: '申请人', value: asked.byName },
            { label: '延到', value: `${momentWords(asked.until, issue.now)} 前` },
            { label: '理由', value: asked.reason },
            { label: '答复期限', value: momentWords(asked.decideBy, issue.now) },
          ]}
        />
        <Choice
          label="您的答复"
          required
          options={[
            { value: 'yes', label: '同意' },
            { value: 'no', label: '不同意' },
          ]}
          value={answer}
          onChange={setAnswer}
        />
        <Field
          label={answer === 'no' ? '为什么不同意' : '还想说的'}
          kind="lines"
          required={answer === 'no'}
          optional={answer !== 'no'}
          maxLength={500}
          placeholder={answer === 'no' ? '例如：居民等不起，请先做临时处理' : '例如：配件一到马上换'}
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
