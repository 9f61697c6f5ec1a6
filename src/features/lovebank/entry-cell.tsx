import { momentWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { pointsText } from '@/shared/kernel/points'
import { Cell } from '@/ui/cell'
import { pointsWords, signedPoints } from './words'

type Entry = OutputOf<ContractOf<'lovebank.listStatement'>>['entries'][number]

/** What moved: the free points, or where none did those set aside. */
const changeWords = ({ kind, change, heldChange, owedChange }: Entry): string => {
  if (kind === 'capture') return `核销 ${pointsText(-heldChange)}`
  if (change !== 0) return signedPoints(change)
  if (heldChange !== 0) return `预扣 ${signedPoints(heldChange)}`
  return `欠扣 ${signedPoints(owedChange)}`
}

/** A line of the statement: what, when, why, and what there was afterwards. */
export function EntryCell({ entry, now, onPress }: { entry: Entry; now: string; onPress?: (() => void) | undefined }) {
  const after = `余 ${pointsWords(entry.available)}${entry.held > 0 ? `，预扣 ${pointsWords(entry.held)}` : ''}`
  return (
    <Cell
      title={entry.title}
      note={[momentWords(entry.at, now), entry.reason, after].filter(Boolean).join(' · ')}
      value={changeWords(entry)}
      {...(onPress ? { onPress } : {})}
    />
  )
}
