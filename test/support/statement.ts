import type { OutputOf } from '@/shared/kernel/capability'
import type { lovebank } from '@/shared/contracts/lovebank'

type Entry = OutputOf<typeof lovebank.listStatement>['entries'][number]
type View = OutputOf<typeof lovebank.getMember>['account']

/**
 * Follows a statement line by line, from the first entry to the last, as somebody would with a pencil: every balance must be the one before
 * and the change, and the last the account as it is. Answers what does not follow; nothing for a statement that explains its balance.
 */
export const unexplained = (newestFirst: readonly Entry[], account: View): string[] => {
  const wrong: string[] = []
  let [available, held, owed, at] = [0, 0, 0, '']
  for (const one of [...newestFirst].reverse()) {
    available += one.change
    held += one.heldChange
    owed += one.owedChange
    if (one.available !== available) wrong.push(`${one.id}: ${one.available} free, and ${available} by the lines`)
    if (one.held !== held) wrong.push(`${one.id}: ${one.held} held, and ${held} by the lines`)
    if (one.at < at) wrong.push(`${one.id} is out of order`)
    if (one.title === '') wrong.push(`${one.id} says nothing`)
    if (['adjust', 'reverse'].includes(one.kind) && !one.reason) wrong.push(`${one.id} gives no reason`)
    at = one.at
  }
  for (const [name, found, expected] of [
    ['free', account.available, available],
    ['held', account.held, held],
    ['owed', account.owed, owed],
  ] as const)
    if (found !== expected) wrong.push(`${found} ${name} now, and ${expected} by the lines`)
  const lots = account.lots.reduce((sum, { halfPoints }) => sum + halfPoints, 0)
  if (lots !== account.available) wrong.push(`${lots} in lots, and ${account.available} free`)
  return wrong
}
