import { View } from '@tarojs/components'
import { useState } from 'react'
import { phonePurposeNames, phonePurposes, type PhonePurpose } from '@/shared/kernel/phone-words'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { CallButton } from '@/features/organization/call-button'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'

type Props = { id: string; name: string }

/** The way to the reporter's number. */
export function AskPhone({ id, name }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <View className="issue-ask-phone">
      <Button block tone="secondary" icon="phone" onPress={() => setOpen(true)}>
        查看电话
      </Button>
      {isOpen && <PhoneSheet id={id} name={name} onClose={() => setOpen(false)} />}
    </View>
  )
}

/** First what for, then the number; it is on record by the time it is read, and gone when the sheet closes. */
function PhoneSheet({ id, name, onClose }: Props & { onClose: () => void }) {
  const [purpose, setPurpose] = useState<PhonePurpose | null>(null)
  const [words, setWords] = useState('')
  const command = useCommand('issues.askPhone')
  const phone = command.data?.phone
  if (phone)
    return (
      <Sheet open title={`${name}的电话`} onClose={onClose} actions={<CallButton name={name} phone={phone} />}>
        <View className="issue-phone">{phone}</View>
        <View className="issue-sheet-lead">已记下您这次查看，{name}能看到。请只用于这件事，不要转给别人。</View>
      </Sheet>
    )
  const send = () =>
    purpose && command.mutate({ id, purpose, ...(words.trim() ? { words } : {}) }, { onError: showFirstError })
  return (
    <Sheet
      open
      title="查看电话"
      onClose={onClose}
      actions={
        <Submit
          words="查看电话"
          busy={command.isPending}
          disabled={!purpose}
          reason="请先选择用途"
          problem={problemOf(command.error)}
          onPress={send}
        />
      }
    >
      <View>
        <View className="issue-sheet-lead">本人同意过才能查看。谁看的、为什么看，都会留下记录，本人能看到。</View>
        <Choice
          label="用途"
          required
          options={phonePurposes.map((value) => ({ value, label: phonePurposeNames[value] }))}
          value={purpose}
          onChange={setPurpose}
        />
        <Field
          label="用途说明"
          required={purpose === 'other'}
          optional={purpose !== 'other'}
          maxLength={100}
          placeholder="例如：问清楚是哪一层漏水"
          value={words}
          error={command.error?.fields.words}
          onChange={(typed) => {
            setWords(typed)
            command.reset()
          }}
        />
      </View>
    </Sheet>
  )
}
