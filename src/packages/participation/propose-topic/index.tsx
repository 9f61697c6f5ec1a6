import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { useMe } from '@/client/me'
import { membersOnly } from '@/features/consultations/members-only'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { useRested } from '@/features/forms/use-rested'
import { pageState } from '@/features/paging/page-state'
import { showFirstError } from '@/ui/bring-into-view'
import { Field } from '@/ui/field'
import { LongChoice } from '@/ui/long-choice'
import { Page } from '@/ui/page'
import { toast } from '@/ui/toast'
import { everybody, useReaches, type Reach } from './reaches'
import { SimilarTopics } from './similar-topics'

/** Less than this says too little to look for the like of it. */
const typedMin = 4

const reachOf = (reaches: readonly Reach[], chosen: string): Reach =>
  reaches.find(({ value }) => value === chosen) ?? everybody

/** A new topic; while it is typed, those that say much the same. */
export default function ProposeTopicPage() {
  const me = useMe()
  const form = useHalfWritten('topic', { title: '', text: '', reach: everybody.value })
  const { title, text, reach } = form.words
  const [isTried, setTried] = useState(false)
  const command = useCommand('consultations.proposeTopic', form.forget)
  const typed = useRested(`${title} ${text}`)
  const similar = useCapability(
    'consultations.findSimilarTopics',
    { typed: typed.slice(0, 1000) },
    { enabled: typed.length >= typedMin },
  )
  const topics = typed.length >= typedMin ? (similar.data?.topics ?? []) : []
  const reaches = useReaches(me.data)
  const fields = command.error?.fields ?? {}
  const missing = (value: string, words: string) => (isTried && !value.trim() ? words : undefined)
  const send = () => {
    setTried(true)
    if (!title.trim() || !text.trim()) return showFirstError()
    const { scope } = reachOf(reaches, reach)
    command.mutate(
      { title, text, ...(scope ? { scope } : {}) },
      {
        onSuccess: ({ id }) => {
          toast('已提交')
          void Taro.redirectTo({ url: `/packages/participation/topic/index?id=${id}` })
        },
        onError: showFirstError,
      },
    )
  }
  return (
    <Page
      title="提出议题"
      lead="公共的事才在这里议；坏了要修的，请走“上报问题”。"
      skeleton="form"
      {...(me.data?.person.isNewcomer ? membersOnly : pageState(me))}
    >
      <TakenUp form={form} />
      <Field
        label="标题"
        required
        maxLength={30}
        placeholder="例如：北门加一盏路灯"
        value={title}
        error={missing(title, '请填写标题') ?? fields.title}
        onChange={(typed) => form.write({ title: typed })}
      />
      <Field
        label="内容"
        kind="lines"
        required
        maxLength={1000}
        counter={text.length > 800}
        placeholder="为什么要议、希望怎么办"
        value={text}
        error={missing(text, '请填写内容') ?? fields.text}
        onChange={(typed) => form.write({ text: typed })}
      />
      <SimilarTopics topics={topics} />
      {reaches.length > 1 && (
        <LongChoice
          label="跟谁有关"
          options={reaches.map(({ value, label }) => ({ value, label }))}
          value={reachOf(reaches, reach).value}
          unit="个范围"
          placeholder="搜小区、网格或楼"
          searchLabel="搜范围"
          onChange={(chosen) => form.write({ reach: chosen })}
        />
      )}
      <Submit
        words="提交议题"
        busy={command.isPending}
        problem={problemOf(command.error) ?? command.error?.message}
        onPress={send}
      />
    </Page>
  )
}
