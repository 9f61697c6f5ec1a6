import type { Account } from '@/shared/domain/lovebank/account'
import { AccountAudit, type AuditProblem, type LedgerSums } from '@/shared/domain/lovebank/audit'
import type { Transfer } from '@/shared/domain/lovebank/transfer'
import { ledgerDigest } from './ledger'
import type { ReadStore } from '../store/store'

/** Transfers read at once; CloudBase gives no more. */
const pageMax = 1000

/** The transfers of an account up to the last it knew when it was read, in their order, a page at a time. */
async function* pagesOf(store: ReadStore, { _id, sequence }: Account): AsyncGenerator<Transfer[]> {
  let after = 0
  while (after < sequence) {
    const page = await store.transfers.list({
      where: { accountId: _id, sequence: { after, before: sequence + 1 } },
      orderBy: [['sequence', 'asc']],
      limit: pageMax,
    })
    if (page.length === 0) return
    yield page
    after = page.at(-1)!.sequence
  }
}

/**
 * Rebuilds one account from its transfers and answers the first thing that is wrong, or null. What comes in while it reads is left for
 * the next time. `sums` takes what was found sound.
 */
export const auditAccount = async (
  store: ReadStore,
  account: Account,
  sums: LedgerSums,
): Promise<AuditProblem | null> => {
  const audit = new AccountAudit(account._id, account.communityId, ledgerDigest)
  for await (const page of pagesOf(store, account))
    for (const transfer of page) {
      const problem = audit.take(transfer)
      if (problem) return problem
      sums.take(transfer)
    }
  return audit.finish(account)
}

/** What a look through a whole ledger found. */
export interface LedgerReport {
  readonly accounts: number
  /** What the accounts say their members have. */
  readonly balances: number
  readonly sums: LedgerSums
  /** One digest over the heads of all accounts, in the order of their ids: two ledgers with the same one are the same. */
  readonly head: string
  readonly broken: { readonly accountId: string; readonly problem: AuditProblem } | null
}

const accountsAtOnce = 200
/** Accounts read side by side; each waits for its own pages only. */
const lanes = 4

/** The head after one more account. */
export const headAfter = (head: string, account: Pick<Account, '_id' | 'head'>): string =>
  ledgerDigest(JSON.stringify([head, account._id, account.head]))

/** Looks through every account there is, of all communities, and stops at the first that does not hold. */
export const auditLedger = async (store: ReadStore, sums: LedgerSums): Promise<LedgerReport> => {
  let report = { accounts: 0, balances: 0, sums, head: '' }
  let after = ''
  for (;;) {
    const page = await store.accounts.list({
      where: { _id: { after } },
      orderBy: [['_id', 'asc']],
      limit: accountsAtOnce,
    })
    for (let at = 0; at < page.length; at += lanes) {
      const some = page.slice(at, at + lanes)
      const problems = await Promise.all(some.map((account) => auditAccount(store, account, sums)))
      for (const [place, account] of some.entries()) {
        const problem = problems[place]
        if (problem) return { ...report, broken: { accountId: account._id, problem } }
        report = {
          ...report,
          accounts: report.accounts + 1,
          balances: report.balances + account.available + account.held,
          head: headAfter(report.head, account),
        }
      }
    }
    if (page.length < accountsAtOnce) return { ...report, broken: null }
    after = page.at(-1)!._id
  }
}
