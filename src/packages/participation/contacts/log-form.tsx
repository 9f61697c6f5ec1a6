import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { contactWayNames, contactWays, type ContactWay } from '@/shared/kernel/consents'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'

type Props = { id: string; householdId: string; onDone: () => void }

/** How somebody was looked for, and whether they were found. */
export function LogForm({ id, householdId, onDone }: Props) {
  const [way, setWay] = useState<ContactWay>('visit')
  const [reached, setReached] = useState<'yes' | 'no' | null>(null)
  const form = useHalfWritten(`contact ${id} ${householdId}`, { words: '' })
  const { words } = form.words
  const [error, setError] = useState<string>()
  const command = useCommand('consents.logContact', form.forget)
  const send = () => {
    setError(reached ? undefined : '请说明有没有联系上')
    if (!reached) return
    const note = words.trim() ? { words } : {}
    command.mutate(
      { id, householdId, way, isReached: reached === 'yes', ...note },
      {
        onSuccess: () => {
          toast('已记下')
          onDone()
        },
      },
    )
  }
  return (
    <View>
      <TakenUp form={form} />
      <Choice
        label="怎么联系的"
        options={contactWays.map((value) => ({ value, label: contactWayNames[value] }))}
        value={way}
        onChange={setWay}
      />
      <Choice
        label="有没有联系上"
        required
        options={[
          { value: 'yes', label: '联系上了' },
          { value: 'no', label: '没有联系上' },
        ]}
        value={reached}
        error={error}
        onChange={setReached}
      />
      <Field
        label="备注"
        optional
        maxLength={200}
        kind="lines"
        help="写什么时候再来、托谁转告；不要写对方打算怎么签"
        value={words}
        onChange={(typed) => form.write({ words: typed })}
      />
      <Submit words="记下" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />
    </View>
  )
}
