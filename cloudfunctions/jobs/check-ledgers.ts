import type { Account } from '@/shared/domain/lovebank/account'
import { problemText, type LedgerSums } from '@/shared/domain/lovebank/audit'
import {
  keptSums,
  ledgerCheckIdOf,
  newLedgerCheck,
  sumsOf,
  type LedgerCheck,
} from '@/shared/domain/lovebank/ledger-check'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { auditAccount, headAfter } from '../runtime/audit-ledger'
import { listPosts } from '../store/reads'
import { batchSize, forEachCommunity, type Job, type JobContext } from './job'

/** Transfers one run looks through, so that it ends within its minute; the rest come with the next. */
export const checkedMax = 20_000

const countOf = (sums: LedgerSums): number =>
  [...sums.byKind.values()].reduce((sum, { transfers }) => sum + transfers, 0)

/** A look goes on over some more accounts, and ends at the first that is wrong. */
const goOn = async (
  check: LedgerCheck,
  accounts: readonly Account[],
  sums: LedgerSums,
  { store }: JobContext,
): Promise<LedgerCheck> => {
  let next = check
  for (const account of accounts) {
    const problem = await auditAccount(store, account, sums)
    if (problem) return { ...next, state: 'broken', problem: `账户 ${account._id} ${problemText(problem)}` }
    next = {
      ...next,
      afterAccountId: account._id,
      accounts: next.accounts + 1,
      balances: next.balances + account.available + account.held,
      head: headAfter(next.head, account),
    }
  }
  return next
}

const ended = (check: LedgerCheck, sums: LedgerSums): LedgerCheck =>
  sums.outstanding() === check.balances
    ? { ...check, state: 'sound' }
    : { ...check, state: 'broken', problem: '余额合计与系统科目合计不符' }

/** Tells the administrators and the duty post that a ledger does not hold; nobody and nothing corrects it by itself. */
const raise = async ({ _id, communityId, problem, at }: LedgerCheck, { store }: JobContext): Promise<void> => {
  const [posts, community] = await Promise.all([
    listPosts(store, communityId, ['administrator']),
    store.communities.get(communityId),
  ])
  const recipients = new Set([...posts.map(({ person }) => person._id), ...(community?.dutyPersonIds ?? [])])
  await store.transact(async (tx) => {
    for (const recipientId of recipients)
      await tx.notices.create({
        _id: `${_id}:${recipientId}`,
        communityId,
        recipientId,
        title: '积分账目核对发现差异',
        text: `${problem}。账目没有改动，请尽快核实。`,
        subject: { kind: 'ledger', id: communityId },
        createdAt: at,
        isRead: false,
      })
  })
}

const checkOne = async (communityId: string, context: JobContext): Promise<number> => {
  const { store, now } = context
  const today = dayOf(now)
  let check =
    (await store.ledgerChecks.get(ledgerCheckIdOf(communityId, today))) ??
    newLedgerCheck(communityId, today, toInstant(now))
  const sums = sumsOf(check)
  const before = countOf(sums)
  while (check.state === 'running' && countOf(sums) - before < checkedMax) {
    const page = await store.accounts.list({
      where: { communityId, _id: { after: check.afterAccountId } },
      orderBy: [['_id', 'asc']],
      limit: batchSize,
    })
    check = await goOn(check, page, sums, context)
    if (check.state === 'running' && page.length < batchSize) check = ended(check, sums)
    const kept = { ...check, ...keptSums(sums), at: toInstant(now) }
    await store.transact((tx) => tx.ledgerChecks.put(kept))
    if (check.state === 'broken') await raise(kept, context)
  }
  return countOf(sums) - before
}

/**
 * Rebuilds every account of every community once a day and compares: a difference ends the look and is told, and is never put right by
 * itself. The digest it ends with stands for everything until then. Cut off, it goes on where it was.
 */
export const checkLedgers: Job = async (context) => ({
  done: await forEachCommunity(context, ({ _id }) => checkOne(_id, context)),
})
