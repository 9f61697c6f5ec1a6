import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCapability, useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import { themeNames, themes } from '@/shared/kernel/themes'
import { dayOf } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'
import { inputOf, missingIn, type Typed } from './typed'
import { WhenFields } from './when-fields'
import { WhereFields } from './where-fields'
import { WhoFields } from './who-fields'

const blank: Typed = {
  theme: 'elders',
  title: '',
  text: '',
  skills: '',
  point: undefined,
  placeWords: '',
  frequency: 'once',
  weekdays: ['6'],
  times: ['09:00'],
  minutes: '120',
  from: '',
  to: '',
  capacity: '20',
  headCountMin: '3',
  halfPointsPerHour: '',
}

/** A new activity, from what it is to how it looks. */
export function ActivityForm({ now }: { now: string }) {
  const [typed, setTyped] = useState(blank)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('activity')
  const usual = useCapability('activities.listThemes', {}, { staleMinutes: 60 }).data
  const command = useCommand('activities.createActivity')
  // Until one is chosen, an hour earns what the community has set.
  const whole = { ...typed, halfPointsPerHour: typed.halfPointsPerHour || String(usual?.halfPointsPerHour ?? 2) }
  const give = (fields: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...fields }))
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in fields))))
  }
  const send = async () => {
    const missing = missingIn(typed)
    const input = inputOf(whole)
    setErrors(missing)
    setProblem(undefined)
    if (Object.keys(missing).length > 0 || !input) return showFirstError()
    setWorking(true)
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem('封面没有传上去，请点按照片重试，或先删掉')
      const [coverFileId] = fileIds
      const made = await command.mutateAsync({ ...input, ...(coverFileId ? { coverFileId } : {}) })
      toast(made.state === 'open' ? `已发布，排出 ${made.sessions} 场` : '已提交，工作人员审核后通知您')
      void Taro.redirectTo({ url: `/packages/office/activity/index?id=${made.id}` })
    } catch (error) {
      const failed = error as CallError
      setProblem(problemOf(failed) ?? failed.message)
      setErrors(failed.fields)
      showFirstError()
    } finally {
      setWorking(false)
    }
  }
  return (
    <>
      <Section title="做什么">
        <Choice
          label="主题"
          required
          options={
            usual?.themes.map((one) => ({ value: one.theme, label: one.name })) ??
            themes.map((value) => ({ value, label: themeNames[value] }))
          }
          value={typed.theme}
          onChange={(theme) => give({ theme })}
        />
        <Field
          label="名称"
          required
          maxLength={30}
          placeholder="例如：陪老人聊天"
          value={typed.title}
          error={errors.title}
          onChange={(title) => give({ title })}
        />
        <Field
          label="说明"
          kind="lines"
          required
          maxLength={1000}
          counter={typed.text.length > 800}
          placeholder="做什么、带什么、注意什么"
          value={typed.text}
          error={errors.text}
          onChange={(text) => give({ text })}
        />
        <Field
          label="需要的技能"
          optional
          maxLength={100}
          placeholder="例如：会理发、会修家电"
          value={typed.skills}
          error={errors.skills}
          onChange={(skills) => give({ skills })}
        />
      </Section>
      <WhereFields typed={typed} errors={errors} onGive={give} />
      <WhenFields typed={typed} errors={errors} today={dayOf(now)} onGive={give} />
      <WhoFields typed={whole} errors={errors} onGive={give} />
      <PhotoInput label="封面照片" photos={photos} max={1} help="不是必须" />
      <Submit words="提交活动" busy={isWorking} problem={problem} onPress={() => void send()} />
    </>
  )
}
