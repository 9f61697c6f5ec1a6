import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { DayInput } from '@/features/issues/day-input'
import { PersonPicker } from '@/features/issues/person-picker'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos, type Photos } from '@/features/issues/use-photos'
import { dayOf } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { SwitchCell } from '@/ui/cell'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { Answers, Ask, AskField } from './ask'
import { useAnswers } from './use-answers'
import './ask-sheet.scss'

/** As much of the issue as the form looks at. */
interface About {
  id: string
  now: string
  owner: { personId: string }
}
type Props = { ask: Ask; about: About; onClose: () => void }

const missingIn = ({ fields }: Ask, { personId, dueOn, words }: Answers): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      if (field.kind === 'person') return personId ? [] : [[field.name, '请选择一位']]
      if (field.kind === 'day') return dueOn ? [] : [[field.name, '请选择日期']]
      if (field.kind === 'photos' || field.kind === 'switch' || field.isOptional || words[field.name]?.trim()) return []
      return [[field.name, `请填写${field.label}`]]
    }),
  )

/** A small form in a sheet, from what it asks; it stays open, with everything typed, until the server has taken it. */
export function AskSheet({ ask, about, onClose }: Props) {
  const { answers, give: take, ...form } = useAnswers(ask)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('result')
  const command = useCommand(ask.name, form.forget)

  const give = (field: string, change: (before: Answers) => Answers) => {
    take(change)
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([name]) => name !== field)))
  }
  const send = async () => {
    const missing = missingIn(ask, answers)
    setErrors(missing)
    setProblem(undefined)
    if (Object.keys(missing).length > 0) return showFirstError()
    setWorking(true)
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem('有照片没有传上去，请点按照片重试，或先删掉')
      await command.mutateAsync(ask.input({ ...answers, fileIds }))
      toast(ask.done)
      onClose()
    } catch (error) {
      const failed = error as CallError
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      showFirstError()
      if (failed.code === 'FILE_NOT_YOURS') photos.resend()
    } finally {
      setWorking(false)
    }
  }
  return (
    <Sheet
      open
      title={ask.title}
      onClose={onClose}
      actions={
        <Submit words={ask.submit} danger={ask.danger} busy={isWorking} problem={problem} onPress={() => void send()} />
      }
    >
      <View>
        <View className="ask-explain">{ask.explain}</View>
        <TakenUp form={form} />
        {ask.fields.map((field) => (
          <AskInput
            key={field.name}
            field={field}
            about={about}
            answers={answers}
            error={errors[field.name]}
            photos={photos}
            onGive={give}
          />
        ))}
      </View>
    </Sheet>
  )
}

type InputProps = {
  field: AskField
  about: About
  answers: Answers
  error: string | undefined
  photos: Photos
  onGive: (field: string, change: (before: Answers) => Answers) => void
}

function AskInput({ field, about, answers, error, photos, onGive }: InputProps) {
  const { name, label } = field
  switch (field.kind) {
    case 'person':
      return (
        <PersonPicker
          label={label}
          required
          issue={about}
          move="dispatch"
          value={answers.personId || undefined}
          error={error}
          onChange={(personId) => onGive(name, (before) => ({ ...before, personId }))}
        />
      )
    case 'day':
      return (
        <DayInput
          label={label}
          required
          value={answers.dueOn || undefined}
          today={dayOf(about.now)}
          error={error}
          onChange={(dueOn) => onGive(name, (before) => ({ ...before, dueOn }))}
        />
      )
    case 'photos':
      return <PhotoInput label={label} photos={photos} help={field.help} error={error} />
    case 'switch':
      return (
        <SwitchCell
          title={label}
          note={field.help}
          on={Boolean(answers.words[name])}
          onChange={(on) =>
            onGive(name, (before) => ({ ...before, words: { ...before.words, [name]: on ? 'on' : '' } }))
          }
        />
      )
    case 'lines':
    case 'text':
      return (
        <Field
          label={label}
          kind={field.kind}
          required={!field.isOptional}
          optional={field.isOptional}
          maxLength={field.max}
          counter={(answers.words[name]?.length ?? 0) > field.max * 0.8}
          placeholder={field.placeholder}
          value={answers.words[name] ?? ''}
          error={error}
          onChange={(typed) => onGive(name, (before) => ({ ...before, words: { ...before.words, [name]: typed } }))}
        />
      )
  }
}
