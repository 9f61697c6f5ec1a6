import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { showFirstError } from '@/ui/bring-into-view'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = { issue: IssueDetail; on: boolean; open: boolean; onClose: () => void }

const wordsFor = (on: boolean, isAgain: boolean) => {
  if (!on)
    return {
      title: '解除督办',
      lead: '理由会留在办理过程里。',
      done: '已解除督办',
      placeholder: '例如：已约好明天上午上门',
    }
  const lead = '负责人会收到通知，要在 2 个工作日内记一条进展作答；您的话会留在办理过程里。'
  return isAgain
    ? { title: '再次催问', lead, done: '已催问，负责人会收到通知', placeholder: '例如：今天能办完吗？' }
    : { title: '督办这件事', lead, done: '已督办，负责人会收到通知', placeholder: '例如：居民反映三次了，请说明打算' }
}

/** Puts an issue under supervision, asks about it again, or takes it off; each with a reason. */
export function SuperviseSheet({ issue, on, open, onClose }: Props) {
  const [reason, setReason] = useState('')
  const command = useCommand('issues.setSupervision')
  const words = wordsFor(on, issue.isSupervised)
  const send = () =>
    command.mutate(
      { id: issue.id, on, reason },
      {
        onSuccess: () => {
          toast(words.done)
          setReason('')
          onClose()
        },
        onError: showFirstError,
      },
    )
  return (
    <Sheet
      open={open}
      title={words.title}
      onClose={onClose}
      actions={
        <Submit words={words.title} busy={command.isPending} problem={problemOf(command.error)} onPress={send} />
      }
    >
      <View>
        <View className="issue-sheet-lead">{words.lead}</View>
        <Field
          label={on ? '问什么、为什么' : '为什么解除'}
          kind="lines"
          required
          maxLength={500}
          placeholder={words.placeholder}
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
