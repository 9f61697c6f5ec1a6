import { View } from '@tarojs/components'
import { useState } from 'react'
import { MoveSheet } from '@/features/issues/move-sheet'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { ActionBar } from '@/ui/action-bar'
import { Button } from '@/ui/button'
import { ActSheet } from './act-sheet'
import { formIssue, formMove, type QueueAct } from './acts'
import { TogetherSheet } from './together-sheet'
import { useTogether } from './use-acting'
import { chosenMax } from './use-selection'

type Props = { chosen: readonly IssueBrief[]; ownerId: string; now: string; onEnd: () => void }

/** At the foot while rows are chosen: how many, and what to do with them. */
export function SelectBar({ chosen, ownerId, now, onEnd }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [act, setAct] = useState<QueueAct | null>(null)
  const { progress, run } = useTogether(onEnd)
  const pick = (one: QueueAct) => {
    setOpen(false)
    if (one.act === 'start') void run(one)
    else setAct(one)
  }
  const first = act?.issues[0]
  const form = first && formIssue(first, ownerId, now)
  return (
    <>
      <View className="queue-select">
        <ActionBar note={progress ?? `已选 ${chosen.length} 件，一次最多 ${chosenMax} 件`}>
          <Button block tone="secondary" disabled={progress !== null} onPress={onEnd}>
            取消
          </Button>
          <Button
            block
            disabled={chosen.length === 0}
            loading={progress !== null}
            loadingText="正在办…"
            onPress={() => setOpen(true)}
          >
            办理选中的
          </Button>
        </ActionBar>
      </View>
      <ActSheet chosen={chosen} open={isOpen} onClose={() => setOpen(false)} onAct={pick} />
      {act && (act.act === 'progress' || act.act === 'passOn') && (
        <TogetherSheet key={act.act} act={act} ownerId={ownerId} onClose={() => setAct(null)} onDo={run} />
      )}
      {act && form && act.act !== 'progress' && act.act !== 'passOn' && (
        <MoveSheet
          key={`${act.act}${form.id}`}
          issue={form}
          allowed={formMove(act.act, form)}
          open
          onClose={() => setAct(null)}
          onDone={onEnd}
        />
      )}
    </>
  )
}
