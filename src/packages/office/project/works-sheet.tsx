import { View } from '@tarojs/components'
import { useState } from 'react'
import { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import type { ProjectView } from '@/features/projects/words'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { ShownPairs } from './shown-pairs'
import { SitesField } from './sites-field'

const newSpot = 'new'

/** What is done, from when to when, how large, the same places before and after, and how far each building is. */
export function WorksSheet({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const known = project.works
  // What is changed is what stood there when the sheet was opened, however often it is read again meanwhile.
  const [seenAt] = useState(project.updatedAt)
  const today = dayOf(project.now)
  const [what, setWhat] = useState(known?.what ?? '')
  const [startOn, setStart] = useState(known?.startOn ?? '')
  const [endOn, setEnd] = useState(known?.endOn ?? '')
  const [area, setArea] = useState(known?.areaSquareMeters?.toString() ?? '')
  const [sites, setSites] = useState(
    project.sites.map(({ buildingId, weight, percent }) => ({ buildingId, weight, percent })),
  )
  const [pairs, setPairs] = useState(known?.pairs ?? [])
  const open = pairs.filter(({ after }) => after === null)
  const [chosen, setChosen] = useState(open[0]?.spot ?? newSpot)
  const [spot, setSpot] = useState('')
  const [problem, setProblem] = useState<CallError | null>(null)
  const [isWorking, setWorking] = useState(false)
  const before = usePhotos('progress')
  const after = usePhotos('result')
  const command = useCommand('projects.setWorks')
  // The spot that was chosen may have been taken out.
  const isNew = !open.some((pair) => pair.spot === chosen)
  const fields = problem?.fields ?? {}
  const hasPhotos = before.held.length + after.held.length > 0

  const pairsWith = (befores: readonly string[], afters: readonly string[]) => {
    const kept = pairs.map((pair) => ({
      spot: pair.spot,
      beforeId: pair.before.id,
      ...(pair.after ? { afterId: pair.after.id } : {}),
    }))
    if (!isNew) return kept.map((pair) => (pair.spot === chosen && afters[0] ? { ...pair, afterId: afters[0] } : pair))
    const [beforeId] = befores
    return beforeId ? [...kept, { spot, beforeId, ...(afters[0] ? { afterId: afters[0] } : {}) }] : kept
  }

  const send = async () => {
    setProblem(null)
    setWorking(true)
    try {
      const [befores, afters] = await Promise.all([before.settle(), after.settle()])
      if (!befores || !afters) return setProblem(new CallError('OFFLINE', '有照片没有传上去，请点按照片重试，或先删掉'))
      await command.mutateAsync({
        id: project.id,
        seenAt,
        what,
        startOn,
        ...(endOn ? { endOn } : {}),
        ...(area ? { areaSquareMeters: Number(area) } : {}),
        pairs: pairsWith(befores, afters),
        sites,
      })
      toast('已记下')
      onClose()
    } catch (error) {
      const failed = error as CallError
      setProblem(failed)
      if (failed.code === 'FILE_NOT_YOURS') for (const photos of [before, after]) photos.resend()
    } finally {
      setWorking(false)
    }
  }
  const isSpotMissing = hasPhotos && isNew && (spot.trim() === '' || before.held.length === 0)
  return (
    <Sheet
      open
      title="施工、照片和进度"
      onClose={onClose}
      actions={
        <Submit
          words="记下"
          busy={isWorking}
          problem={problemOf(problem)}
          disabled={what.trim() === '' || startOn === '' || isSpotMissing}
          reason={isSpotMissing ? '新的一处要写拍的是哪里，并有施工前的照片' : '请填写做了什么和开工日期'}
          onPress={() => void send()}
        />
      }
    >
      <View>
        <Field
          label="做了什么"
          kind="lines"
          required
          maxLength={200}
          value={what}
          error={fields.what}
          onChange={setWhat}
        />
        <DayField
          label="开工日期"
          required
          value={startOn || undefined}
          from={addDays(today, -1095)}
          to={addDays(today, 365)}
          error={fields.startOn}
          onChange={setStart}
        />
        <DayField
          label="完工日期"
          help="还在施工就先空着；天数头尾都算"
          value={endOn || undefined}
          from={startOn || addDays(today, -1095)}
          to={today}
          error={fields.endOn}
          onChange={setEnd}
        />
        <Field
          label="面积（平方米）"
          optional
          maxLength={8}
          value={area}
          error={fields.areaSquareMeters}
          onChange={(typed) => setArea(typed.replace(/[^\d.]/g, ''))}
        />
        <ShownPairs pairs={pairs} onRemove={(spot) => setPairs(pairs.filter((pair) => pair.spot !== spot))} />
        {open.length > 0 && (
          <Choice
            label="照片是哪一处的"
            options={[
              ...open.map((pair) => ({ value: pair.spot, label: pair.spot })),
              { value: newSpot, label: '新的一处' },
            ]}
            value={isNew ? newSpot : chosen}
            onChange={setChosen}
          />
        )}
        {isNew ? (
          <>
            <Field
              label="照片拍的是哪里"
              optional
              maxLength={40}
              placeholder="例如：小区南侧围墙边"
              value={spot}
              onChange={setSpot}
            />
            <PhotoInput label="施工前" photos={before} max={1} />
          </>
        ) : (
          <Banner icon="camera">请站在拍施工前照片的同一处，拍现在的样子。</Banner>
        )}
        <PhotoInput label="施工后" photos={after} max={1} help="和施工前同一处" error={fields.pairs} />
        <SitesField value={sites} error={fields.sites} onChange={setSites} />
      </View>
    </Sheet>
  )
}
