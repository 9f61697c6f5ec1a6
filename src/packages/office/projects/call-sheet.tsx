import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { readYuan, yuanDecimal } from '@/shared/kernel/money'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Choices } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

export type Call = OutputOf<ContractOf<'projects.listCalls'>>['calls'][number]

type Props = {
  call: Call | null
  partyGroups: readonly { id: string; name: string }[]
  now: string
  onClose: () => void
}

/** Names of groups as they are typed: one a line, or with commas between. */
const namesOf = (typed: string): string[] => typed.split(/[\n,，、;；]+/).flatMap((name) => name.trim() || [])

/** A call for proposals: when, from whom, and how much there is. */
export function CallSheet({ call, partyGroups, now, onClose }: Props) {
  const today = dayOf(now)
  const unitsOf = (kind: Call['units'][number]['kind']) => (call?.units ?? []).filter((unit) => unit.kind === kind)
  const [title, setTitle] = useState(call?.title ?? '')
  const [text, setText] = useState(call?.text ?? '')
  const [from, setFrom] = useState(call?.from ?? today)
  const [to, setTo] = useState(call?.to ?? addDays(today, 30))
  const [fund, setFund] = useState(call ? yuanDecimal(call.fundFen) : '')
  const [groupIds, setGroupIds] = useState(
    call ? unitsOf('partyGroup').map(({ id }) => id) : partyGroups.map(({ id }) => id),
  )
  const [residents, setResidents] = useState(
    unitsOf('residentGroup')
      .map(({ name }) => name)
      .join('\n'),
  )
  const command = useCommand('projects.setCall')
  const fundFen = readYuan(fund)
  const fields = command.error?.fields ?? {}
  const send = () =>
    fundFen !== null &&
    command.mutate(
      {
        ...(call ? { id: call.id, version: call.version } : {}),
        title,
        text,
        from,
        to,
        fundFen,
        partyGroupIds: groupIds,
        residentGroups: namesOf(residents),
      },
      {
        onSuccess: () => {
          toast('已保存')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={call ? '修改征集' : '发起一次征集'}
      onClose={onClose}
      actions={
        <Submit
          words="保存"
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={title.trim() === '' || text.trim() === '' || fundFen === null}
          reason="请填写名称、说明和专项经费"
          onPress={() => void send()}
        />
      }
    >
      <View>
        <Field label="名称" required maxLength={40} value={title} error={fields.title} onChange={setTitle} />
        <Field label="说明" kind="lines" required maxLength={500} value={text} error={fields.text} onChange={setText} />
        <DayField
          label="开始"
          required
          value={from}
          from={addDays(today, -365)}
          to={addDays(today, 365)}
          onChange={setFrom}
        />
        <DayField
          label="截止"
          required
          value={to}
          from={from}
          to={addDays(from, 365)}
          error={fields.to}
          onChange={setTo}
        />
        <Field
          label="专项经费（元）"
          required
          maxLength={13}
          value={fund}
          error={fields.fundFen ?? (fund !== '' && fundFen === null ? '请写成 500000 或 500000.00 这样' : undefined)}
          onChange={setFund}
        />
        <Choices
          label="面向哪些党小组"
          options={partyGroups.map(({ id, name }) => ({ value: id, label: name }))}
          value={groupIds}
          onChange={setGroupIds}
        />
        <Field
          label="面向哪些居民小组"
          kind="lines"
          optional
          maxLength={1000}
          help="一行一个"
          value={residents}
          error={fields.residentGroups}
          onChange={setResidents}
        />
      </View>
    </Sheet>
  )
}
