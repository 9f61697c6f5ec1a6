import { deedsOf, useDeeds } from '@/client/deeds'
import { actWords } from '@/features/issues/kept-deeds'
import { moveWords } from '@/features/issues/move-words'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { Cell, CellGroup } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'
import { actsFor, singleOnly, type QueueAct } from './acts'

type Props = { chosen: readonly IssueBrief[]; open: boolean; onClose: () => void; onAct: (act: QueueAct) => void }

const noteOf = ({ act, issues }: QueueAct, count: number): string => {
  const what = act === 'progress' ? '写一句话，上报人能看到' : moveWords[act].explain
  return issues.length === count ? what : `选中的 ${count} 件里有 ${issues.length} 件可以。${what}`
}

/** What can be done with the chosen issues. */
export function ActSheet({ chosen, open, onClose, onAct }: Props) {
  const deeds = deedsOf(useDeeds(({ kept }) => kept))
  const started = deeds.flatMap(({ act, issue, state }) => (act === 'start' && state !== 'refused' ? [issue.id] : []))
  const acts = actsFor(chosen, started)
  const isSingle = acts.some(({ reason }) => reason === singleOnly)
  return (
    <Sheet open={open} title={`办理选中的 ${chosen.length} 件`} onClose={onClose}>
      <CellGroup {...(isSingle ? { note: '提交结果和随手解决要分别写清楚，请一次选一件。' } : {})}>
        {acts
          .filter(({ issues }) => issues.length > 0)
          .map((one) => (
            <Cell
              key={one.act}
              icon={one.act === 'progress' ? 'edit' : moveWords[one.act].icon}
              title={actWords(one.act)}
              note={noteOf(one, chosen.length)}
              onPress={() => onAct(one)}
            />
          ))}
      </CellGroup>
    </Sheet>
  )
}
