import { newAccount, type Account } from './account'
import { canonicalText, figuresAfter, type Digest } from './chain'
import { lotsOfHold } from './lots'
import { isMemberPart, type Transfer, type TransferKind } from './transfer'

/** What is wrong with a transfer, and only the first of it. */
const linkProblems = {
  foreign: '不属于这个账户',
  gap: '序号不连续，有记录缺失或多出',
  chain: '与前一笔的链条断开',
  hash: '内容被改动过',
  sum: '借贷不平',
  negative: '余额出现负数',
  hold: '预扣与核销、释放对不上',
  after: '记下的余额与累计不符',
} as const
type LinkProblem = keyof typeof linkProblems

/** What of an account may be wrong, as people name it. */
const accountFields = {
  sequence: '笔数',
  head: '链条末端',
  available: '可用',
  held: '预扣',
  owed: '欠扣',
  lots: '批次',
  holds: '未了结的预扣',
} as const
type AccountField = keyof typeof accountFields

/** Where an account stops being what its transfers say. */
export type AuditProblem =
  | { readonly at: 'transfer'; readonly transferId: string; readonly sequence: number; readonly problem: LinkProblem }
  | { readonly at: 'account'; readonly field: AccountField }

/** A problem as people read it. */
export const problemText = (problem: AuditProblem): string =>
  problem.at === 'transfer'
    ? `第 ${problem.sequence} 笔 ${problem.transferId}：${linkProblems[problem.problem]}`
    : `记下的“${accountFields[problem.field]}”与逐笔累计不符`

const sumOf = (lines: readonly { halfPoints: number }[]): number => lines.reduce((sum, one) => sum + one.halfPoints, 0)

/** A capture or release ends exactly what its hold took. */
const endsItsHold = (account: Account, { kind, refers, lines }: Transfer): boolean => {
  if (kind !== 'capture' && kind !== 'release') return true
  const parts = refers === null ? null : lotsOfHold(account, refers)
  const ended = lines.filter((line) => line.account === 'held')
  return (
    parts !== null &&
    parts.length === ended.length &&
    parts.every(({ expiresOn, halfPoints }) =>
      ended.some((one) => one.lot === expiresOn && one.halfPoints === -halfPoints),
    )
  )
}

const isNegative = ({ available, held, owed, lots }: Pick<Account, 'available' | 'held' | 'owed' | 'lots'>): boolean =>
  available < 0 || held < 0 || owed < 0 || lots.some((lot) => lot.available < 0 || lot.held < 0)

/**
 * Rebuilds an account from its transfers, given one after another in their order, and says where the two part. It keeps one account
 * in hand and no history, so a million transfers need no more memory than one.
 */
export class AccountAudit {
  private rebuilt: Account

  constructor(
    accountId: string,
    communityId: string,
    private readonly digest: Digest,
  ) {
    this.rebuilt = newAccount(accountId, communityId, '')
  }

  /** The first thing that is wrong with the next transfer; null when it follows from those before. */
  take(transfer: Transfer): AuditProblem | null {
    const problem = this.problemOf(transfer)
    if (problem) return { at: 'transfer', transferId: transfer._id, sequence: transfer.sequence, problem }
    this.rebuilt = {
      ...this.rebuilt,
      ...figuresAfter(this.rebuilt, transfer),
      sequence: transfer.sequence,
      head: transfer.hash,
    }
    return null
  }

  /** What the stored account says otherwise; null when it says the same. A chain cut at its end shows here. */
  finish(account: Account): AuditProblem | null {
    const text = (of: Account, field: AccountField) => JSON.stringify(of[field])
    const field = (Object.keys(accountFields) as AccountField[]).find(
      (one) => text(account, one) !== text(this.rebuilt, one),
    )
    return field ? { at: 'account', field } : null
  }

  private problemOf(transfer: Transfer): LinkProblem | null {
    const { rebuilt } = this
    if (transfer.accountId !== rebuilt._id || transfer.communityId !== rebuilt.communityId) return 'foreign'
    if (transfer.sequence !== rebuilt.sequence + 1) return 'gap'
    if (transfer.previousHash !== rebuilt.head) return 'chain'
    if (this.digest(canonicalText(transfer)) !== transfer.hash) return 'hash'
    if (sumOf(transfer.lines) !== 0) return 'sum'
    if (!endsItsHold(rebuilt, transfer)) return 'hold'
    const figures = figuresAfter(rebuilt, transfer)
    if (isNegative(figures)) return 'negative'
    const { after } = transfer
    const isSame = after.available === figures.available && after.held === figures.held && after.owed === figures.owed
    return isSame ? null : 'after'
  }
}

/** Sums by kind and by system account, over as many transfers as one likes. */
export class LedgerSums {
  /** What left the system accounts (negative) or came into them, by kind. */
  readonly byKind = new Map<TransferKind, { transfers: number; halfPoints: number }>()
  readonly byAccount = new Map<string, number>()

  take({ kind, lines }: Transfer): void {
    const sum = this.byKind.get(kind) ?? { transfers: 0, halfPoints: 0 }
    sum.transfers++
    for (const { account, halfPoints } of lines) {
      if (isMemberPart(account)) continue
      sum.halfPoints += halfPoints
      this.byAccount.set(account, (this.byAccount.get(account) ?? 0) + halfPoints)
    }
    this.byKind.set(kind, sum)
  }

  /** What all members together must have: the opposite of what the system accounts say. */
  outstanding(): number {
    return [...this.byAccount.values()].reduce((left, one) => left - one, 0)
  }
}
