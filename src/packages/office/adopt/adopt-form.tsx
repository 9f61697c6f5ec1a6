import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import type { ContractOf } from '@/shared/contracts'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import type { InputOf } from '@/shared/kernel/capability'
import { addDays, dayOf } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'
import { AdopterField, type AdopterTyped } from './adopter-field'

const turns = [
  { value: '2/1', label: '每日 2 次' },
  { value: '1/1', label: '每日 1 次' },
  { value: '2/7', label: '每周 2 次' },
  { value: '1/7', label: '每周 1 次' },
  { value: '1/30', label: '每月 1 次' },
]
const spans = [
  { value: '90', label: '3 个月' },
  { value: '180', label: '半年' },
  { value: '365', label: '一年' },
]

type Adopter = InputOf<ContractOf<'issues.addAdoption'>>['adopter']

const adopterOf = ({ kind, personId, unitName, isNamed }: AdopterTyped): Adopter => {
  if (kind === 'community') return { kind }
  return kind === 'localUnit' ? { kind, personId, name: unitName } : { kind, personId, isNamed }
}

/** Which plot, who, what how often, and until when; the photo of the plot is the issue's. */
export function AdoptForm({ now, issue }: { now: string; issue: IssueDetail | undefined }) {
  const today = dayOf(now)
  const [name, setName] = useState('')
  const [place, setPlace] = useState(issue?.place.label ?? '')
  const [area, setArea] = useState(issue?.works?.areaSquareMeters?.toString() ?? '')
  const [adopter, setAdopter] = useState<AdopterTyped>({
    kind: 'community',
    personId: '',
    unitName: '',
    isNamed: false,
  })
  const [what, setWhat] = useState('捡拾垃圾')
  const [turn, setTurn] = useState('1/7')
  const [span, setSpan] = useState('365')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const command = useCommand('issues.addAdoption')

  const missing = (): Record<string, string> => ({
    ...(name.trim() ? {} : { name: '请填写地块名称' }),
    ...(place.trim() ? {} : { place: '请填写地块位置' }),
    ...(area && !(Number(area) > 0) ? { areaSquareMeters: '面积须是大于 0 的数字' } : {}),
    ...(adopter.kind === 'community' || adopter.personId ? {} : { adopter: '请选择认养人' }),
    ...(what.trim() ? {} : { what: '请填写职责' }),
  })
  const send = () => {
    const found = missing()
    setErrors(found)
    if (Object.keys(found).length > 0) return showFirstError()
    const [times = 1, everyDays = 7] = turn.split('/').map(Number)
    command.mutate(
      {
        ...(issue ? { issueId: issue.id } : {}),
        name,
        place,
        ...(area ? { areaSquareMeters: Number(area) } : {}),
        adopter: adopterOf(adopter),
        duty: { what, times, everyDays },
        from: today,
        to: addDays(today, Number(span)),
      },
      {
        onSuccess: ({ id }) => {
          toast('已登记认养')
          void Taro.redirectTo({ url: `/packages/resident/adoption/index?id=${id}` })
        },
        onError: (error) => {
          setErrors(error.fields)
          showFirstError()
        },
      },
    )
  }
  return (
    <View>
      <Field
        label="地块名称"
        required
        maxLength={40}
        placeholder="例如：王舍路南侧绿地"
        value={name}
        error={errors.name}
        onChange={setName}
      />
      <Field label="地块位置" required maxLength={80} value={place} error={errors.place} onChange={setPlace} />
      <Field
        label="面积（平方米）"
        kind="number"
        optional
        value={area}
        error={errors.areaSquareMeters}
        onChange={setArea}
      />
      <AdopterField value={adopter} error={errors.adopter} onChange={setAdopter} />
      <Field label="职责" required maxLength={100} value={what} error={errors.what} onChange={setWhat} />
      <Choice label="多久一次" required options={turns} value={turn} onChange={setTurn} />
      <Choice label="认养多久" required options={spans} value={span} onChange={setSpan} />
      <Submit words="登记认养" busy={command.isPending} problem={problemOf(command.error)} onPress={send} />
    </View>
  )
}
