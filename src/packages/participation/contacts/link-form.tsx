import { View } from '@tarojs/components'
import { useState } from 'react'
import { copyText } from '@/client/clipboard'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'
import { signsAsOptions } from '../paper-form'

/** What is sent: an address a browser opens, or on WeChat the page within the mini-program. */
const addressOf = (path: string): string =>
  process.env.TARO_ENV === 'h5' ? `${window.location.origin}/#${path}` : path

/** A link for an owner who is away or for whoever has their letter. It is shown once and kept nowhere. */
export function LinkForm({ id, householdId }: { id: string; householdId: string }) {
  const [name, setName] = useState('')
  const [as, setAs] = useState<'proprietor' | 'proxy'>('proprietor')
  const [error, setError] = useState<string>()
  const command = useCommand('consents.makeAnswerLink')
  const path = command.data && addressOf(command.data.path)
  const send = () => {
    setError(name.trim() ? undefined : '请填写对方的姓名')
    if (name.trim()) command.mutate({ id, householdId, name, as })
  }
  if (path)
    return (
      <View>
        <Banner tone="success" title="链接好了">
          只在这里显示一次。打电话核实对方身份后再发；谁拿到都能签，您自己不能用。
        </Banner>
        <View className="answer-link">{path}</View>
        <Button block icon="send" onPress={() => void copyText(path).then(() => toast('已复制'))}>
          复制链接
        </Button>
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
