import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import type { RankingShows } from '@/shared/kernel/ranking'
import { Choice, Choices } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

const shown = [
  { value: 'masked', label: '部分姓名', note: '如 王*霞' },
  { value: 'name', label: '全名' },
] as const satisfies readonly { value: RankingShows; label: string; note?: string }[]

const adult = [{ value: 'adult', label: '我已年满 18 周岁' }] as const

/** What is shown to whom, before anything is; nothing is ticked beforehand. */
export function ConsentSheet({ onClose }: { onClose: () => void }) {
  const [shows, setShows] = useState<RankingShows>('masked')
  const [ticked, setTicked] = useState<'adult'[]>([])
  const command = useCommand('activities.setRanking')
  const isAdult = ticked.includes('adult')
  const agree = () =>
    command.mutate(
      { isListed: true, shows, isAdult },
      {
        onSuccess: () => {
          toast('已在排行榜上显示')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="在排行榜上显示我"
      onClose={onClose}
      actions={
        <Submit
          words="同意显示"
          busy={command.isPending}
          problem={command.error?.message}
          disabled={!isAdult}
          reason="请先确认已年满 18 周岁"
          onPress={agree}
        />
      }
    >
      <View>
        <View className="ranking-consent">
          本社区的居民会看到您的称呼、服务时长和得分，看不到您参加了什么。随时可以关，关了立即撤下。
        </View>
        <Choice label="怎么称呼您" layout="list" options={shown} value={shows} onChange={setShows} />
        <Choices label="年龄" layout="list" options={adult} value={ticked} onChange={setTicked} />
      </View>
    </Sheet>
  )
}
