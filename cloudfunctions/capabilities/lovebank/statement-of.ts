import { holderIdOf, type Holder } from '@/shared/domain/lovebank/account'
import type { Transfer, TransferNote } from '@/shared/domain/lovebank/transfer'
import { pageSize } from '../../store/paging'
import type { ReadStore, Where } from '../../store/store'

/** One page of an account's transfers, newest first, each with its words, and where the next begins. */
export interface StatementPage {
  readonly entries: readonly { readonly transfer: Transfer; readonly note: TransferNote | undefined }[]
  readonly next: string | undefined
}

const before = (cursor: string | undefined): Where => {
  const sequence = Number(cursor)
  return cursor !== undefined && Number.isSafeInteger(sequence) ? { sequence: { before: sequence } } : {}
}

/** Reads a page by the number of the transfer, so that page 500 costs what page 1 does. Three requests. */
export const statementOf = async (
  store: ReadStore,
  { kind, ownerId }: Pick<Holder, 'kind' | 'ownerId'>,
  cursor: string | undefined,
): Promise<StatementPage> => {
  const holder = await store.holders.get(holderIdOf(kind, ownerId))
  if (!holder) return { entries: [], next: undefined }
  const found = await store.transfers.list({
    where: { accountId: holder.accountId, ...before(cursor) },
    orderBy: [['sequence', 'desc']],
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const notes = await store.transferNotes.list({ where: { _id: { in: page.map(({ _id }) => _id) } }, limit: pageSize })
  const noteOf = new Map(notes.map((note) => [note._id, note]))
  const last = page.at(-1)
  return {
    entries: page.map((transfer) => ({ transfer, note: noteOf.get(transfer._id) })),
    next: found.length > pageSize && last ? String(last.sequence) : undefined,
  }
}
