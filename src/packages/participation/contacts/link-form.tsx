import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { signsAsOptions } from '../paper-form'
import { HandLink, howToHand } from './hand-link'

type Props = { id: string; householdId: string; onLink: (path: string) => void }

/** A link for an owner who is away or for whoever has their letter. It is shown once and kept nowhere. */
export function LinkForm({ id, householdId, onLink }: Props) {
  const [name, setName] = useState('')
  const [as, setAs] = useState<'proprietor' | 'proxy'>('proprietor')
  const [error, setError] = useState<string>()
  const command = useCommand('consents.makeAnswerLink')
  const path = command.data?.path
  const send = () => {
    setError(name.trim() ? undefined : '请填写对方的姓名')
    if (name.trim()) command.mutate({ id, householdId, name, as }, { onSuccess: (made) => onLink(made.path) })
  }
  if (path)
    return (
      <View>
        <Banner tone="success" title="链接好了">
          {howToHand}
        </Banner>
        <HandLink path={path} />
      </View>
    )
  return (
    <View>
      <Field label="对方姓名" required maxLength={20} value={name} error={error} onChange={setName} />
      <Choice label="对方是" options={signsAsOptions} value={as} onChange={setAs} />
      <Submit words="生成签字链接" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />
    </View>
  )
}
