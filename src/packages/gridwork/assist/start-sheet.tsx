import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { showFirstError } from '@/ui/bring-into-view'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'

/** Somebody on record, or a name at a door. */
export type Chosen = { name: string } & ({ personId: string } | { householdId: string })

const reasons = ['不会用手机', '眼睛看不清', '打电话来的', '来窗口说的', '上门走访时说的'] as const
const otherwise = '其他原因'

/** Why one reports for them, and off: half an hour from here. */
export function StartSheet({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const [reason, setReason] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const begin = useCommand('residents.beginAssistance')
  const purpose = reason === otherwise ? words.trim() : reason
  const who = 'personId' in chosen ? { personId: chosen.personId } : chosen
  const start = () =>
    purpose &&
    begin.mutate(
      { ...who, purpose },
      { onSuccess: () => void Taro.switchTab({ url: '/pages/report/index' }), onError: showFirstError },
    )
  return (
    <Sheet
      open
      title={`替${chosen.name}上报`}
      onClose={onClose}
      actions={
        <Submit
          words="开始代报"
          busy={begin.isPending}
          disabled={!purpose}
          reason="请先说明为什么代报"
          problem={problemOf(begin.error)}
          onPress={start}
        />
      }
    >
      <View>
        <Choice
          label="为什么代报"
          required
          options={[...reasons, otherwise].map((value) => ({ value, label: value }))}
          value={reason}
          help={`从现在起 30 分钟内有效，谁代谁报的会留下记录。请照${chosen.name}的意思写。`}
          onChange={setReason}
        />
        {reason === otherwise && (
          <Field
            label="什么原因"
            required
            maxLength={100}
            value={words}
            error={begin.error?.fields.purpose}
            onChange={setWords}
          />
        )}
      </View>
    </Sheet>
  )
}
