import type { OutputOf } from '../../kernel/capability'
import type { lovebank } from '../../contracts/lovebank'
import type { Account, Holder } from './account'
import { isMemberPart, movedOf, type Transfer, type TransferNote } from './transfer'

type AccountView = OutputOf<typeof lovebank.getMyAccount>['accounts'][number]
type EntryView = OutputOf<typeof lovebank.listStatement>['entries'][number]

/** An account as its owner and staff see it. */
export const accountView = (kind: Holder['kind'], account: Account): AccountView => ({
  kind,
  available: account.available,
  held: account.held,
  owed: account.owed,
  lots: account.lots.flatMap(({ expiresOn, available }) =>
    available > 0 ? [{ expiresOn, halfPoints: available }] : [],
  ),
  isSuspended: account.suspension !== null,
})

/** The account of somebody who has none yet. */
export const emptyView = (kind: Holder['kind']): AccountView => ({
  kind,
  available: 0,
  held: 0,
  owed: 0,
  lots: [],
  isSuspended: false,
})

/** What stands where a note has gone. */
const withoutNote = { title: '（说明已随账户注销删除）', reason: null }

/** A line of the statement (明细). The lots are those that became free, or were free until then. */
export const entryView = (transfer: Transfer, note: Pick<TransferNote, 'title' | 'reason'> | undefined): EntryView => {
  const { title, reason } = note ?? withoutNote
  const { _id, kind, at, owedChange, after } = transfer
  const change = movedOf(transfer, 'available')
  const part = change === 0 ? 'held' : 'available'
  return {
    id: _id,
    kind,
    title,
    reason,
    at,
    change,
    heldChange: movedOf(transfer, 'held'),
    owedChange,
    available: after.available,
    held: after.held,
    lots: transfer.lines.flatMap(({ account, lot, halfPoints }) =>
      isMemberPart(account) && account === part && lot !== null ? [{ expiresOn: lot, halfPoints }] : [],
    ),
  }
}
