import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { DayInput } from '@/features/issues/day-input'
import type { ContractOf } from '@/shared/contracts'
import {
  conflictRuleNames,
  conflictRules,
  matterNames,
  matters,
  type ConflictRule,
  type Matter,
} from '@/shared/kernel/consents'
import type { OutputOf } from '@/shared/kernel/capability'
import { addDays, dayOf, startOfDay, toInstant } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { CounterField } from './counter-field'
import { ScopeFields, type Scope } from './scope-fields'

type Estates = OutputOf<ContractOf<'organization.listPlaces'>>['estates']
type Progress = 'public' | 'withheld'

/** What is asked, of whom, how it counts and until when; all of it is fixed with the opening. */
export function OpenForm({ estates, now }: { estates: Estates; now: string }) {
  const today = dayOf(now)
  const form = useHalfWritten('consent', { title: '', question: '' })
  const { title, question } = form.words
  const [scope, setScope] = useState<Scope>({ kind: 'buildings', ids: [] })
  const [matter, setMatter] = useState<Matter | null>(null)
  const [rule, setRule] = useState<ConflictRule>('latest')
  const [progress, setProgress] = useState<Progress>('public')
  const [until, setUntil] = useState<string>()
  const [counterIds, setCounters] = useState<string[]>([])
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const command = useCommand('consents.openConsent', form.forget)
  const [ask, dialog] = useConfirm()

  const missing = (): Record<string, string> => ({
    ...(title.trim() ? {} : { title: '请填写标题' }),
    ...(question.trim() ? {} : { question: '请填写征询内容' }),
    ...(scope.ids.length > 0 ? {} : { scope: '请选择要征询的楼、单元或住户' }),
    ...(matter ? {} : { matter: '请选择一般事项或重大事项' }),
    ...(until ? {} : { closesAt: '请选择截止日期' }),
    ...(counterIds.length === 1 ? { counterIds: '监票人至少要两位' } : {}),
  })
  const send = async () => {
    const found = missing()
    setErrors(found)
    setProblem(undefined)
    if (!matter || !until || Object.keys(found).length > 0) return showFirstError()
    const words = '户册随即冻结，范围、算法、截止时间和公不公开都不能再改。'
    if (!(await ask({ title: '发起这次征询？', words, confirmText: '发起', cancelText: '再看看' }))) return
    try {
      const closesAt = toInstant(startOfDay(addDays(until, 1)))
      const isProgressPublic = progress === 'public'
      const input = { title, question, matter, rule, isProgressPublic, closesAt, scope, counterIds }
      const { id } = await command.mutateAsync(input)
      toast('已发起，正在冻结户册')
      void Taro.redirectTo({ url: `/packages/participation/consent/index?id=${id}` })
    } catch (error) {
      const failed = error as CallError
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      showFirstError()
    }
  }
  return (
    <View>
      <TakenUp form={form} />
      <Field
        label="标题"
        required
        maxLength={60}
        placeholder="例如：停车位改造征询"
        value={title}
        error={errors.title}
        onChange={(typed) => form.write({ title: typed })}
      />
      <Field
        label="征询内容"
        required
        kind="lines"
        rows={5}
        maxLength={2000}
        help="写清楚做什么、花谁的钱、影响谁；同意和不同意各会怎样"
        value={question}
        error={errors.question}
        onChange={(typed) => form.write({ question: typed })}
      />
      <ScopeFields estates={estates} value={scope} error={errors.scope} onChange={setScope} />
      <Choice
        label="事项"
        required
        layout="list"
        help="改变共有部分的用途，如划停车位，属于第八项。这里只决定旁边对照哪一档数字。"
        options={matters.map((value) => ({ value, label: matterNames[value] }))}
        value={matter}
        error={errors.matter}
        onChange={setMatter}
      />
      <Choice
        label="纸质和网上签的不一样时"
        required
        layout="list"
        options={conflictRules.map((value) => ({ value, label: conflictRuleNames[value] }))}
        value={rule}
        onChange={setRule}
      />
      <Choice
        label="截止前的进度"
        required
        layout="list"
        help="只公开总数和各楼的数，任何时候都不公开哪一户怎么签"
        options={[
          { value: 'public', label: '公开' },
          { value: 'withheld', label: '截止后随结果公布' },
        ]}
        value={progress}
        onChange={setProgress}
      />
      <DayInput
        label="截止（当天 24 点）"
        required
        value={until}
        today={today}
        error={errors.closesAt}
        onChange={setUntil}
      />
      <CounterField today={today} value={counterIds} error={errors.counterIds} onChange={setCounters} />
      <Submit words="发起征询" busy={command.isPending} problem={problem} onPress={() => void send()} />
      {dialog}
    </View>
  )
}
