import { ledgerDigest } from '@cloud/runtime/ledger'
import { newAccount, type Account } from '@/shared/domain/lovebank/account'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { canonicalText, entered } from '@/shared/domain/lovebank/chain'
import { award, capture, hold } from '@/shared/domain/lovebank/entries'
import type { Draft, Transfer } from '@/shared/domain/lovebank/transfer'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { dayMs, toInstant } from '@/shared/kernel/time'

const begin = Date.parse('2025-01-01T01:00:00.000Z')

/** One member's history. */
export interface Chain {
  readonly account: Account
  readonly transfers: readonly Transfer[]
}

/** A member who earns twice and takes something home for it, again and again over 600 days, by the rules. */
export const longChain = (length: number): Chain => {
  let account = newAccount('account-0', 'xinsheng', toInstant(begin))
  const transfers: Transfer[] = []
  const post = (draft: Draft | Refusal): void => {
    if (isRefusal(draft)) throw new Error(draft.refused)
    const next = entered(account, draft, { noteDigest: 'n', today: draft.at.slice(0, 10), digest: ledgerDigest })
    account = next.account
    transfers.push(next.transfer)
  }
  for (let n = 0; n < length; n++) {
    const at = toInstant(begin + Math.floor((n / length) * 600) * dayMs)
    const what = { id: `0-${n}`, halfPoints: 2, at }
    if (n % 4 < 2 || n === length - 1) post(award(account, { ...what, issuer: 'issuer:xinsheng' }, bankRules))
    else if (n % 4 === 2) post(hold(account, { ...what, halfPoints: 4 }))
    else post(capture(account, { id: what.id, holdId: `0-${n - 1}`, centre: 'centre:centre-1', at }))
  }
  return { account, transfers }
}

/** The same history as another member's: under their own ids, so with hashes of its own. */
export const asOf = ({ account, transfers }: Chain, who: number): Chain => {
  const accountId = `account-${String(who).padStart(7, '0')}`
  let head = ''
  const moved = transfers.map((one): Transfer => {
    const refers = one.refers && one.refers.replace(/^0-/, `${who}-`)
    const sealed = { ...one, _id: one._id.replace(/^0-/, `${who}-`), accountId, refers, previousHash: head }
    head = ledgerDigest(canonicalText(sealed))
    return { ...sealed, hash: head }
  })
  const holds = account.holds.map((one) => ({ ...one, id: one.id.replace(/^0-/, `${who}-`) }))
  return { account: { ...account, _id: accountId, holds, head }, transfers: moved }
}
