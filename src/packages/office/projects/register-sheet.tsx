import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { Banner } from '@/ui/card'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'

type Props = {
  /** The issue it is made of. */
  issueId?: string | undefined
  onClose: () => void
  onDone: (id: string) => void
}

/** A project the desk puts on record beside any call. */
export function RegisterSheet({ issueId, onClose, onDone }: Props) {
  const form = useHalfWritten(`project ${issueId ?? ''}`, { title: '', text: '' })
  const { title, text } = form.words
  const command = useCommand('projects.proposeProject', form.forget)
  const send = () =>
    command.mutate(
      { title, text, ...(issueId ? { issueId } : {}) },
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
      title={issueId ? '把这件事立成项目' : '登记一个项目'}
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
        <TakenUp form={form} />
        {issueId && <Banner icon="info">事项页面和项目页面会互相链接；初审通过后，告诉反映过这件事的居民。</Banner>}
        <Field
          label="名称"
          required
          maxLength={40}
          placeholder="例如：暖气管道更换"
          value={title}
          error={command.error?.fields.title}
          onChange={(typed) => form.write({ title: typed })}
        />
        <Field
          label="说明"
          kind="lines"
          required
          maxLength={1000}
          value={text}
          error={command.error?.fields.text}
          onChange={(typed) => form.write({ text: typed })}
        />
      </View>
    </Sheet>
  )
}
