import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import type { ProjectView } from '@/features/projects/words'
import { noticeDaysMin } from '@/shared/kernel/notice-days'
import { projectMoveNames, type ProjectMove } from '@/shared/kernel/projects'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Banner } from '@/ui/card'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { PersonField } from './person-field'

/** What is asked for with each step, and what it means. */
const hints: Partial<Record<ProjectMove, { label: string; placeholder?: string; note?: string }>> = {
  screen: { label: '初审意见', placeholder: '例如：可行，提交议事会讨论', note: '通过后，名称和说明向居民公开。' },
  deliberate: { label: '决议内容', placeholder: '例如：同意实施，垃圾清完后种草' },
  approve: { label: '立项说明', note: '专项经费从征集的经费里扣除，不够就不能立项。' },
  accept: { label: '验收意见', note: '负责人不能自己验收。' },
  settle: { label: '决算说明', note: '公布以后不能再改。' },
  decline: { label: '原因', placeholder: '写清为什么，提案人会看到' },
}

/** What the content check has not cleared, said before it is shown to everybody. */
const checkWords: Partial<Record<NonNullable<ProjectView['textCheck']>, string>> = {
  waiting: '内容检查还没有结果，请仔细看过再通过。',
  review: '内容检查拿不准，请仔细看过再通过。',
  risky: '内容检查判定有风险，不能公开。',
}

type Props = { project: ProjectView; move: ProjectMove; onClose: () => void }

/** Takes the project one step further, with what the step needs. */
export function MoveSheet({ project, move, onClose }: Props) {
  const today = dayOf(project.now)
  const form = useHalfWritten(`project ${project.id} ${move}`, { sentence: '' })
  const { sentence } = form.words
  const [ownerId, setOwner] = useState<string | null>(null)
  const [until, setUntil] = useState(move === 'announce' ? addDays(today, noticeDaysMin) : '')
  const command = useCommand('projects.moveProject', form.forget)
  const hint = hints[move]
  const fields = command.error?.fields ?? {}
  const send = () =>
    command.mutate(
      {
        id: project.id,
        move,
        ...(sentence.trim() ? { sentence } : {}),
        ...(ownerId ? { ownerId } : {}),
        ...(until ? { until } : {}),
      },
      {
        onSuccess: () => {
          toast(projectMoveNames[move])
          onClose()
        },
      },
    )
  const isReady = !hint || sentence.trim() !== ''
  const isNamed = move !== 'deliberate' || (ownerId !== null && until !== '')
  return (
    <Sheet
      open
      title={projectMoveNames[move]}
      onClose={onClose}
      actions={
        <Submit
          words={projectMoveNames[move]}
          danger={move === 'decline'}
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={!isReady || !isNamed}
          reason={isNamed ? '请写一句说明' : '决议要有负责人和办完的日期'}
          onPress={send}
        />
      }
    >
      <View>
        <TakenUp form={form} />
        {hint?.note && <Banner icon="info">{hint.note}</Banner>}
        {move === 'screen' && project.textCheck && checkWords[project.textCheck] && (
          <Banner tone="warn" icon="info">
            {checkWords[project.textCheck]}
          </Banner>
        )}
        {move === 'start' && <Banner icon="info">开工前先在“施工、照片和进度”里填开工日期。</Banner>}
        {hint && (
          <Field
            label={hint.label}
            kind="lines"
            required
            maxLength={500}
            placeholder={hint.placeholder}
            value={sentence}
            error={fields.sentence}
            onChange={(typed) => form.write({ sentence: typed })}
          />
        )}
        {move === 'deliberate' && (
          <>
            <PersonField label="负责人" value={ownerId} error={fields.ownerId} onChange={setOwner} />
            <DayField
              label="什么时候办完"
              required
              value={until || undefined}
              help={`项目还要公示至少 ${noticeDaysMin} 天，选公示期满以后的一天`}
              from={addDays(today, noticeDaysMin + 1)}
              to={addDays(today, 730)}
              error={fields.until}
              onChange={setUntil}
            />
          </>
        )}
        {move === 'announce' && (
          <DayField
            label="公示到哪一天"
            required
            help={`至少 ${noticeDaysMin} 天`}
            value={until}
            from={addDays(today, noticeDaysMin)}
            to={addDays(today, 90)}
            error={fields.until}
            onChange={setUntil}
          />
        )}
      </View>
    </Sheet>
  )
}
