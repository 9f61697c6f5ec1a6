import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { addDays, dayOf } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'

const pairsMax = 3

/** Photos as pairs in their order; without a new one of before, the report's own photos stand for it. */
const pairsOf = (issue: IssueDetail, spot: string, before: readonly string[], after: readonly string[]) => {
  const kept = (issue.works?.pairs ?? []).map((pair) => ({
    spot: pair.spot,
    beforeId: pair.before.id,
    ...(pair.after ? { afterId: pair.after.id } : {}),
  }))
  const firsts = before.length > 0 ? before : after.length > 0 ? issue.photos.map(({ id }) => id) : []
  const used = kept.flatMap(({ beforeId }) => beforeId)
  const fresh = firsts
    .filter((beforeId) => !used.includes(beforeId))
    .slice(0, Math.max(before.length, after.length))
    .map((beforeId, at) => ({
      spot: at === 0 ? spot : `${spot}（${at + 1}）`,
      beforeId,
      ...(after[at] ? { afterId: after[at] } : {}),
    }))
  return [...kept, ...fresh].slice(-pairsMax)
}

/** What was done, from when to when, how large, and how it looks. */
export function WorksForm({ issue }: { issue: IssueDetail }) {
  const today = dayOf(issue.now)
  const known = issue.works
  const [what, setWhat] = useState(known?.what ?? '')
  const [startOn, setStart] = useState(known?.startOn ?? '')
  const [endOn, setEnd] = useState(known?.endOn ?? '')
  const [area, setArea] = useState(known?.areaSquareMeters?.toString() ?? '')
  const [spot, setSpot] = useState('')
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isWorking, setWorking] = useState(false)
  const before = usePhotos('progress')
  const after = usePhotos('result')
  const command = useCommand('issues.setWorks')

  const missing = (): Record<string, string> => ({
    ...(what.trim() ? {} : { what: '请填写做了什么' }),
    ...(startOn ? {} : { startOn: '请选择开工日期' }),
    ...(area && !(Number(area) > 0) ? { areaSquareMeters: '面积须是大于 0 的数字' } : {}),
    ...(before.held.length + after.held.length > 0 && !spot.trim() ? { spot: '请写拍的是哪里' } : {}),
  })
  const send = async () => {
    const found = missing()
    setErrors(found)
    setProblem(undefined)
    if (Object.keys(found).length > 0) return showFirstError()
    setWorking(true)
    try {
      const [first, second] = await Promise.all([before.settle(), after.settle()])
      if (!first || !second) return setProblem('有照片没有传上去，请点按照片重试，或先删掉')
      await command.mutateAsync({
        id: issue.id,
        what,
        startOn,
        ...(endOn ? { endOn } : {}),
        ...(area ? { areaSquareMeters: Number(area) } : {}),
        pairs: pairsOf(issue, spot, first, second),
      })
      toast('已记录整治工程')
      void Taro.navigateBack()
    } catch (error) {
      const failed = error as CallError
      setProblem(problemOf(failed))
      setErrors(failed.fields)
      showFirstError()
      if (failed.code === 'FILE_NOT_YOURS') [before, after].forEach((photos) => photos.resend())
    } finally {
      setWorking(false)
    }
  }
  return (
    <View>
      <Field
        label="做了什么"
        kind="lines"
        required
        maxLength={200}
        placeholder="例如：清运堆放的垃圾，平整后种草坪"
        value={what}
        error={errors.what}
        onChange={setWhat}
      />
      <DayField
        label="开工日期"
        required
        value={startOn || undefined}
        from={addDays(today, -1095)}
        to={addDays(today, 365)}
        error={errors.startOn}
        onChange={setStart}
      />
      <DayField
        label="完工日期"
        optional
        help="还在施工就先空着"
        value={endOn || undefined}
        from={startOn || addDays(today, -1095)}
        to={today}
        error={errors.endOn}
        onChange={setEnd}
      />
      <Field
        label="面积（平方米）"
        kind="number"
        optional
        value={area}
        error={errors.areaSquareMeters}
        onChange={setArea}
      />
      <Field
        label="照片拍的是哪里"
        optional
        maxLength={40}
        placeholder="例如：小区南侧围墙边"
        value={spot}
        error={errors.spot}
        onChange={setSpot}
      />
      <PhotoInput label="整治前" photos={before} max={pairsMax} help="不传就用上报时的照片" />
      <PhotoInput label="整治后" photos={after} max={pairsMax} help="和整治前同一处，按顺序一一对应" />
      <Submit words="记下" busy={isWorking} problem={problem} onPress={() => void send()} />
    </View>
  )
}
