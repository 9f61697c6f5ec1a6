import { View } from '@tarojs/components'
import { useState } from 'react'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { ActionBar } from '@/ui/action-bar'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { mergeProblem, useMerging } from './use-merging'

/** At the foot while rows are chosen: merges them into the one reported first. */
export function MergeBar({ chosen, onEnd }: { chosen: readonly IssueBrief[]; onEnd: () => void }) {
  const [problems, setProblems] = useState<readonly string[]>([])
  const { isWorking, merge } = useMerging()
  const [ask, dialog] = useConfirm()
  const why = mergeProblem(chosen)
  const run = async () => {
    const first = [...chosen].sort((a, b) => a.createdAt.localeCompare(b.createdAt))[0]!
    const isSure = await ask({
      title: `合并这 ${chosen.length} 件？`,
      words: `都并到最早上报的 ${first.code}（${first.placeLabel}）。上报人跟着它看进展；合错了可以在它的页面里取消。`,
      confirmText: '合并',
    })
    if (!isSure) return
    const outcome = await merge(chosen)
    setProblems(outcome.problems)
    if (outcome.merged > 0) toast(`已合并 ${outcome.merged} 件`)
    if (outcome.problems.length === 0) onEnd()
  }
  return (
    <View className="book-merge">
      {problems.length > 0 && <Banner tone="danger">{`没有合并的：${problems.join('；')}`}</Banner>}
      <ActionBar note={`已选 ${chosen.length} 件${why && chosen.length > 1 ? `，${why}` : ''}`}>
        <Button block tone="secondary" disabled={isWorking} onPress={onEnd}>
          取消
        </Button>
        <Button block disabled={why !== null} loading={isWorking} loadingText="正在合并…" onPress={() => void run()}>
          合并选中的
        </Button>
      </ActionBar>
      {dialog}
    </View>
  )
}
