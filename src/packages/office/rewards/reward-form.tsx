import { View } from '@tarojs/components'
import { useState } from 'react'
import { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { PhotoInput } from '@/features/issues/photo-input'
import { usePhotos } from '@/features/issues/use-photos'
import { pointsText } from '@/shared/kernel/points'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { PhotoGrid } from '@/ui/photo-grid'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import type { Managed } from './managed'

const photosMax = 3
const pers = [
  { value: 'none', label: '不限' },
  { value: 'month', label: '每人每月' },
  { value: 'ever', label: '每人总共' },
] as const
type Per = (typeof pers)[number]['value']

/** Half points of what was typed in points; null for anything that is no multiple of a half. */
const halfPointsOf = (typed: string): number | null => {
  const doubled = Number(typed) * 2
  return typed.trim() !== '' && Number.isSafeInteger(doubled) && doubled > 0 ? doubled : null
}

type Props = { centreId: string; reward: Managed | null; onClose: () => void }

/** What is said of a reward; for a new one also how many there are. */
export function RewardForm({ centreId, reward, onClose }: Props) {
  const [name, setName] = useState(reward?.name ?? '')
  const [words, setWords] = useState(reward?.words ?? '')
  const [price, setPrice] = useState(reward ? pointsText(reward.price) : '')
  const [stock, setStock] = useState('')
  const [per, setPer] = useState<Per>(reward?.limit?.per ?? 'none')
  const [count, setCount] = useState(String(reward?.limit?.count ?? 1))
  const [kept, setKept] = useState(reward?.photos ?? [])
  const [problem, setProblem] = useState<CallError | null>(null)
  const [isWorking, setWorking] = useState(false)
  const photos = usePhotos('reward')
  const add = useCommand('redemptions.addReward')
  const update = useCommand('redemptions.updateReward')
  const halfPoints = halfPointsOf(price)
  const isReady = name.trim() !== '' && words.trim() !== '' && halfPoints !== null && (reward !== null || stock !== '')

  const send = async () => {
    if (halfPoints === null) return
    setProblem(null)
    setWorking(true)
    try {
      const fileIds = await photos.settle()
      if (!fileIds) return setProblem(new CallError('OFFLINE', '有图片没有传上去，请点按图片重试，或先删掉'))
      const limit = per === 'none' ? null : { count: Number(count), per }
      const said = { name, words, price: halfPoints, limit, fileIds }
      if (reward) {
        const keptFileIds = kept.map(({ id }) => id)
        await update.mutateAsync({ ...said, id: reward.id, keptFileIds, isOffered: reward.isOffered })
      } else await add.mutateAsync({ ...said, centreId, stock: Number(stock) })
      toast(reward ? '已保存' : '已上架')
      onClose()
    } catch (error) {
      setProblem(error as CallError)
    } finally {
      setWorking(false)
    }
  }
  return (
    <Sheet
      open
      title={reward ? '修改兑换品' : '上架一件'}
      onClose={onClose}
      actions={
        <Submit
          words="保存"
          busy={isWorking}
          problem={problemOf(problem)}
          disabled={!isReady}
          reason="请填写名称、说明、积分和数量；积分是 0.5 的整数倍"
          onPress={() => void send()}
        />
      }
    >
      <View>
        <Field label="名称" required maxLength={40} value={name} error={problem?.fields.name} onChange={setName} />
        <Field
          label="说明"
          kind="lines"
          required
          maxLength={300}
          placeholder="规格、保质期、怎么领"
          value={words}
          error={problem?.fields.words}
          onChange={setWords}
        />
        <Field
          label="所需积分"
          required
          maxLength={7}
          placeholder="例如 1.5"
          value={price}
          error={problem?.fields.price}
          onChange={(typed) => setPrice(typed.replace(/[^\d.]/g, ''))}
        />
        {!reward && (
          <Field
            label="数量"
            kind="number"
            required
            maxLength={6}
            value={stock}
            error={problem?.fields.stock}
            onChange={(typed) => setStock(typed.replace(/\D/g, ''))}
          />
        )}
        <Choice label="限量" options={pers} value={per} onChange={setPer} />
        {per !== 'none' && (
          <Field
            label="限几份"
            kind="number"
            required
            maxLength={4}
            value={count}
            error={problem?.fields['limit.count']}
            onChange={(typed) => setCount(typed.replace(/\D/g, ''))}
          />
        )}
        {kept.length > 0 && (
          <PhotoGrid
            label="已有的图片"
            photos={kept.map(({ id, url }) => ({ id, src: url }))}
            onRemove={(id) => setKept((all) => all.filter((photo) => photo.id !== id))}
          />
        )}
        {kept.length < photosMax && (
          <PhotoInput
            label="图片"
            photos={photos}
            max={photosMax - kept.length}
            help="最多三张，第一张显示在列表里"
            error={problem?.fields.fileIds}
          />
        )}
      </View>
    </Sheet>
  )
}
