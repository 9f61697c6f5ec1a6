import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { SwitchCell } from '@/ui/cell'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { isLeftBlank, optionsOf, type TypedOption } from './vote-options'

const optionsMax = 8
const lengths = ['3', '7', '14', '30'] as const

/** Opens the vote: by whom, what it asks, what can be chosen and why, until when, and whether the counts are shown meanwhile. */
export function VoteSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [by, setBy] = useState<'person' | 'household'>('household')
  const form = useHalfWritten<string>(`vote ${topic.id}`, { question: '', options: '2' })
  const word = (name: string) => form.words[name] ?? ''
  const question = word('question')
  const options = Array.from({ length: Number(word('options')) }, (_, at): TypedOption => ({
    text: word(`text ${at}`),
    pro: word(`pro ${at}`),
    con: word(`con ${at}`),
  }))
  const [days, setDays] = useState<(typeof lengths)[number]>('7')
  const [isLive, setLive] = useState(true)
  const [isTried, setTried] = useState(false)
  const command = useCommand('consultations.openVote', form.forget)
  const missing = (value: string, words: string) => (isTried && !value.trim() ? words : undefined)
  const send = () => {
    setTried(true)
    const given = optionsOf(options)
    if (!question.trim() || given.some(({ text }) => !text.trim())) return showFirstError()
    command.mutate(
      {
        id: topic.id,
        by,
        question,
        options: given,
        closesAt: toInstant(Date.parse(topic.now) + Number(days) * dayMs),
        isLive,
      },
      {
        onSuccess: () => {
          toast('表决开始了')
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open
      title="发起表决"
      onClose={onClose}
      actions={<Submit words="开始表决" busy={command.isPending} problem={command.error?.message} onPress={send} />}
    >
      <TakenUp form={form} />
      <Choice
        label="怎么计票"
        layout="list"
        options={[
          { value: 'household', label: '按户', note: '一户一票，空房也算在总户数里' },
          { value: 'person', label: '按人', note: '绑定住房的每人一票' },
        ]}
        value={by}
        onChange={setBy}
      />
      <Field
        label="表决的问题"
        required
        maxLength={100}
        placeholder="例如：路灯装在哪一侧"
        value={question}
        error={missing(question, '请填写表决的问题')}
        onChange={(typed) => form.write({ question: typed })}
      />
      {options.map((option, at) => (
        <View key={at}>
          <Field
            label={`选项 ${at + 1}`}
            required={!isLeftBlank(option, at)}
            maxLength={60}
            value={option.text}
            error={isLeftBlank(option, at) ? undefined : missing(option.text, '请填写选项')}
            onChange={(typed) => form.write({ [`text ${at}`]: typed })}
          />
          <Field
            label={`选项 ${at + 1} 的赞成理由`}
            optional
            maxLength={120}
            value={option.pro}
            onChange={(typed) => form.write({ [`pro ${at}`]: typed })}
          />
          <Field
            label={`选项 ${at + 1} 的反对理由`}
            optional
            maxLength={120}
            value={option.con}
            onChange={(typed) => form.write({ [`con ${at}`]: typed })}
          />
        </View>
      ))}
      {options.length < optionsMax && (
        <Button
          size="small"
          tone="ghost"
          icon="plus"
          onPress={() => form.write({ options: String(options.length + 1) })}
        >
          再加一个选项
        </Button>
      )}
      <Choice
        label="几天后截止"
        options={lengths.map((value) => ({ value, label: `${value} 天` }))}
        value={days}
        onChange={setDays}
      />
      <SwitchCell title="过程中公开票数" note="关闭后，截止才公布。开始以后不能改。" on={isLive} onChange={setLive} />
    </Sheet>
  )
}
