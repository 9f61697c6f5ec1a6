import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
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

/** Which plot and what it looks like now, who, what how often, and until when. */
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
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('progress')
  const command = useCommand('issues.addAdoption')

  const missing = (): Record<string, string> => ({
    ...(name.trim() ? {} : { name: '请填写地块名称' }),
    ...(place.trim() ? {} : { place: '请填写地块位置' }),
    ...(area && !(Number(area) > 0) ? { areaSquareMeters: '面积须是大于 0 的数字' } : {}),
    ...(adopter.kind === 'community' || adopter.personId ? {} : { adopter: '请选择认养人' }),
    ...(what.trim() ? {} : { what: '请填写职责' }),
  })
  const send = async () => {
    const found = missing()
    setErrors(found)
    setProblem(undefined)
    if (Object.keys(found).length > 0) return showFirstError()
    const [times = 1, everyDays = 7] = turn.split('/').map(Number)
    setWorking(true)
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem('有照片没有传上去，请点按照片重试，或先删掉')
      const { id } = await command.mutateAsync({
        ...(issue ? { issueId: issue.id } : {}),
        name,
        place,
        ...(area ? { areaSquareMeters: Number(area) } : {}),
        fileIds,
        adopter: adopterOf(adopter),
        duty: { what, times, everyDays },
        from: today,
        to: addDays(today, Number(span)),
      })
      toast('已登记认养')
      void Taro.redirectTo({ url: `/packages/resident/adoption/index?id=${id}` })
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
      <PhotoInput
        label="地块现在的样子"
        photos={photos}
        help="不是必须；以后养护得怎么样，可以对照"
        error={errors.fileIds}
      />
      <AdopterField value={adopter} error={errors.adopter} onChange={setAdopter} />
      <Field label="职责" required maxLength={100} value={what} error={errors.what} onChange={setWhat} />
      <Choice label="多久一次" required options={turns} value={turn} onChange={setTurn} />
      <Choice label="认养多久" required options={spans} value={span} onChange={setSpan} />
      <Submit words="登记认养" busy={isWorking} problem={problem} onPress={() => void send()} />
    </View>
  )
}
