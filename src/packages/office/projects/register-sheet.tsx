import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'

/** A project the desk puts on record beside any call. */
export function RegisterSheet({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const command = useCommand('projects.proposeProject')
  const send = () =>
    command.mutate(
      { title, text },
      {
        onSuccess: ({ id }) => {
          onClose()
          onDone(id)
        },
      },
    )
  return (
    <Sheet
      open
      title="登记一个项目"
      onClose={onClose}
      actions={
        <Submit
          words="登记"
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={title.trim() === '' || text.trim() === ''}
          reason="请填写名称和说明"
          onPress={send}
        />
      }
    >
      <View>
        <Field
          label="名称"
          required
          maxLength={40}
          placeholder="例如：暖气管道更换"
          value={title}
          error={command.error?.fields.title}
          onChange={setTitle}
        />
        <Field
          label="说明"
          kind="lines"
          required
          maxLength={1000}
          value={text}
          error={command.error?.fields.text}
          onChange={setText}
        />
      </View>
    </Sheet>
  )
}
