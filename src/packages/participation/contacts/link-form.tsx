import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { showFirstError } from '@/ui/bring-into-view'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { signsAsOptions } from '../paper-form'
import { SendLink } from './send-link'

type Props = {
  id: string
  householdId: string
  /** Whether one was made before; a new one ends it. */
  hasLink: boolean
  /** The page of the link just made; null before. */
  link: string | null
  onLink: (path: string) => void
}

/** A link for an owner who is away or for whoever has their letter. It is shown once and kept nowhere. */
export function LinkForm({ id, householdId, hasLink, link, onLink }: Props) {
  const [name, setName] = useState('')
  const [as, setAs] = useState<'proprietor' | 'proxy'>('proprietor')
  const [error, setError] = useState<string>()
  const command = useCommand('consents.makeAnswerLink')
  const send = () => {
    setError(name.trim() ? undefined : '请填写对方的姓名')
    if (!name.trim()) return showFirstError()
    command.mutate(
      { id, householdId, name, as },
      { onSuccess: ({ path }) => onLink(path), onError: () => showFirstError() },
    )
  }
  if (link)
    return (
      <View>
        <Banner tone="success" title="链接好了">
          先打电话核实对方身份，再发给对方。谁拿到都能替这一户签，您自己不能用。关上以后看不到了，丢了就再生成一个。
        </Banner>
        <SendLink path={link} />
      </View>
    )
  return (
    <View>
      {hasLink && (
        <Banner tone="info" title="发过链接了">
          还能用。对方没收到才再生成一个，原来的随即作废。
        </Banner>
      )}
      <Field
        label="对方姓名"
        required
        maxLength={20}
        help="不在家的业主，或拿着业主书面委托的人；打开链接就能替这一户签字"
        value={name}
        error={error ?? command.error?.fields.name}
        onChange={(typed) => {
          setName(typed)
          setError(undefined)
        }}
      />
      <Choice label="对方是" options={signsAsOptions} value={as} onChange={setAs} />
      <Submit words="生成签字链接" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />
    </View>
  )
}
